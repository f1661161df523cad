"""Lists of tokens and logs, from a real disk into the window's device book."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.message import Draft
from hmpush_gui.token_files import TokenFiles
from hmpush_gui.ui.import_preview import ImportPreviewModel
from hmpush_gui.ui.main_window import MainWindow
from tests.ui import samples

A, B, C = ("IQAAAACy0" + each * 40 for each in "xyz")


class Bench:
    """A window on one project, the disk behind it, and a folder."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder = folder
        self.window = MainWindow(Draft(samples.message()))
        self.window.load_projects([samples.TEST, samples.FORMAL], (), samples.TEST.key)
        qtbot.addWidget(self.window)
        self.importing = self.window.importing
        self.files = TokenFiles(self.importing)
        self._qtbot = qtbot

    @property
    def model(self) -> ImportPreviewModel:
        return self.importing.lists.preview.model

    def write(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, "utf-8")
        return str(path)

    def wait(self) -> None:
        """Until every job that was asked for is done and told."""
        done: list[bool] = []
        self.files._disk.run(lambda: lambda: done.append(True))
        self._qtbot.waitUntil(lambda: bool(done))

    def open(self, path: str) -> None:
        self.importing.show_list(path)
        self.wait()

    def read(self) -> str:
        """Import what is open; what was said then."""
        self.importing.lists.go.click()
        self.wait()
        return self.importing.lists.said.text()

    def tokens(self) -> list[str]:
        return [device.token for device in self.window.devices.devices()]


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(tmp_path, qtbot)
    yield bench
    bench.files.close()


def test_a_table_comes_in_with_all_that_it_says(bench: Bench) -> None:
    rows = f"name,token,tags,note,lang\nP60,{A},qa; smoke,old,zh\n,{B},,,\n,{A},,,\n"
    bench.open(bench.write("list.csv", rows))
    assert bench.model.rowCount() == 4
    words = bench.read()
    assert words == "Tokens read: 3. Added: 2. Repeated in the list: 1."
    one, two = bench.window.devices.devices()
    assert (one.token, one.label, one.tags) == (A, "P60", ("qa", "smoke"))
    assert (one.note, one.language) == ("old", "zh")
    assert (two.token, two.tags, two.note) == (B, (), "")


def test_what_is_here_already_is_left_as_it_is(bench: Bench) -> None:
    bench.window.devices.add([A])
    bench.window.devices.write([0], label="Mine")
    bench.open(bench.write("list.csv", f"token,name\n{A},Other\n{B},New\n"))
    assert bench.read() == "Tokens read: 2. Added: 1. Already here: 1."
    assert [each.label for each in bench.window.devices.devices()] == ["Mine", "New"]


def test_an_import_is_undone_where_it_was_made(bench: Bench) -> None:
    devices = bench.window.devices
    devices.add([A, B])
    devices.remove([1])
    bench.open(bench.write("list.csv", f"token,tags\n{A},\n{B},\n{C},qa\n"))
    assert bench.importing.lists.undo.isHidden()
    assert bench.read() == "Tokens read: 3. Added: 2. Already here: 1."
    assert bench.tokens() == [A, B, C]
    bench.importing.lists.undo.click()
    assert bench.tokens() == [A]
    assert not devices.roll.tag_counts["qa"]
    assert bench.importing.lists.undo.isHidden()
    bench.read()
    assert bench.tokens() == [A, B, C]


def test_an_import_is_undone_in_the_window_once_its_dialog_is_closed(
    bench: Bench,
) -> None:
    bench.open(bench.write("list.txt", f"{A}\n{B}\n"))
    words = bench.read()
    project = bench.window.choice.key
    bench.importing.lists.reject()
    bench.window.choice.choose(samples.FORMAL.key)
    assert bench.window.notices.texts() == [words]
    offer = bench.window.notices.findChild(QPushButton, "notice.offer")
    assert isinstance(offer, QPushButton)
    offer.click()
    bench.window.choice.choose(project)
    assert bench.tokens() == []


