import asyncio
import gc
import itertools
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from hmpush_gui.pushkit.campaign import GRACE, IN_FLIGHT, Campaign
from hmpush_gui.pushkit.hindrances import CERTIFICATE, PROXY, PROXY_LOGIN, SETTINGS, TLS
from hmpush_gui.pushkit.pace import Pace
from hmpush_gui.pushkit.progress import Progress, State
from hmpush_gui.pushkit.protocol import Exchange, Request, Verdict
from hmpush_gui.pushkit.retry import Patience
from hmpush_gui.pushkit.words import Sentence

from .campaigns import (
    Book,
    Fate,
    Service,
    Time,
    accepted,
    answered,
    lost,
    unsent,
)

BUSY = answered(503)


def _requests(*sizes: int) -> Iterator[Request]:
    """Requests of so many tokens each: t0, t1, …"""
    numbers = itertools.count()
    for size in sizes:
        tokens = tuple(f"t{next(numbers)}" for _ in range(size))
        yield Request("POST", "https://push.test/", {}, b"", tokens)


class Stage:
    """A campaign of `sizes` with a service, a ledger and a time of its own."""

    def __init__(
        self,
        *sizes: int,
        fates: Iterable[Fate] = (),
        seconds: float = 0.0,
        pace: float | None = None,
        early: float = 0.0,
        **more: Any,
    ) -> None:
        self.time = Time(early)
        self.service = Service(self.time, list(fates), seconds)
        self.book = Book()
        patience = Patience(jitter=lambda: 1.0, wall=lambda: 0.0)
        self.campaign = Campaign(
            _requests(*sizes),
            sum(sizes),
            self.book,
            pace=Pace(pace, self.time.clock),
            patience=patience,
            clock=self.time.clock,
            rest=self.time.rest,
            **more,
        )

    async def run(self) -> Progress:
        async with self.time.passing():
            return await self.campaign.run(self.service)

    async def run_and(self, at: float, *then: Callable[[], object]) -> Progress:
        """Run, and do `then` at that second."""
        async with self.time.passing():
            task = asyncio.ensure_future(self.campaign.run(self.service))
            await self.time.sleep(at)
            for each in then:
                each()
            return await task


async def test_every_token_is_sent_once_and_counted() -> None:
    stage = Stage(3, 3, 1)
    progress = await stage.run()
    assert progress.state is State.DONE
    assert progress.counts[Verdict.ACCEPTED] == progress.total == 7
    assert stage.service.received == Counter(f"t{n}" for n in range(7))
    assert stage.book.begun == [0, 1, 2]
    assert progress.waiting == progress.out == 0


async def test_nothing_leaves_before_the_ledger_has_written() -> None:
    stage = Stage(1, 1)
    stage.book.gate = asyncio.Event()
    task = asyncio.ensure_future(stage.run())
    for _ in range(100):
        await asyncio.sleep(0)
    assert stage.service.posted == []
    stage.book.gate.set()
    await task
    assert len(stage.service.posted) == 2


async def test_no_more_requests_are_out_than_allowed() -> None:
    stage = Stage(*[1] * 50, seconds=1, in_flight=8)
    await stage.run()
    assert stage.service.most == 8
    assert len(stage.service.posted) == 50


async def test_requests_are_cut_only_when_they_are_needed() -> None:
    cut: list[int] = []

    def cutting() -> Iterator[Request]:
        for number, request in enumerate(_requests(*[1] * 1000)):
            cut.append(number)
            yield request

    stage = Stage(seconds=1, in_flight=4)
    stage.campaign._requests = cutting()
    stage.campaign._total = 1000
    progress = await stage.run_and(2.5, stage.campaign.stop)
    assert len(cut) <= 4 * 3 + 1
    assert progress.waiting > 900


async def test_numbers_go_on_from_the_first() -> None:
    stage = Stage(1, 1, first=17)
    await stage.run()
    assert stage.book.begun == [17, 18]
    assert set(stage.book.fates) == {17, 18}


async def test_answers_that_come_together_are_settled_one_after_the_other() -> None:
    turns = 0
    settled: list[int] = []

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    class Noting(Book):
        def settled(self, number: int, exchange: Exchange) -> None:
            settled.append(turns)

    stage = Stage(1, 1, 1, 1, seconds=1.0)
    stage.campaign._ledger = Noting()
    counting = asyncio.ensure_future(count())
    await stage.run()
    counting.cancel()
    assert len(set(settled)) == 4


