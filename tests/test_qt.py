"""The installed Qt and Python get on with each other."""

import subprocess
import sys

EMIT = """
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Source(QObject):
    told = Signal(bool)
app = QCoreApplication([])
source, count = Source(), 0
def on_told(value):
    global count
    count += value
source.told.connect(on_told)
for _ in range(100_000):
    source.told.emit(True)
print(count)
"""


def test_qt_survives_a_hundred_thousand_emits() -> None:
    # PySide6 6.12.0 drops a reference to True at each and aborts Python 3.11.
    ran = subprocess.run(
        [sys.executable, "-c", EMIT],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (ran.returncode, ran.stdout.strip()) == (0, "100000"), ran.stderr
