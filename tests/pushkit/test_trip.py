"""What is known of one request of a campaign, whenever it ends."""

from collections.abc import Callable

import pytest

from hmpush_gui.pushkit.outcome import Verdict
from hmpush_gui.pushkit.protocol import Exchange, Request
from hmpush_gui.pushkit.trip import Trip

from .campaigns import SENTENCE, accepted, answered, unsent

REQUEST = Request("POST", "https://push.test/", {}, b"", ("a", "b"))


def _fate(exchange: Exchange) -> tuple[Verdict, str]:
    (fate,) = {(each.verdict, each.reason) for each in exchange.outcomes}
    return fate


@pytest.mark.parametrize(
    ("left", "verdict"), [(True, Verdict.UNKNOWN), (False, Verdict.NOT_SENT)]
)
async def test_a_post_that_is_cut_short_leaves_what_it_last_told(
    left: bool, verdict: Verdict
) -> None:
    async def post(request: Request, tell_left: Callable[[bool], object]) -> Exchange:
        tell_left(not left)
        tell_left(left)
        raise TimeoutError

    trip = Trip(0, REQUEST)
    with pytest.raises(TimeoutError):
        await trip.go(post)
    assert _fate(trip.end())[0] is verdict


async def test_a_post_that_tells_nothing_may_have_left() -> None:
    async def post(request: Request, tell_left: Callable[[bool], object]) -> Exchange:
        raise TimeoutError

    trip = Trip(0, REQUEST)
    with pytest.raises(TimeoutError):
        await trip.go(post)
    assert _fate(trip.end())[0] is Verdict.UNKNOWN


async def test_the_answer_of_a_post_is_its_fate() -> None:
    async def post(request: Request, tell_left: Callable[[bool], object]) -> Exchange:
        return accepted(request)

    trip = Trip(0, REQUEST)
    assert await trip.go(post) is trip.end()


def test_what_never_began_was_stopped_before() -> None:
    assert _fate(Trip(0, REQUEST).end()) == (Verdict.NOT_SENT, "stopped-before")
    kept = Trip(0, REQUEST).keep_back(None)
    assert _fate(kept) == (Verdict.NOT_SENT, "stopped-before")


def test_what_could_not_be_written_says_so() -> None:
    kept = Trip(0, REQUEST).keep_back(SENTENCE)
    assert _fate(kept) == (Verdict.NOT_SENT, "unwritten")
    assert kept.failure == SENTENCE


def test_what_was_refused_before_stays_refused() -> None:
    refused = answered(503)(REQUEST)
    hopeless = unsent("credential")(REQUEST)
    assert Trip(0, REQUEST, refused).keep_back(SENTENCE) is refused
    assert Trip(0, REQUEST, refused).give_up(hopeless) is refused


def test_what_is_given_up_says_the_same_of_its_own_tokens() -> None:
    other = Request("POST", "https://push.test/", {}, b"", ("c",))
    given_up = Trip(1, other).give_up(unsent("credential")(REQUEST))
    assert given_up.request is other
    assert [each.token for each in given_up.outcomes] == ["c"]
    assert _fate(given_up) == (Verdict.NOT_SENT, "credential")
    assert given_up.failure == SENTENCE
