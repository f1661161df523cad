"""How smoothly a window runs: the gaps between the ticks of a 5 ms timer."""

import os
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

FRAME = 1 / 60


class Ticks:
    """Collects gaps, in seconds, from its making until `stop`."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._last = self._started = time.perf_counter()
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(5)

    def stop(self) -> None:
        self._timer.stop()
        self._on_tick()

    @property
    def p99(self) -> float:
        return sorted(self.gaps)[int(len(self.gaps) * 0.99)]

    @property
    def late(self) -> int:
        """How many gaps were longer than a frame."""
        return sum(gap > FRAME for gap in self.gaps)

    def __str__(self) -> str:
        return (
            f"{self._last - self._started:7.1f} s   p99 {self.p99 * 1000:.1f} ms, "
            f"longest {max(self.gaps) * 1000:.0f} ms, "
            f"{self.late} of {len(self.gaps)} over a frame"
        )

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now


def memory() -> int:
    """Bytes that this process holds."""
    pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


_BARE = """
import asyncio, sys
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from qasync import QEventLoop
from tests.benchmarks.ticks import memory
app = QApplication(sys.argv)
async def main():
    window = QMainWindow()
    window.setCentralWidget(QWidget())
    window.resize(1280, 800)
    window.show()
    await asyncio.sleep(2)
    print(memory())
with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
    runner.run(main())
"""


def bare_memory() -> int:
    """Bytes that a program holds whose window is empty."""
    ran = subprocess.run(
        [sys.executable, "-c", _BARE], capture_output=True, text=True, check=True
    )
    return int(ran.stdout)