def test_a_column_chosen_by_the_user_is_read(bench: Bench) -> None:
    bench.open(bench.write("list.csv", f"old,token\n{A},{B}\n"))
    bench.importing.lists.preview.chooser.tokens.setCurrentIndex(1)
    bench.read()
    assert bench.tokens() == [A]


def test_a_paste_is_read_like_a_file(bench: Bench) -> None:
    bench.importing.show_list()
    bench.importing.lists.take_text(f' "{A}",\n{B}')
    bench.wait()
    words = "Tokens read: 2. Added: 2. Cleaned of blanks, line breaks or quotes: 1."
    assert bench.read() == words


def test_devices_go_to_the_project_that_is_in_force_by_then(bench: Bench) -> None:
    bench.open(bench.write("list.txt", f"{A}\n"))
    bench.importing.lists.go.click()
    bench.window.choice.choose(samples.FORMAL.key)
    bench.wait()
    [device] = bench.window.devices.devices()
    assert device.project == samples.FORMAL.key


def test_reading_can_be_stopped_and_nothing_comes_of_it(bench: Bench) -> None:
    bench.open(bench.write("list.txt", "".join(f"{n}{A}\n" for n in range(40_000))))
    bench.importing.lists.go.click()
    bench.importing.lists.stop.click()
    bench.wait()
    assert bench.importing.lists.said.text() == "Stopped. Nothing was added."
    assert bench.tokens() == []
    assert bench.read().startswith("Tokens read: 40")
    assert len(bench.tokens()) == 40_000


def test_progress_comes_to_the_dialog(bench: Bench) -> None:
    bench.open(bench.write("list.txt", "".join(f"{n}{A}\n" for n in range(40_000))))
    told: list[int] = []
    bench.importing.lists.bar.valueChanged.connect(told.append)
    bench.read()
    assert any(0 < each < 1000 for each in told)


BAD = {
    "empty": ("", "There is nothing in this file."),
    "half": (f'{{"token": ["{A}', "This JSON breaks off in line 1"),
}


@pytest.mark.parametrize(("text", "words"), BAD.values(), ids=BAD)
def test_what_cannot_be_opened_is_told_in_the_dialog(
    bench: Bench, text: str, words: str
) -> None:
    bench.open(bench.write("list.json", text))
    assert bench.importing.lists.said.text().startswith(words)
    assert not bench.importing.lists.go.isEnabled()


def test_what_breaks_off_later_adds_nothing(bench: Bench) -> None:
    text = "token,x\n" + f"{A},y\n" * 20_000 + f'"{B},y\n'
    bench.open(bench.write("list.csv", text))
    assert "breaks off in line 20002" in bench.read()
    assert bench.tokens() == []
    assert bench.importing.lists.go.isEnabled()


def test_a_file_that_is_not_there_and_a_folder_are_told(bench: Bench) -> None:
    bench.open(str(bench.folder / "none.txt"))
    assert "none.txt is not there" in bench.importing.lists.said.text()
    bench.open(str(bench.folder))
    assert "is not a file but a folder" in bench.importing.lists.said.text()


def test_the_file_is_let_go(bench: Bench) -> None:
    bench.importing.text_wanted.emit(A)
    bench.wait()
    file = bench.files._file
    assert isinstance(file, io.BytesIO)
    bench.importing.text_wanted.emit(B)
    bench.wait()
    assert file.closed


def test_a_log_is_read_from_a_paste_and_a_file(bench: Bench) -> None:
    bench.importing.show_log()
    log = bench.importing.logs
    bench.importing.log_wanted.emit(f"push token: {A}1")
    bench.wait()
    assert log.model.tokens() == [f"{A}1"]
    log.open_file(bench.write("device.log", f"push token: {B}1"))
    bench.wait()
    assert log.model.tokens() == [f"{B}1"]
    assert log.text.toPlainText() == f"push token: {B}1"
    log.add.click()
    assert bench.tokens() == [f"{B}1"]
    log.open_file(str(bench.folder / "none.log"))
    bench.wait()
    assert "none.log is not there" in log.said.text()
