"""Exports and the window, on a real disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hmpush_gui.export_files import ExportFiles
from hmpush_gui.pushkit.message import Draft
from hmpush_gui.ui.main_window import MainWindow

from .ui import samples


class Bench:
    """A window, its exports, and what it was told."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.path = folder / "results.csv"
        self.window = MainWindow(Draft(samples.message()))
        self.files = ExportFiles(self.window.handing)
        self.told: list[str] = []
        self.asked: list[object] = []
        self._qtbot = qtbot
        qtbot.addWidget(self.window)
        handing = self.window.handing
        handing.told.connect(lambda words, _tone: self.told.append(words))
        handing.asked.connect(lambda _words, _go, act: self.asked.append(act))

    def write(self) -> None:
        text = "\ufeffdevice,token\r\n包裹\r\n"
        self.window.handing.write_wanted.emit(str(self.path), lambda: text)
        self.wait()

    def wait(self) -> None:
        """Until every job that was asked for is done and told."""
        done: list[bool] = []
        self.files._disk.run(lambda: lambda: done.append(True))
        self._qtbot.waitUntil(lambda: bool(done))


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(tmp_path, qtbot)
    yield bench
    bench.files.close()


def test_results_are_written_byte_for_byte(bench: Bench) -> None:
    bench.write()
    expected = "\ufeffdevice,token\r\n包裹\r\n".encode()
    assert bench.path.read_bytes() == expected
    assert bench.told == ["results.csv is written. Push tokens are left out."]


def test_a_file_that_is_there_is_replaced_only_when_asked(bench: Bench) -> None:
    bench.path.write_text("mine", "utf-8")
    bench.write()
    assert bench.path.read_text("utf-8") == "mine"
    (act,) = bench.asked
    assert callable(act)
    act()
    bench.wait()
    assert bench.path.read_text("utf-8-sig").startswith("device")


def test_what_cannot_be_written_is_told(bench: Bench) -> None:
    bench.path = bench.path.parent / "nowhere" / "results.csv"
    bench.write()
    (words,) = bench.told
    assert "nowhere" in words


def test_a_report_is_made_and_copied(bench: Bench) -> None:
    bench.window.handing.report_wanted.emit(lambda: "# Report")
    bench.wait()
    assert QApplication.clipboard().text() == "# Report"
    assert len(bench.told) == 1