async def test_a_campaign_of_nothing_is_done() -> None:
    progress = await Stage().run()
    assert progress.state is State.DONE
    assert progress.settled == 0


# -- pace


async def test_requests_leave_at_the_pace_of_their_devices() -> None:
    stage = Stage(1000, 1000, 1000, pace=500)
    await stage.run()
    assert stage.service.moments == pytest.approx([0, 2, 4])


async def test_a_repeat_counts_like_any_request() -> None:
    stage = Stage(1000, 1000, fates=[BUSY, accepted], pace=100)
    await stage.run()
    assert stage.service.moments == pytest.approx([0, 10, 20])


async def test_a_new_pace_is_felt_by_those_that_wait() -> None:
    stage = Stage(1000, 1000, pace=10)
    campaign = stage.campaign
    await stage.run_and(2, lambda: campaign.set_pace(None))
    assert stage.service.moments == pytest.approx([0, 2])


async def test_early_timers_do_not_quicken_the_pace() -> None:
    stage = Stage(*[100] * 20, pace=1000, early=0.024)
    await stage.run()
    assert len(stage.service.moments) == 20
    for number, moment in enumerate(stage.service.moments):
        assert number / 10 <= moment < number / 10 + 0.002


# -- repeating


async def test_what_was_refused_for_now_is_repeated_until_it_is_accepted() -> None:
    stage = Stage(3, fates=[BUSY, unsent("ConnectError"), accepted])
    progress = await stage.run()
    assert progress.counts[Verdict.ACCEPTED] == 3
    assert stage.book.begun == [0, 0, 0]
    assert stage.book.repeats == [(0, 0.5), (0, 1)]
    assert list(stage.book.fates) == [0]


@pytest.mark.parametrize(
    "fate",
    [lost, answered(502, b"<html>"), answered(504), answered(413), answered(401)],
    ids=["lost", "502", "504", "413", "401"],
)
async def test_what_may_be_on_a_phone_or_is_refused_for_good_is_not_repeated(
    fate: Fate,
) -> None:
    stage = Stage(2, fates=[fate])
    await stage.run()
    assert stage.service.received == {"t0": 1, "t1": 1}


async def test_a_busy_service_holds_all_requests_back() -> None:
    busy = answered(503, Retry_After="30")
    stage = Stage(*[1] * 5, fates=[busy], seconds=0.1, in_flight=2)
    await stage.run()
    # The two that were out when it was told so, and after 30 seconds the others.
    moments = stage.service.moments
    assert moments[:2] == [0, 0]
    assert min(moments[2:]) == pytest.approx(30.1)
    assert stage.service.received.total() == 6


async def test_one_request_at_a_time_waits_out_a_retry_after() -> None:
    stage = Stage(1, 1, fates=[answered(503, Retry_After="30")], in_flight=1)
    await stage.run()
    assert stage.service.moments == pytest.approx([0, 30, 30])


async def test_early_timers_do_not_shorten_a_retry_after() -> None:
    stage = Stage(1, fates=[answered(503, Retry_After="5")], early=0.048)
    await stage.run()
    assert 5 <= stage.service.moments[1] < 5.002


async def test_early_timers_do_not_shorten_the_wait_of_one_request() -> None:
    inner = answered(500, b'{"code":"81000001"}')
    stage = Stage(1, fates=[inner], early=0.048)
    await stage.run()
    assert 0.5 <= stage.service.moments[1] < 0.502


async def test_an_inner_error_holds_nobody_else_back() -> None:
    inner = answered(500, b'{"code":"81000001"}')
    stage = Stage(1, 1, 1, fates=[inner], seconds=0.1, in_flight=2)
    await stage.run()
    received = [tokens[0] for _, tokens in stage.service.posted]
    assert received.index("t2") < len(received) - 1
    assert stage.service.moments[-1] == pytest.approx(0.6)


async def test_the_last_fate_is_the_one_that_counts() -> None:
    stage = Stage(2, fates=[BUSY] * 5)
    progress = await stage.run()
    assert len(stage.service.posted) == 5
    assert progress.counts[Verdict.REJECTED] == 2


# -- pause, resume, stop


