"""P5, P10 and P11: a million tokens from a file, sent in the real window.

    python -m tests.benchmarks.million [tokens]

One token in a hundred is dead, and the sandbox of this process, which works for the
answers on the same cores, is busy (503) at one request in a hundred. Told are

- P5: gaps between the ticks of a 5 ms timer while idle, importing and sending;
- P10: the memory of the idle window against that of an empty one; what the list, and
  then the send, add to it against the bytes of the file;
- P11: tokens lost, doubled, or told otherwise than the sandbox's own books tell.
"""

import asyncio
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.sandbox.chance import Chance
from hmpush_gui.sandbox.scenario import Scenario
from tests.programs import engine, idle, program, sandbox, until

from .ticks import Ticks, bare_memory, memory

DEAD_EVERY = 100
BUSY = 0.01
LENGTH = 130
"""Characters of a push token."""


@contextmanager
def ticking(what: str) -> Iterator[Ticks]:
    ticks = Ticks()
    yield ticks
    ticks.stop()
    _say(f"{what:<10} {ticks}   {memory() >> 20} MB")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _tokens(count: int) -> Iterator[str]:
    for number in range(count):
        state = "live" if number % DEAD_EVERY else "dead"
        yield f"SANDBOX-{state}-{number:09}".ljust(LENGTH, "x")


async def _fill(desk: Desk, file: Path) -> None:
    devices = desk.window.devices
    devices.remove(range(devices.rowCount()))
    tokens = await asyncio.to_thread(lambda: file.read_text().split())
    roll = devices.roll_of(desk.window.choice.key)
    devices.add_compared(await asyncio.to_thread(roll.compare, tokens))


async def _send(desk: Desk) -> None:
    desk.window.gate.send()
    await until(lambda: not idle(desk), 60)
    await until(lambda: idle(desk), 3600)


def _real(message: Message) -> Message:
    """Not a test message, of which a request carries only ten tokens."""
    document = write(message.document, ("pushOptions", "testMessage"), False)
    return Message(message.api, message.push_type, document)


async def _measure(folder: Path, file: Path, size: int, count: int) -> None:
    async with program(folder) as desk:
        await _run(desk, file, size, count)


async def _run(desk: Desk, file: Path, size: int, count: int) -> None:
    document = desk.window.document
    document.replace(_real(document.message), "not a test")
    await asyncio.sleep(2)
    empty = memory()
    with ticking("idle") as still:
        await asyncio.sleep(5)
    with ticking("import"):
        await _fill(desk, file)
    await asyncio.sleep(2)
    listed = memory()
    place = sandbox(desk)
    place.scenario = Scenario.RANDOM
    place.chance = Chance({Scenario.UNAVAILABLE: BUSY}, seed=1)
    with ticking("send") as busy:
        await _send(desk)
    sent = memory()
    _say(f"P5   p99 while sending against idle: {busy.p99 / still.p99:.2f}")
    _say("     (with Push Kit in the same process; see tests.benchmarks.smoothness)")
    _say(f"P10  idle against an empty window: {empty / bare_memory():.2f}")
    _say(f"     list against the file: {(listed - empty) / size:.2f}")
    _say(f"     list and send against the file: {(sent - empty) / size:.2f}")
    await _hold_against(desk, count)


async def _hold_against(desk: Desk, count: int) -> None:
    """Results, history and the sandbox's own books tell the same of each token."""
    books, history = sandbox(desk).books, engine(desk)._history
    counts = desk.window.outcome.results.model.counts()
    (send,) = (await asyncio.wrap_future(history.recent(1))).sends
    kept = await asyncio.wrap_future(history.load(send.key))
    assert kept is not None
    wrong = 0
    for outcome in kept.outcomes:
        token = books.count(outcome.token)
        wrong += token.at_risk > 1
        wrong += token.accepted != (outcome.verdict is Verdict.ACCEPTED)
    lost = count - len({outcome.token for outcome in kept.outcomes})
    _say(f"P11  {lost} lost, {wrong} wrong, {len(books.repeats)} doubled")
    _say(f"     results {dict(counts)}")
    _say(f"     history {dict(Counter(each.verdict for each in kept.outcomes))}")
    _say(f"     sandbox {books.tokens} tokens, {books.totals}")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    app = QApplication([])
    # An error closes the window, and is to be told.
    app.setQuitOnLastWindowClosed(False)
    with (
        tempfile.TemporaryDirectory() as folder,
        asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner,
    ):
        file = Path(folder, "tokens.txt")
        size = file.write_text("\n".join(_tokens(count)))
        runner.run(_measure(Path(folder, "data"), file, size, count))


if __name__ == "__main__":
    main()
