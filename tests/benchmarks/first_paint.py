"""P6: from the start of the process to the first paint, against a bare window.

    python -m tests.benchmarks.first_paint [rounds]

Each round starts both programs afresh, in a random order, both with their byte code
at hand as an installed program has it. Goal: a ratio of 1.3 or less.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_NO_BYTE_CODE = "PYTHONDONTWRITEBYTECODE"

WATCH = """
import os, time
from PySide6.QtCore import QEvent, QObject
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            print(time.monotonic(), flush=True)
            os._exit(0)
        return False
"""

BARE = (
    WATCH
    + """
import asyncio, sys
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from qasync import QEventLoop
app = QApplication(sys.argv)
watch = Watch()
async def main():
    window = QMainWindow()
    window.setCentralWidget(QWidget())
    window.centralWidget().installEventFilter(watch)
    window.resize(1280, 800)
    window.show()
    await asyncio.Event().wait()
with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
    runner.run(main())
"""
)

OURS = (
    WATCH
    + """
import sys
from pathlib import Path
import hmpush_gui.app as app
from hmpush_gui.desk import Desk
from hmpush_gui.start import Options
watch = Watch()
class Watched(Desk):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.window.centralWidget().installEventFilter(watch)
app.Desk = Watched
app.main(Options(True, Path(sys.argv[1])))
"""
)


def surroundings(folder: str) -> dict[str, str]:
    """The environment, with byte code kept in `folder` whatever it says of it."""
    kept = {key: value for key, value in os.environ.items() if key != _NO_BYTE_CODE}
    code = str(Path(folder, "byte code"))
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": code}


def seconds(code: str, folder: str) -> float:
    """From starting Python to the first paint."""
    started = time.monotonic()
    ran = subprocess.run(
        [sys.executable, "-c", code, folder],
        capture_output=True,
        text=True,
        check=True,
        env=surroundings(folder),
        cwd=Path(__file__).parents[2],
    )
    return float(ran.stdout.split()[-1]) - started


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    times: dict[str, list[float]] = {BARE: [], OURS: []}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds + 1):
            for code in random.sample(list(times), 2):
                times[code].append(seconds(code, folder))
    # The first round warms the caches.
    bare = statistics.median(times[BARE][1:])
    ours = statistics.median(times[OURS][1:])
    print(f"P6 first paint, {rounds} rounds, medians")
    print(f"  bare window {bare * 1000:6.0f} ms   1.00")
    print(f"  hmpush-gui  {ours * 1000:6.0f} ms   {ours / bare:.2f}   (goal 1.30)")


if __name__ == "__main__":
    main()
