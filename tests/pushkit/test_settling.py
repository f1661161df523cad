from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.arrivals import Arrivals
from hmpush_gui.pushkit.death import ReceiptDeath
from hmpush_gui.pushkit.device import LastOutcome
from hmpush_gui.pushkit.outcome import Outcome, Outcomes, Verdict
from hmpush_gui.pushkit.roll import Roll
from hmpush_gui.pushkit.settling import settle

TOKENS = [f"token-{number}" for number in range(12)]
OLD = LastOutcome(Verdict.REJECTED, "1", "", 50)
LATER = LastOutcome(Verdict.UNKNOWN, "", "", 200)


def _roll(removed: Sequence[int], later: Sequence[int]) -> Roll:
    roll = Roll("p")
    roll.add(Arrivals(TOKENS, upto=0))
    for slot in range(len(TOKENS)):
        roll.lasts[slot] = LATER if slot in later else OLD
        roll.dead[slot] = "tokenFormatError"
    roll.remove(removed)
    return roll


places = st.lists(st.integers(0, 11), unique=True)


@given(
    removed=places,
    later=places,
    sent=st.one_of(
        st.tuples(st.integers(0, 11), st.integers(1, 12)).map(
            lambda ends: list(range(ends[0], min(12, sum(ends))))
        ),
        st.permutations(range(12)).map(lambda order: order[:7]),
    ),
    bad=places,
    verdict=st.sampled_from(Verdict),
)
def test_neighbours_settle_like_devices_one_by_one(
    removed: list[int],
    later: list[int],
    sent: list[int],
    bad: list[int],
    verdict: Verdict,
) -> None:
    reasons = {
        TOKENS[slot]: "noRight" if slot % 2 else "tokenFormatError" for slot in bad
    }
    tokens = [TOKENS[slot] for slot in sent] + ["stranger"] * (len(sent) % 2)
    together = Outcomes(tokens, verdict, "80000000", "", reasons)
    dead = {token: why for token, why in reasons.items() if why != "noRight"}
    roll, one_by_one = _roll(removed, later), _roll(removed, later)

    slots = settle(roll, together, dead, 100)

    each: list[int] = []
    for outcome in together:
        each += settle(one_by_one, [outcome], dead, 100)
    everything = range(len(TOKENS))
    assert sorted(slots) == sorted(each)
    assert [roll.lasts[slot] for slot in everything] == [
        one_by_one.lasts[slot] for slot in everything
    ]
    assert roll.lasts.counts() == one_by_one.lasts.counts()
    assert roll.dead == one_by_one.dead


def test_single_outcomes_settle_by_what_they_say() -> None:
    roll = _roll(removed=[2], later=[1])
    outcomes = [
        Outcome(token, Verdict.ACCEPTED, "80000000") for token in (*TOKENS[:4], "?")
    ]
    assert settle(roll, outcomes, {}, 100) == [0, 3]
    assert roll.lasts[0] == LastOutcome(Verdict.ACCEPTED, "80000000", "", 100)
    assert roll.lasts[1] == LATER
    assert (0 in roll.dead, 1 in roll.dead) == (False, True)


def test_an_old_receipt_does_not_bring_back_what_was_refused_since() -> None:
    roll = _roll([], [])
    fates = {TOKENS[0]: ReceiptDeath(0, 40), TOKENS[1]: ReceiptDeath(0, 60)}
    fates |= {TOKENS[2]: ReceiptDeath(0, 0)}
    assert sorted(roll.take_receipts(fates)) == [1, 2]
    assert 0 in roll.dead
