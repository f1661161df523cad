"""P5: how smoothly the real window runs while it sends.

    python -m tests.benchmarks.smoothness [rounds]

A fake Push Kit in a process of its own answers after 20 or 80 ms. Idle and busy spells
take turns; what is printed are medians of the rounds.
"""

import asyncio
import os
import statistics
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.message import Message
from tests.programs import idle, program, until

from .fake_service import fake_service
from .ticks import Ticks

TOKENS = 40_000
GOAL = 1.3


def _prepare(desk: Desk, url: str) -> None:
    """Forty thousand devices of a project whose Push Kit is at `url`."""
    window = desk.window
    assert window.choice.project
    window.replace_project(
        replace(window.choice.project, push_host=url, oauth_host=url)
    )
    message = window.document.message
    document = write(message.document, ("pushOptions", "testMessage"), False)
    window.document.replace(
        Message(message.api, message.push_type, document), "not a test"
    )
    window.devices.remove(range(window.devices.rowCount()))
    window.devices.add([f"{number:07}" + "x" * 123 for number in range(TOKENS)])


async def _idle() -> Ticks:
    ticks = Ticks()
    await asyncio.sleep(4)
    ticks.stop()
    return ticks


async def _busy(desk: Desk) -> Ticks:
    desk.window.gate.send()
    await until(lambda: not idle(desk), 30)
    ticks = Ticks()
    await until(lambda: idle(desk), 300)
    ticks.stop()
    return ticks


async def _measure(folder: Path, url: str, rounds: int) -> None:
    async with program(folder) as desk:
        for latency in (20, 80):
            _prepare(desk, f"{url}/{latency}")
            await asyncio.sleep(1)
            pairs = [(await _idle(), await _busy(desk)) for _ in range(rounds)]
            _print(latency, pairs)


def _print(latency: int, pairs: list[tuple[Ticks, Ticks]]) -> None:
    ratio = statistics.median(busy.p99 / still.p99 for still, busy in pairs)
    late = sum(busy.late for _, busy in pairs)
    count = sum(len(busy.gaps) for _, busy in pairs)
    still, busy = pairs[-1]
    print(f"{latency} ms   idle {still}")
    print(f"        busy {busy}")
    print(f"P5      {ratio:.2f} (goal {GOAL}); {late} of {count} over a frame")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    with (
        fake_service() as url,
        tempfile.TemporaryDirectory() as folder,
        asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner,
    ):
        runner.run(_measure(Path(folder), url, rounds))


if __name__ == "__main__":
    main()
