from hmpush_gui.pushkit.board import Answered, Board
from hmpush_gui.pushkit.board_outcomes import Fate
from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.outcome import Outcome, Outcomes, Verdict
from hmpush_gui.pushkit.picked import Picked
from hmpush_gui.pushkit.protocol import Exchange, Request, Timing
from hmpush_gui.pushkit.roll import Roll

GOOD, BAD = Verdict.ACCEPTED, Verdict.REJECTED
UNKNOWN, NOT_SENT = Verdict.UNKNOWN, Verdict.NOT_SENT


def board(*tokens: str) -> Board:
    return Board([Device(token, f"Phone {token}", "shop") for token in tokens])


def exchange(*outcomes: Outcome, request_id: str = "77") -> Exchange:
    tokens = tuple(each.token for each in outcomes)
    request = Request("POST", "https://x", {}, b"", tokens)
    timing = Timing(done=2.5, began=1000.0)
    return Exchange(request, outcomes, request_id=request_id, timing=timing)


def alike(tokens: str, verdict: Verdict, **reasons: str) -> Exchange:
    """All tokens (a letter each) met the same, but for those with a reason."""
    outcomes = Outcomes([*tokens], verdict, "80100000", "", reasons)
    request = Request("POST", "https://x", {}, b"", tuple(tokens))
    return Exchange(request, outcomes, request_id="77")


def verdicts(board: Board) -> list[Verdict | None]:
    return [board.verdict(row) for row in range(len(board))]


def test_everything_waits_until_it_settles() -> None:
    rows = board("a", "b", "c")
    assert rows.counts == {None: 3}
    assert rows.request(1) is None
    assert rows.answer(1) == Answered()
    rows.settle(4, exchange(Outcome("b", BAD, "80300007", "noRight")))
    assert verdicts(rows) == [None, BAD, None]
    assert rows.fates[rows.fate_number(1)] == Fate("80300007", "noRight")
    assert rows.request(1) == 4
    assert rows.answer(1) == Answered("77", 1002.5)
    assert rows.counts == {None: 2, BAD: 1}


def test_a_request_that_settles_again_is_counted_once() -> None:
    rows = board("a", "b")
    rows.settle(0, exchange(Outcome("a", UNKNOWN), Outcome("b", UNKNOWN)))
    rows.settle(0, exchange(Outcome("a", GOOD), Outcome("b", BAD)))
    assert rows.counts == {GOOD: 1, BAD: 1}


def test_a_whole_request_settles_at_once() -> None:
    rows = board(*"abcdef")
    rows.begin(0, ["a", "b", "c"])
    assert rows.settle(0, alike("abc", GOOD, b="noRight")) == range(3)
    assert verdicts(rows) == [GOOD, BAD, GOOD, None, None, None]
    assert rows.counts == {GOOD: 2, BAD: 1, None: 3}
    assert rows.counts_of(0) == {GOOD: 2, BAD: 1}
    assert rows.fates[rows.fate_number(1)].reason == "noRight"


def test_requests_are_found_in_whatever_order_they_begin() -> None:
    rows = board(*"abcdefg")
    assert rows.begin(0, ["a", "b"]) == range(2)
    assert rows.begin(2, ["e", "f"]) == range(4, 6)
    assert rows.begin(3, ["g"]) == range(6, 7)
    assert rows.begin(1, ["c", "d"]) == range(2, 4)
    assert rows._places is None


def test_tokens_that_are_no_neighbours_are_found_too() -> None:
    rows = board(*"abcdef")
    rows.settle(0, exchange(Outcome("e", BAD), Outcome("gone", GOOD)))
    rows.settle(1, exchange(Outcome("b", GOOD), Outcome("d", GOOD)))
    assert verdicts(rows) == [None, GOOD, None, GOOD, BAD, None]
    assert rows.rows_of(1) == [1, 3]
    assert rows.counts_of(1) == {GOOD: 2}


def test_of_twins_each_settles_with_its_own_request() -> None:
    rows = board("a", "a", "b", "a")
    rows.begin(0, ["a"])
    rows.begin(1, ["a"])
    rows.begin(2, ["b", "a"])
    rows.settle(1, exchange(Outcome("a", BAD)))
    rows.settle(2, exchange(Outcome("b", GOOD), Outcome("a", UNKNOWN)))
    assert verdicts(rows) == [None, BAD, GOOD, UNKNOWN]


def test_a_request_may_carry_both_twins() -> None:
    rows = board("a", "b", "a")
    rows.begin(0, ["a", "a"])
    rows.settle(0, exchange(Outcome("a", GOOD), Outcome("a", BAD)))
    assert verdicts(rows) == [GOOD, None, BAD]


def test_what_was_not_sent_may_be_sent_by_a_later_request() -> None:
    rows = board(*"abcd")
    rows.settle(0, alike("ab", GOOD))
    rows.settle(1, alike("cd", NOT_SENT))
    assert rows.begin(2, ["c", "d"]) == range(2, 4)
    rows.settle(2, alike("cd", GOOD))
    assert rows.counts == {GOOD: 4}
    assert rows.request(3) == 2


def test_what_waits_at_the_end_was_not_sent() -> None:
    rows = board(*"abc")
    rows.settle(0, alike("a", GOOD))
    assert rows.close()
    assert rows.counts == {GOOD: 1, NOT_SENT: 2}
    assert not rows.close()
    assert [each.verdict for each in rows.outcomes()] == [GOOD, NOT_SENT, NOT_SENT]


def test_devices_of_a_roll_are_found_by_their_tokens() -> None:
    roll = Roll("shop")
    roll.add(roll.compare("abcdef"))
    rows = Board(Picked(roll, range(1, 6)))
    assert rows.settle(0, alike("bcd", GOOD)) == range(3)
    assert rows.settle(1, alike("f", BAD)) == [4]
    assert (rows.label(4), rows.token(4)) == ("Device 6", "f")
    assert [each.token for each in rows.outcomes()] == [*"bcdef"]


def test_outcomes_are_told_in_the_order_of_the_devices() -> None:
    rows = board(*"ab")
    rows.settle(0, exchange(Outcome("b", BAD, "80300007", "noRight")))
    told = rows.outcomes()
    assert told == (
        Outcome("a", UNKNOWN),
        Outcome("b", BAD, "80300007", "noRight"),
    )
    assert told[1:] == (Outcome("b", BAD, "80300007", "noRight"),)
    assert told != [1]
    rows.settle(1, exchange(Outcome("a", GOOD)))
    assert told[0] == Outcome("a", UNKNOWN)
    assert rows.outcomes()[0].verdict is GOOD