async def test_a_pause_begins_nothing_and_lets_come_home_what_is_out() -> None:
    stage = Stage(*[1] * 10, seconds=1, in_flight=1)
    campaign = stage.campaign
    async with stage.time.passing():
        task = asyncio.ensure_future(campaign.run(stage.service))
        await stage.time.sleep(1.5)
        campaign.pause()
        await stage.time.sleep(100)
        assert campaign.progress.state is State.PAUSED
        assert campaign.progress.settled == len(stage.service.posted) == 2
        campaign.resume()
        progress = await task
    assert progress.counts[Verdict.ACCEPTED] == 10
    assert stage.service.received.total() == 10


async def test_a_pause_also_holds_repeats_back() -> None:
    stage = Stage(1, fates=[BUSY])
    campaign = stage.campaign
    async with stage.time.passing():
        task = asyncio.ensure_future(campaign.run(stage.service))
        await stage.time.sleep(0.1)
        campaign.pause()
        await stage.time.sleep(100)
        assert len(stage.service.posted) == 1
        campaign.resume()
        await task
    assert len(stage.service.posted) == 2


async def test_it_can_be_paused_before_it_runs() -> None:
    stage = Stage(1)
    stage.campaign.pause()
    await stage.run_and(5, stage.campaign.resume)
    assert stage.service.moments == pytest.approx([5])


async def test_a_stop_waits_for_answers_that_are_near() -> None:
    stage = Stage(*[1] * 10, seconds=GRACE * 0.8, in_flight=2)
    progress = await stage.run_and(0.1, stage.campaign.stop)
    assert progress.state is State.STOPPED
    assert progress.counts == Counter({Verdict.ACCEPTED: 2} | _none_but("accepted"))
    assert progress.waiting == 8


def _none_but(*names: str) -> dict[Verdict, int]:
    return {each: 0 for each in Verdict if each not in names}


async def test_a_stop_gives_up_what_does_not_come_home() -> None:
    stage = Stage(*[1] * 10, seconds=60, in_flight=2)
    progress = await stage.run_and(1, stage.campaign.stop)
    assert stage.time.now == pytest.approx(1001 + GRACE)
    assert progress.counts[Verdict.UNKNOWN] == 2
    assert progress.waiting == 8
    assert stage.book.verdicts == {"t0": Verdict.UNKNOWN, "t1": Verdict.UNKNOWN}


async def test_what_was_still_connecting_when_it_was_stopped_was_not_sent() -> None:
    stage = Stage(1, 1, seconds=60)
    stage.service.connecting = True
    progress = await stage.run_and(1, stage.campaign.stop)
    assert progress.counts[Verdict.NOT_SENT] == 2


async def test_a_stop_ends_a_wait_at_once_and_keeps_the_refusal() -> None:
    stage = Stage(1, 1, fates=[answered(503, Retry_After="200")], in_flight=1)
    progress = await stage.run_and(1, stage.campaign.stop)
    assert stage.time.now <= 1001 + GRACE
    assert stage.book.verdicts == {"t0": Verdict.REJECTED}
    assert progress.waiting == 1
    assert len(stage.service.posted) == 1


async def test_a_stop_ends_a_wait_for_the_pace() -> None:
    stage = Stage(1000, 1000, pace=1)
    progress = await stage.run_and(1, stage.campaign.stop)
    assert stage.time.now <= 1001 + GRACE
    assert progress.waiting == 1000


async def test_a_stop_ends_a_pause() -> None:
    stage = Stage(1, 1, seconds=1, in_flight=1)
    campaign = stage.campaign
    progress = await stage.run_and(0.5, campaign.pause, campaign.stop)
    assert progress.state is State.STOPPED
    assert progress.waiting + progress.settled == 2


async def test_what_is_stopped_before_it_runs_sends_nothing() -> None:
    stage = Stage(1, 1)
    stage.campaign.stop()
    progress = await stage.run()
    assert progress.state is State.STOPPED
    assert stage.service.posted == []
    assert progress.waiting == 2


