"""P9: how fast a history of a million devices opens, is leafed through, and searched.

    python -m tests.benchmarks.history [devices] [rounds]

Half of the devices are in one send, the others in sends to ten each. What `History`
gives is compared with the plainest query of SQLite that fetches as many rows, made in a
thread too: in turns, in random order, in the same run. Told are ratios of medians;
and how a search fares while a million devices more are being written.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import pairwise
from pathlib import Path

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.record import SendQuery, SendRecord
from hmpush_gui.store.history import PAGE, History
from hmpush_gui.store.history_schema import connect_reader
from hmpush_gui.store.history_words import SPAN

from .ticks import memory

GOAL = 2
TEN = 10
LENGTH = 130
PROJECT = Project("p", "Shop")

_PAGE = "SELECT * FROM send WHERE id < ? ORDER BY id DESC LIMIT ?"

_TEXT = f"""
SELECT send.* FROM found JOIN send ON send.id = found.rowid / {SPAN}
WHERE found MATCH ? ORDER BY found.rowid DESC LIMIT ?"""

WORDS = {
    "a word of every message": "parcel",
    "Chinese": "限时优惠",
    "two words": "parcel tomorrow",
    "one message of all": "number-{middle}",
    "no message": "nothing-like-it",
}


def _record(number: int, devices: tuple[Device, ...]) -> SendRecord:
    note = {
        "title": f"Parcel number-{number} 限时优惠",
        "body": f"It arrives tomorrow at {number % 24}:{number % 60:02}.",
    }
    message = Message(Api.V3, "0", {"payload": {"notification": note}})
    return SendRecord(f"send-{number}", 1e9 + number, PROJECT, message, devices)


def _devices(number: int, count: int) -> tuple[Device, ...]:
    chance = random.Random(number)
    return tuple(
        Device(f"{chance.getrandbits(520):0{LENGTH}x}", f"Phone {each}", "p")
        for each in range(count)
    )


def _fill(history: History, devices: int) -> int:
    """Write the sends; how many there are."""
    sends = devices // 2 // TEN
    for number in range(sends):
        written = history.begin(_record(number, _devices(number, TEN)))
        if number % 1000 == 0:
            written.result()
    history.begin(_record(sends, _devices(sends, devices // 2))).result()
    for number in range(sends + 1):
        done = history.finish(f"send-{number}")
    done.result()
    return sends + 1


def _medians(
    variants: dict[str, Callable[[], object]], rounds: int
) -> dict[str, float]:
    """Seconds of each, measured in turns."""
    taken: dict[str, list[float]] = {name: [] for name in variants}
    for _ in range(rounds):
        for name in random.sample(list(variants), len(variants)):
            started = time.perf_counter()
            variants[name]()
            taken[name].append(time.perf_counter() - started)
    return {name: statistics.median(each) for name, each in taken.items()}


def _compare(
    what: str, ours: Callable[[], object], plain: Callable[[], object], rounds: int
) -> None:
    told = _medians({"ours": ours, "plain": plain}, rounds)
    print(
        f"P9 ... {GOAL:.2f}: {told['ours'] / told['plain']:5.2f}   {what} "
        f"({told['ours'] * 1000:.2f} ms, plain {told['plain'] * 1000:.2f} ms)"
    )


def _look(history: History, path: Path, sends: int, rounds: int) -> None:
    with closing(connect_reader(path)) as plain, ThreadPoolExecutor(1) as thread:

        def fetch(statement: str, given: tuple[object, ...]) -> object:
            return plain.execute(statement, (*given, PAGE)).fetchall()

        def rows(statement: str, *given: object) -> object:
            return thread.submit(fetch, statement, given).result()

        def search(text: str = "", below: int | None = None) -> object:
            return history.search(SendQuery(text), below).result()

        _compare("open", search, lambda: rows(_PAGE, sends + 1), rounds)
        places = iter([random.randrange(PAGE, sends) for _ in range(2 * rounds)])
        _compare(
            "jump",
            lambda: search(below=next(places)),
            lambda: rows(_PAGE, next(places)),
            rounds,
        )
        for what, word in WORDS.items():
            text = word.format(middle=sends // 2)
            match = " AND ".join(f'"{each}"' for each in text.split())
            _compare(
                what,
                lambda text=text: search(text),  # type: ignore[misc]
                lambda match=match: rows(_TEXT, match),  # type: ignore[misc]
                rounds,
            )
        token = _devices(7, 1)[0].token
        for what, text in (
            ("a whole token", token),
            ("two Chinese letters", "优惠"),
            ("a piece of a token, when nothing else has it", token[40:60]),
        ):
            query, inside = SendQuery(text), text != token
            started = time.perf_counter()
            history.search(query, in_tokens=inside).result()
            taken = time.perf_counter() - started
            print(f"             {taken * 1000:8.2f} ms   {what}")


def _write(history: History, sends: int, devices: int) -> None:
    """Write one send more, and search meanwhile."""
    record, before = _record(sends, _devices(sends, devices)), memory()
    seen: list[float] = [time.perf_counter()]
    writing = history.begin(record, lambda _count: seen.append(time.perf_counter()))
    waited = []
    while not writing.done():
        started = time.perf_counter()
        history.search(SendQuery("parcel")).result()
        waited.append(time.perf_counter() - started)
        time.sleep(0.02)
    longest = max(after - each for each, after in pairwise(seen))
    print(
        f"{devices} devices written in {seen[-1] - seen[0]:.1f} s, at most "
        f"{longest:.2f} s at a time, {(memory() - before) / 1e6:.0f} MB more; a search "
        f"meanwhile: {statistics.median(waited) * 1000:.1f} ms, "
        f"at most {max(waited) * 1000:.0f} ms"
    )


def main() -> None:
    devices = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 25
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history.sqlite3"
        history = History(path)
        sends = _fill(history, devices)
        size = path.stat().st_size / 1e6
        print(f"{devices} devices in {sends} sends, {size:.0f} MB")
        _look(history, path, sends, rounds)
        _write(history, sends, devices)
        history.close()


if __name__ == "__main__":
    main()
