"""P1 to P4: how fast, and at what cost, a campaign sends.

    pip install '.[bench]'
    python -m tests.benchmarks.sending [rounds]

All variants send requests of 1000 tokens to one fake service in another process. They
take turns in a random order; what is printed are medians and ratios of medians.
"""

import asyncio
import itertools
import math
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import httpx
import requests

from hmpush_gui.pushkit.bearer import Bearer
from hmpush_gui.pushkit.campaign import Campaign
from hmpush_gui.pushkit.client import PushClient
from hmpush_gui.pushkit.credential import OAuthClient
from hmpush_gui.pushkit.document import encode, write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.progress import Progress
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.protocol import Exchange, Request, Verdict
from hmpush_gui.pushkit.sending import send_requests
from hmpush_gui.pushkit.wires import usual_wires

from .fake_service import fake_service

BATCH = 1000
TOKENS = [f"{number:07d}" + "x" * 123 for number in range(20 * BATCH)]
WIRES = usual_wires()
Run = Callable[[str, int, int], None]
"""Sends so many requests with so many in flight to a base URL."""


@dataclass
class Cost:
    """What runs of one variant took: seconds, and seconds of CPU, per request."""

    time: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def measure(self, run: Run, url: str, count: int, in_flight: int) -> None:
        cpu, started = _cpu(), time.perf_counter()
        run(url, count, in_flight)
        self.time.append((time.perf_counter() - started) / count)
        self.cpu.append((_cpu() - cpu) / count)

    @property
    def per_second(self) -> float:
        return 1 / statistics.median(self.time)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _message() -> Message:
    message = kind("v1-notification").message()
    document = write(message.document, ("message", "notification", "title"), "Parcel")
    return Message(message.api, message.push_type, document)


def _json(batch: list[str]) -> object:
    return write(_message().document, ("message", "token"), batch)


def _batches(count: int) -> list[list[str]]:
    starts = itertools.islice(itertools.cycle(range(0, len(TOKENS), BATCH)), count)
    return [TOKENS[at : at + BATCH] for at in starts]


class _NoLedger:
    async def begins(self, number: int, request: Request) -> None:
        pass

    def refused(self, number: int, exchange: Exchange, seconds: float) -> None:
        pass

    def settled(self, number: int, exchange: Exchange) -> None:
        pass

    def progressed(self, progress: Progress) -> None:
        pass


def ours(url: str, count: int, in_flight: int) -> None:
    """A campaign through `PushClient`."""
    project = Project("b", "b", client_id="1", push_host=url, oauth_host=url)

    async def main() -> None:
        tokens = itertools.chain.from_iterable(_batches(count))
        requests = send_requests(project, _message(), tokens)
        campaign = Campaign(requests, count * BATCH, _NoLedger(), in_flight=in_flight)
        async with PushClient(project, OAuthClient("1", "secret"), WIRES) as client:
            # The others are given theirs, too.
            client._auth._bearer = Bearer("made/up+==", math.inf)
            progress = await campaign.run(client.send)
        assert progress.counts[Verdict.ACCEPTED] == count * BATCH

    asyncio.run(main())


def bare_httpx(url: str, count: int, in_flight: int) -> None:
    """One httpx client and `json=`."""
    headers = {"Authorization": "Bearer made/up+=="}
    batches = iter(_batches(count))

    async def lane(http: httpx.AsyncClient) -> None:
        for batch in batches:
            answer = await http.post(
                f"{url}/v1/1/messages:send", json=_json(batch), headers=headers
            )
            assert answer.json()["code"] == "80000000"

    async def main() -> None:
        async with httpx.AsyncClient(verify=WIRES.tls) as http:
            await asyncio.gather(*(lane(http) for _ in range(in_flight)))

    asyncio.run(main())


def plain_requests(url: str, count: int, in_flight: int) -> None:
    """A loop around `requests.post` in threads, as the official Python SDK sends."""

    def lane(batches: list[list[str]]) -> None:
        for batch in batches:
            _post(requests, url, batch)

    _in_threads(lane, count, in_flight)


def requests_sessions(url: str, count: int, in_flight: int) -> None:
    """The same with a session for each thread, which keeps its connection."""

    def lane(batches: list[list[str]]) -> None:
        with requests.Session() as session:
            for batch in batches:
                _post(session, url, batch)

    _in_threads(lane, count, in_flight)


def _post(poster: Any, url: str, batch: list[str]) -> None:
    headers = {"Authorization": "Bearer made/up+=="}
    answer = poster.post(
        f"{url}/v1/1/messages:send", json=_json(batch), headers=headers
    )
    assert answer.json()["code"] == "80000000"


def _in_threads(
    lane: Callable[[list[list[str]]], None], count: int, in_flight: int
) -> None:
    batches = _batches(count)
    with ThreadPoolExecutor(in_flight) as threads:
        list(threads.map(lane, (batches[at::in_flight] for at in range(in_flight))))


def only_encode(_url: str, count: int, _in_flight: int) -> None:
    """No network: what making the bodies costs."""
    encoded = encode(_message())
    for batch in _batches(count):
        encoded.with_tokens(batch)


VARIANTS: dict[str, Run] = {
    "ours": ours,
    "bare httpx": bare_httpx,
    "requests": plain_requests,
    "  sessions": requests_sessions,
    "only encode": only_encode,
}
CASES = [(20, 10, 600), (80, 10, 400), (80, 50, 1000), (0, 10, 600)]
"""Milliseconds of the service, requests in flight, requests."""


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    costs = {(case, name): Cost() for case in CASES for name in VARIANTS}
    with fake_service() as url:
        for _ in range(rounds):
            for case, name in random.sample(list(costs), len(costs)):
                latency, in_flight, count = case
                cost = costs[case, name]
                cost.measure(VARIANTS[name], f"{url}/{latency}", count, in_flight)
    print(f"Requests of {BATCH} tokens, {rounds} rounds, medians")
    for case in CASES:
        _print_case(case, {name: costs[case, name] for name in VARIANTS})
    _print_goals(costs)


def _print_case(case: tuple[int, int, int], costs: dict[str, Cost]) -> None:
    latency, in_flight, _ = case
    print(f"{latency} ms, {in_flight} in flight")
    for name, cost in costs.items():
        cpu = statistics.median(cost.cpu) * 1000
        print(f"  {name:12} {cost.per_second:7.0f} /s   CPU {cpu:6.2f} s / 1000")


def _print_goals(costs: dict[tuple[tuple[int, int, int], str], Cost]) -> None:
    for case in CASES[:3]:
        latency, in_flight, _ = case
        ideal = in_flight / latency * 1000
        ratio = costs[case, "ours"].per_second / ideal
        goal = "P1 ... 0.90" if in_flight == 10 else "P3 ... 0.85"
        print(f"{goal}: {ratio:.2f}   ({latency} ms, {in_flight} in flight)")
    for case in CASES[:2]:
        ratio = costs[case, "ours"].per_second / costs[case, "requests"].per_second
        print(f"P2 ... 1.10: {ratio:.2f}   ({case[0]} ms, {case[1]} in flight)")
    cpu = [statistics.median(costs[CASES[3], each].cpu) for each in VARIANTS]
    print(f"P4 ... 0.50: {cpu[0] / cpu[1]:.2f}   (CPU, no latency, 10 in flight)")
    crowd = [statistics.median(costs[CASES[2], each].cpu) for each in VARIANTS]
    print(f"             {crowd[0] / crowd[1]:.2f}   (CPU, 80 ms, 50 in flight)")


if __name__ == "__main__":
    main()
