import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.code_marks import Mark, Weight
from hmpush_gui.ui.marked_page import MarkedPage

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def edit(qtbot: QtBot) -> MarkedPage:
    edit = MarkedPage()
    qtbot.addWidget(edit)
    return edit


def marked(edit: QPlainTextEdit) -> str | None:
    """The text that is underlined."""
    found = edit.extraSelections()
    if not found:
        return None
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    assert found[0].format.underlineStyle() is wave
    return str(found[0].cursor.selectedText())


@pytest.mark.parametrize(
    ("text", "position", "what"),
    [
        ("abc", 0, "a"),
        ("abc", 2, "c"),
        ("abc", 3, "c"),
        ("abc", 99, "c"),
        ('{"🎉": x}', 6, "x"),
        ('{"🎉🎉": 优}', 7, "优"),
        ("🎉x", 0, "🎉"),
        ("a\nb", 2, "b"),
        ("", 0, ""),
    ],
)
def test_the_underline_is_where_people_count_it(
    edit: MarkedPage, text: str, position: int, what: str
) -> None:
    edit.setPlainText(text)
    edit.mark(position)
    assert marked(edit) == what


def test_the_underline_goes_away(edit: MarkedPage) -> None:
    edit.setPlainText("abc")
    edit.mark(1)
    edit.mark(None)
    assert marked(edit) is None


def mark(start: int, end: int, weight: Weight, words: str = "Why.") -> Mark:
    return Mark(start, end, weight, words)


def test_marks_are_underlined_and_say_why(edit: MarkedPage) -> None:
    edit.setPlainText("🎉 bad odd")
    edit.show_marks([mark(2, 5, Weight.BAD), mark(6, 9, Weight.STRANGE, "Odd.")])
    assert [each.cursor.selectedText() for each in edit.extraSelections()] == [
        "bad", "odd"
    ]  # fmt: skip
    assert edit.words_at(4) == "Why."
    assert edit.words_at(7) == "Odd."
    assert edit.words_at(6) == ""


def test_marks_move_along_with_their_text(edit: MarkedPage) -> None:
    edit.setPlainText("bad")
    edit.show_marks([mark(0, 3, Weight.BAD)])
    edit.put("more\nbad")
    assert [placed.mark.words for placed in edit.marks_on(1)] == ["Why."]
    assert edit.marks_on(0) == []


def test_the_place_where_it_broke_comes_before_other_marks(edit: MarkedPage) -> None:
    edit.setPlainText("abc")
    edit.show_marks([mark(0, 1, Weight.HINT)])
    edit.mark(2, "Broken.")
    assert [each.mark.weight for each in edit.marks_on(0)] == [Weight.BAD, Weight.HINT]
    edit.mark(None)
    assert len(edit.extraSelections()) == 1


def test_where_no_mark_is_others_may_tell(edit: MarkedPage) -> None:
    edit.setPlainText("🎉ab")
    edit.tell_of = str
    assert edit.words_at(3) == "2"
