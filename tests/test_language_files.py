"""Tables of texts and the window, on a real disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hmpush_gui.exchange.language_table import write_table
from hmpush_gui.language_files import LanguageFiles
from hmpush_gui.pushkit.message import Draft
from hmpush_gui.ui.main_window import MainWindow
from tests.pushkit.language_samples import TITLE, alert, two


class Bench:
    """A window, its tables, and what it was told."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.path = folder / "texts.csv"
        self.window = MainWindow(Draft(alert(), languages=two()))
        self.files = LanguageFiles(self.window.translating)
        self.told: list[str] = []
        self.asked: list[object] = []
        self._qtbot = qtbot
        qtbot.addWidget(self.window)
        self.window.translating.told.connect(lambda words, _tone: self._hear(words))
        self.window.translating.asked.connect(
            lambda _words, _go, act: self.asked.append(act)
        )

    def wait(self) -> None:
        """Until every job that was asked for is done and told."""
        done: list[bool] = []
        self.files._disk.run(lambda: lambda: done.append(True))
        self._qtbot.waitUntil(lambda: bool(done))

    def write(self) -> None:
        self.window.translating.write_wanted.emit(
            str(self.path), write_table(alert(), two())
        )
        self.wait()

    def read(self) -> None:
        self.window.translating.read_wanted.emit(str(self.path))
        self.wait()

    def _hear(self, words: str) -> None:
        self.told.append(words)


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(tmp_path, qtbot)
    yield bench
    bench.files.close()


def test_a_table_goes_out_and_comes_back(bench: Bench) -> None:
    bench.write()
    assert bench.path.read_bytes().startswith(b"\xef\xbb\xbfpath,label,en,zh-Hans\r\n")
    text = bench.path.read_text("utf-8").replace("您的包裹已发出", "包裹")
    bench.path.write_text(text, "utf-8")
    bench.read()
    languages = bench.window.document.languages
    assert languages is not None
    assert languages.others["zh-Hans"][TITLE] == "包裹"
    assert len(bench.told) == 2


def test_a_file_that_is_there_is_replaced_only_when_asked(bench: Bench) -> None:
    bench.path.write_text("mine", "utf-8")
    bench.write()
    assert bench.path.read_text("utf-8") == "mine"
    (act,) = bench.asked
    assert callable(act)
    act()
    bench.wait()
    assert bench.path.read_text("utf-8-sig").startswith("path")


def test_what_cannot_be_read_or_written_is_told(bench: Bench) -> None:
    bench.read()
    bench.path.write_bytes("path,en\n\xe9".encode("latin-1"))
    bench.read()
    bench.path = bench.path.parent / "nowhere" / "texts.csv"
    bench.write()
    assert len(bench.told) == 3
    assert bench.window.document.languages == two()
