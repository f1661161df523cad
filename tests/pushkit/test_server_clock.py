from email.utils import formatdate

import pytest

from hmpush_gui.pushkit.finding import State
from hmpush_gui.pushkit.protocol import Answer, Exchange, Request, Timing
from hmpush_gui.pushkit.server_clock import judge_clock, wrong_clock

NOW = 1_800_000_000.0


@pytest.mark.parametrize(
    ("off", "state", "words"),
    [
        (0.2, State.FINE, "within 1 s"),
        (-59, State.FINE, "within 59 s"),
        (100, State.LOOK, "100 seconds behind"),
        (-100, State.LOOK, "100 seconds ahead"),
        (600, State.WRONG, "10 minutes behind"),
        (-9000, State.WRONG, "2 hours ahead"),
        (-2 * 86400, State.WRONG, "2 days ahead"),
    ],
)
def test_a_clock_is_judged_by_how_far_it_is_off(
    off: float, state: State, words: str
) -> None:
    found = judge_clock(off)
    assert (found.state, words in str(found.sentence)) == (state, True)
    assert bool(found.fix) is (state is not State.FINE)


def sent(date: str, began: float | None = NOW) -> Exchange:
    answer = Answer(401, "", (("DATE", date),), b"{}")
    request = Request("POST", "https://push.test/", {}, b"", ())
    return Exchange(request, [], answer, timing=Timing(done=0.4, began=began))


def test_a_send_tells_of_a_clock_that_is_wrong() -> None:
    ahead = wrong_clock(sent(formatdate(NOW - 600, usegmt=True)))
    assert ahead is not None
    assert "10 minutes ahead" in str(ahead.sentence)
    assert wrong_clock(sent(formatdate(NOW - 30, usegmt=True))) is None
    assert wrong_clock(sent("soon")) is None
    assert wrong_clock(sent(formatdate(NOW - 600, usegmt=True), None)) is None
