import pytest

from hmpush_gui.pushkit import arrange as subject
from hmpush_gui.pushkit.arrange import Key, Wanted, arrange
from hmpush_gui.pushkit.board import Board
from hmpush_gui.pushkit.board_outcomes import Fate
from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.outcome import Outcome, Verdict
from hmpush_gui.pushkit.protocol import Exchange, Request

GOOD, BAD = Verdict.ACCEPTED, Verdict.REJECTED


@pytest.fixture
def board() -> Board:
    board = Board([Device(f"T-{each}", f"Phone {each}", "") for each in "dbca"])
    for number, (token, verdict, reason) in enumerate(
        [("T-d", GOOD, ""), ("T-b", BAD, "noRight"), ("T-c", BAD, "tokenFormatError")]
    ):
        request = Request("POST", "https://x", {}, b"", (token,))
        outcome = Outcome(token, verdict, "80100000", reason)
        board.settle(number, Exchange(request, (outcome,), request_id=f"ID{number}"))
    return board


def words(verdict: Verdict | None, fate: Fate) -> str:
    return "belongs to another project" if fate.reason == "noRight" else ""


def receipt_words(verdict: Verdict | None, result: int | None) -> str:
    return "Notifications off" if (verdict, result) == (GOOD, 6) else ""


def rows(board: Board, wanted: Wanted) -> list[int]:
    going = arrange(board, wanted, words, receipt_words)
    while True:
        try:
            next(going)
        except StopIteration as end:
            return [*end.value]


def by_label(board: Board) -> Key:
    return lambda row: board.devices[row].label


def test_all_is_shown_as_it_stands_unless_something_is_wanted(board: Board) -> None:
    assert rows(board, Wanted()) == [0, 1, 2, 3]
    assert Wanted().plain


def test_rows_are_picked_by_verdict(board: Board) -> None:
    assert rows(board, Wanted({BAD})) == [1, 2]
    assert rows(board, Wanted({GOOD, None})) == [0, 3]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("phone C", [2]),
        ("t-a", [3]),
        ("NORIGHT", [1]),
        ("another PROJECT", [1]),
        ("801000", [0, 1, 2]),
        ("id2", [2]),
        ("nothing of it", []),
    ],
)
def test_rows_are_picked_by_a_text(board: Board, text: str, found: list[int]) -> None:
    assert rows(board, Wanted(text=text)) == found


def test_rows_are_picked_by_the_words_of_their_receipt(board: Board) -> None:
    wanted = Wanted(text="notifications OFF")
    assert rows(board, wanted) == []
    board.receipts.take([(0, 6, 1.0), (1, 6, 1.0), (2, 0, 1.0)])
    assert rows(board, wanted) == [0]


def test_a_text_and_verdicts_hold_together(board: Board) -> None:
    assert rows(board, Wanted({BAD}, "8010")) == [1, 2]
    assert rows(board, Wanted({None}, "8010")) == []


def test_rows_are_sorted_up_and_down(board: Board) -> None:
    label = by_label(board)
    assert rows(board, Wanted(key=label)) == [3, 1, 2, 0]
    assert rows(board, Wanted(key=label, descending=True)) == [0, 2, 1, 3]
    assert rows(board, Wanted({BAD}, key=label, descending=True)) == [2, 1]


@pytest.mark.parametrize("descending", [False, True])
def test_what_is_alike_stays_as_it_stands(board: Board, descending: bool) -> None:
    wanted = Wanted(key=lambda row: row == 1, descending=descending)
    assert [row for row in rows(board, wanted) if row != 1] == [0, 2, 3]


@pytest.mark.parametrize("descending", [False, True])
def test_slices_are_sorted_into_one_another(
    board: Board, monkeypatch: pytest.MonkeyPatch, descending: bool
) -> None:
    whole = rows(board, Wanted(key=by_label(board), descending=descending))
    monkeypatch.setattr(subject, "SLICE", 1)
    assert rows(board, Wanted(key=by_label(board), descending=descending)) == whole
