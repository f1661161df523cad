import sys

import pytest

from hmpush_gui.pushkit.device import LastOutcome
from hmpush_gui.pushkit.last_outcomes import LastOutcomes
from hmpush_gui.pushkit.outcome import Verdict

GOOD = LastOutcome(Verdict.ACCEPTED, "80000000", "", 1_700_000_000)
BAD = LastOutcome(Verdict.REJECTED, "80100000", "tokenFormatError", 1_700_000_001)


def test_an_outcome_comes_back_where_it_was_put() -> None:
    lasts = LastOutcomes()
    lasts[3] = GOOD
    lasts[1] = BAD
    assert [lasts[slot] for slot in range(6)] == [None, BAD, None, GOOD, None, None]
    assert [lasts.at(slot) for slot in (0, 1, 99)] == [0, 1_700_000_001, 0]
    assert (lasts.verdict(3), lasts.verdict(99)) == (Verdict.ACCEPTED, None)


def test_outcomes_are_counted_while_they_change() -> None:
    lasts = LastOutcomes()
    for slot in range(3):
        lasts[slot] = GOOD
    lasts[0] = BAD
    assert lasts.counts() == {Verdict.ACCEPTED: 2, Verdict.REJECTED: 1}
    lasts[0] = None
    lasts[7] = None
    assert lasts.counts() == {Verdict.ACCEPTED: 2}
    lasts.forget([1, 5])
    assert lasts.counts() == {Verdict.ACCEPTED: 1}
    lasts.recall([1, 5])
    assert lasts.counts() == {Verdict.ACCEPTED: 2}


def test_what_is_kept_on_disk_comes_back() -> None:
    lasts, again = LastOutcomes(), LastOutcomes()
    lasts[0] = GOOD
    lasts[2] = BAD
    assert [lasts.raw(slot) for slot in range(4)] == [
        (1, 1_700_000_000),
        (0, 0),
        (2, 1_700_000_001),
        (0, 0),
    ]
    again.learn(lasts.kinds())
    again.restore(2, *lasts.raw(2))
    again[5] = BAD
    assert again[2] == BAD
    assert again.raw(5) == lasts.raw(2)
    assert again.counts() == {Verdict.REJECTED: 2}
    with pytest.raises(ValueError, match="unknown"):
        again.restore(1, 3, 0)


def test_a_million_outcomes_are_eight_bytes_each() -> None:
    lasts = LastOutcomes()
    lasts[999_999] = GOOD
    size = sum(sys.getsizeof(getattr(lasts, name)) for name in LastOutcomes.__slots__)
    assert size < 8.6 * 1_000_000


def test_many_that_met_the_same_are_put_like_each_by_itself() -> None:
    one, many = LastOutcomes(), LastOutcomes()
    kind = (Verdict.REJECTED, "80300007", "")
    for lasts in (one, many):
        lasts[2] = LastOutcome(Verdict.ACCEPTED, "80000000", "", 5.0)
    for slot in (0, 2, 7):
        one[slot] = LastOutcome(*kind, 9.0)
    many.put([0, 2, 7], kind, 9.0)
    many.put([], kind, 11.0)
    assert many.counts() == one.counts() == {Verdict.REJECTED: 3}
    assert [many[slot] for slot in range(9)] == [one[slot] for slot in range(9)]
