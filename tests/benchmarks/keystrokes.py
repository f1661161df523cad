"""P7: what one keystroke costs in a message of 4 KB, in the real window.

    python -m tests.benchmarks.keystrokes [keys]

A keystroke is typed into the title; with it come the change of the document, the bytes,
the meter, the checks, and painting form, meter and preview. It is compared with
encoding the message once, in the same run.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from qasync import QEventLoop

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.document import encode, write
from hmpush_gui.pushkit.message import Message
from tests.programs import program

FRAME = 1 / 60
TITLE = ("payload", "notification", "title")
BODY = ("payload", "notification", "body")
DATA = ("payload", "notification", "clickAction", "data", "order")


def _large(message: Message) -> Message:
    """`message` with text and data up to 3.9 KB."""
    document = write(message.document, BODY, "包裹预计明天上午送达。" * 30)
    room = 3900 - encode(Message(message.api, message.push_type, document)).size
    document = write(document, DATA, {f"key{n}": "x" * 40 for n in range(room // 52)})
    return Message(message.api, message.push_type, document)


def _seconds(act: Callable[[], object], rounds: int) -> list[float]:
    taken = []
    for _ in range(rounds):
        started = time.perf_counter()
        act()
        taken.append(time.perf_counter() - started)
    return taken


def _keystroke(desk: Desk, app: QApplication, field: QWidget) -> None:
    """Type a letter, check, and paint all of it."""
    QTest.keyClicks(field, "x")
    desk.window.checks.check()
    app.sendPostedEvents()
    app.processEvents()


async def _measure(keys: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        async with program(Path(folder)) as desk:
            window = desk.window
            window.document.replace(_large(window.document.message), "large")
            window.composer.focus(TITLE)
            field = app.focusWidget()
            assert field is not None
            _seconds(lambda: _keystroke(desk, app, field), 10)
            typed = _seconds(lambda: _keystroke(desk, app, field), keys)
            message = window.document.message
            once = statistics.median(_seconds(lambda: encode(message), 300))
    _print(typed, once, encode(message).size)


def _print(typed: list[float], once: float, size: int) -> None:
    middle = statistics.median(typed)
    late = sum(each > FRAME for each in typed)
    print(f"{len(typed)} keys in a message of {size} bytes")
    print(f"encoding it once: {once * 1e6:.0f} µs")
    print(f"a keystroke: median {middle * 1e3:.1f} ms, longest {max(typed) * 1e3:.1f}")
    print(f"P7 ... 100: {middle / once:.0f}   (keystroke against encoding once)")
    print(f"P7 ...   0: {late}   (keystrokes over a frame of 16.7 ms)")


def main() -> None:
    keys = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        runner.run(_measure(keys))


if __name__ == "__main__":
    main()
