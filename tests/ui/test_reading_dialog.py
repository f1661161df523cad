"""What the windows have in common into which a file is dropped to be read."""

from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.reading_dialog import ReadingDialog

from .test_file_drop import drop, enter, files


class Reader(ReadingDialog):
    def __init__(self) -> None:
        super().__init__("reader")
        self.paths: list[str] = []

    def open_file(self, path: str) -> None:
        self.paths.append(path)


def test_the_first_file_that_is_dropped_is_read(qtbot: QtBot) -> None:
    reader = Reader()
    qtbot.addWidget(reader)
    assert enter(reader, files("/a/one.txt", "/a/two.txt"))
    assert drop(reader, files("/a/one.txt", "/a/two.txt"))
    assert reader.paths == ["/a/one.txt"]


def test_what_became_of_it_is_said_until_there_is_nothing_to_say(qtbot: QtBot) -> None:
    reader = Reader()
    qtbot.addWidget(reader)
    assert reader.said.isHidden()
    reader.show_refusal(Sentence("test", "Broken <b>file</b>."))
    assert reader.said.text() == "Broken <b>file</b>."
    assert not reader.said.isHidden()
    reader.say("")
    assert reader.said.isHidden()