async def test_a_cancelled_run_still_settles_what_has_begun() -> None:
    stage = Stage(*[1] * 5, seconds=60, in_flight=2)
    async with stage.time.passing():
        task = asyncio.ensure_future(stage.campaign.run(stage.service))
        await stage.time.sleep(1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert stage.book.verdicts == {"t0": Verdict.UNKNOWN, "t1": Verdict.UNKNOWN}
    assert stage.campaign.progress.state is State.STOPPED


async def test_a_stop_while_the_ledger_writes_sends_nothing() -> None:
    stage = Stage(1)
    stage.book.gate = asyncio.Event()
    progress = await stage.run_and(1, stage.campaign.stop)
    assert stage.service.posted == []
    assert progress.counts[Verdict.NOT_SENT] == 1


async def test_a_stop_just_before_the_ledger_has_written_sends_nothing() -> None:
    stage = Stage(1)
    stage.book.gate = asyncio.Event()
    progress = await stage.run_and(1, stage.campaign.stop, stage.book.gate.set)
    assert stage.book.begun == [0]
    assert stage.service.posted == []
    assert progress.counts[Verdict.NOT_SENT] == 1


async def test_what_the_ledger_cannot_write_is_not_sent() -> None:
    stage = Stage(2, 2, 2)
    stage.book.full = {1}
    progress = await stage.run()
    assert stage.service.received == Counter({"t0": 1, "t1": 1, "t4": 1, "t5": 1})
    assert progress.counts[Verdict.ACCEPTED] == 4
    assert progress.counts[Verdict.NOT_SENT] == 2
    assert {each.reason for each in stage.book.fates[1].outcomes} == {"unwritten"}
    assert stage.book.fates[1].failure


async def test_a_repeat_that_the_ledger_cannot_write_stays_refused() -> None:
    stage = Stage(2, fates=[BUSY])
    begins = stage.book.begins

    async def once(number: int, request: Request) -> Sentence | None:
        why = await begins(number, request)
        stage.book.full = {number}
        return why

    stage.book.begins = once  # type: ignore[method-assign]
    progress = await stage.run()
    assert len(stage.service.posted) == 1
    assert progress.counts[Verdict.REJECTED] == 2


# -- a credential that is no use


@pytest.mark.parametrize(
    "reason", ["credential", "1101/12304", CERTIFICATE, PROXY_LOGIN, SETTINGS]
)
async def test_once_the_credential_is_refused_nothing_more_is_tried(
    reason: str,
) -> None:
    stage = Stage(*[1] * 100, fates=[unsent(reason)], in_flight=1, pace=1)
    progress = await stage.run()
    assert len(stage.service.posted) == 1
    assert stage.time.now < 1001
    assert progress.counts[Verdict.NOT_SENT] == 100
    assert progress.state is State.DONE
    fates = [fate for each in stage.book.fates.values() for fate in each.outcomes]
    assert {each.reason for each in fates} == {reason}
    assert len({each.token for each in fates}) == 100


@pytest.mark.parametrize("reason", ["HTTP 200", "ConnectError", PROXY, TLS])
async def test_trouble_on_the_way_does_not_keep_the_others_back(reason: str) -> None:
    stage = Stage(1, 1, fates=[unsent(reason)], in_flight=1)
    await stage.run()
    assert stage.book.verdicts["t1"] is Verdict.ACCEPTED


# -- a million tokens


async def test_a_campaign_keeps_no_request_that_is_settled() -> None:
    alive, most = 0, 0

    class Headers(dict[str, str]):
        def __init__(self) -> None:
            nonlocal alive, most
            alive += 1
            most = max(most, alive)

        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    class Forgetting(Book):
        def refused(self, number: int, exchange: Exchange, seconds: float) -> None: ...
        def settled(self, number: int, exchange: Exchange) -> None: ...

    def requests() -> Iterator[Request]:
        for number in range(500):
            yield Request("POST", "https://push.test/", Headers(), b"", (f"t{number}",))

    time = Time()
    service = Service(time, [BUSY, accepted, lost] * 100)
    campaign = Campaign(requests(), 500, Forgetting(), clock=time.clock, rest=time.rest)

    async def post(request: Request, tell_left: Callable[[bool], object]) -> Exchange:
        # What the repeating leaves behind in circles is for the collector.
        gc.collect()
        return await service(request, tell_left)

    gc.freeze()
    async with time.passing():
        progress = await campaign.run(post)
    assert progress.settled == 500
    assert most < 4 * IN_FLIGHT


async def test_a_bug_in_the_client_comes_out_and_leaves_the_token_unknown() -> None:
    stage = Stage(1)

    async def bug(request: Request, tell_left: Callable[[bool], object]) -> Exchange:
        raise ZeroDivisionError

    with pytest.raises(ExceptionGroup) as caught:
        async with stage.time.passing():
            await stage.campaign.run(bug)
    assert caught.group_contains(ZeroDivisionError)
    assert stage.book.verdicts == {"t0": Verdict.UNKNOWN}


# -- progress


async def test_progress_is_told_with_speed_and_time_left() -> None:
    stage = Stage(*[100] * 20, pace=200)
    await stage.run()
    states = [each.state for each in stage.book.told]
    assert states[0] is State.RUNNING
    assert states[-1] is State.DONE
    middle = stage.book.told[10]
    assert middle.per_second == pytest.approx(200)
    left = middle.total - middle.settled
    assert middle.seconds_left == pytest.approx(left / 200)
    assert stage.book.told[-1].seconds_left is None
    assert stage.book.told[-1].settled == 2000


async def test_progress_never_counts_a_device_twice() -> None:
    fates = [BUSY, lost, unsent("ConnectError"), accepted] * 5
    stage = Stage(*[7] * 20, fates=fates, seconds=0.3, in_flight=3)
    await stage.run()
    assert len(stage.book.told) > 20
    for each in stage.book.told:
        assert each.waiting >= 0
        assert each.settled + each.out + each.waiting == each.total == 140
        assert each.repeating <= each.out


async def test_progress_tells_what_waits_to_be_repeated() -> None:
    stage = Stage(5, 5, fates=[BUSY, BUSY], in_flight=2)
    async with stage.time.passing():
        task = asyncio.ensure_future(stage.campaign.run(stage.service))
        await stage.time.sleep(0.1)
        assert stage.campaign.progress.repeating == 10
        await task
    assert stage.campaign.progress.repeating == 0


async def test_what_is_out_again_does_not_wait_to_be_repeated() -> None:
    stage = Stage(5, fates=[BUSY], seconds=1)
    async with stage.time.passing():
        task = asyncio.ensure_future(stage.campaign.run(stage.service))
        await stage.time.sleep(1.2)
        assert stage.campaign.progress.repeating == 5
        await stage.time.sleep(0.8)
        assert stage.campaign.progress.repeating == 0
        assert stage.campaign.progress.out == 5
        await task


async def test_a_pause_does_not_count_as_slowness() -> None:
    stage = Stage(*[100] * 20, seconds=1, in_flight=1)
    campaign = stage.campaign
    async with stage.time.passing():
        task = asyncio.ensure_future(campaign.run(stage.service))
        await stage.time.sleep(5.5)
        campaign.pause()
        await stage.time.sleep(1000)
        campaign.resume()
        await stage.time.sleep(3)
        assert campaign.progress.per_second == pytest.approx(100)
        await task


async def test_progress_is_told_at_most_ten_times_a_second() -> None:
    stage = Stage(*[1] * 1000, seconds=0.01, in_flight=1)
    await stage.run()
    assert 90 <= len(stage.book.told) <= 110


async def test_what_comes_home_in_a_pause_is_told_although_nothing_follows() -> None:
    stage = Stage(*[5] * 20, seconds=0.03, in_flight=4)
    async with stage.time.passing():
        task = asyncio.ensure_future(stage.campaign.run(stage.service))
        await stage.time.sleep(0.04)
        stage.campaign.pause()
        await stage.time.sleep(1)
        assert stage.book.told[-1] == stage.campaign.progress
        assert stage.book.told[-1].state is State.PAUSED
        assert stage.book.told[-1].out == 0
        assert len(stage.book.told) <= 4
        stage.campaign.stop()
        await task


# -- all together


@pytest.mark.parametrize("seed", range(5))
async def test_totals_add_up_whatever_happens(seed: int) -> None:
    chance = random.Random(seed)
    kinds = [BUSY, lost, accepted, accepted, unsent("ConnectTimeout"), answered(413)]
    fates = chance.choices(kinds, k=400)
    stage = Stage(
        *[chance.randint(1, 50) for _ in range(100)],
        fates=fates,
        seconds=chance.choice([0.0, 0.2]),
        pace=chance.choice([None, 300.0]),
    )
    campaign = stage.campaign
    actions = [campaign.pause, campaign.resume, campaign.stop]
    async with stage.time.passing():
        task = asyncio.ensure_future(campaign.run(stage.service))
        for action in chance.choices(actions, weights=[5, 5, 1], k=3):
            await stage.time.sleep(chance.random() * 2)
            action()
        campaign.resume()
        progress = await task
    verdicts = stage.book.verdicts
    assert Counter(verdicts.values()) == +Counter(progress.counts)
    assert progress.settled + progress.waiting == progress.total
    # What was never settled never left.
    assert not {t for t in stage.service.received if t not in verdicts}
