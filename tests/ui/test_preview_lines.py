import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.arrival_words import Mark
from hmpush_gui.ui.preview_lines import PreviewLines, Said


@pytest.fixture
def lines(qtbot: QtBot) -> PreviewLines:
    lines = PreviewLines()
    qtbot.addWidget(lines)
    return lines


def shown(lines: PreviewLines) -> list[str]:
    return [each.text() for each in lines.findChildren(QLabel) if not each.isHidden()]


def test_lines_have_marks_titles_and_warnings(lines: PreviewLines) -> None:
    lines.show_lines(
        [
            Said("cut", warns=True),
            Said("rings", Mark.YES),
            Said("no banner", Mark.NO),
            Said("maybe", Mark.DEPENDS),
            Said("by the way", Mark.NOTE),
            Said("nobody", title="Who wakes"),
        ]
    )
    signs, words = shown(lines)[::2], shown(lines)[1::2]
    assert signs == ["▲", "✓", "✕", "?", "•", "Who wakes"]
    assert words[0] == "cut"
    assert lines.text().endswith("by the way\nWho wakes: nobody")
    assert lines.accessibleName() == lines.text()


def test_fewer_lines_leave_nothing_behind(lines: PreviewLines) -> None:
    lines.show_lines([Said("one", Mark.YES), Said("two", Mark.YES)])
    lines.show_lines([Said("three", Mark.NO)])
    assert shown(lines) == ["✕", "three"]


def test_a_text_of_the_message_is_no_html(lines: PreviewLines) -> None:
    lines.show_lines([Said("<b>x</b>", warns=True)])
    for label in lines.findChildren(QLabel):
        if label.text() == "<b>x</b>":
            assert label.textFormat() is Qt.TextFormat.PlainText
            return
    raise AssertionError
