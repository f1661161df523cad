from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.suggest_editor import SuggestEditor

from .conftest import Heard
from .samples import field
from .test_choice_editors import turn_wheel

SUGGESTED = field(type="string", x_suggestions=["MAIL", "IM"], x_names=["Post", "Chat"])


def suggest(qtbot: QtBot) -> SuggestEditor:
    editor = SuggestEditor(SUGGESTED)
    qtbot.addWidget(editor)
    return editor


def items(editor: SuggestEditor) -> list[str]:
    return [editor.itemText(row) for row in range(editor.count())]


def test_a_suggestion_is_taken_as_its_value(qtbot: QtBot, heard: Heard) -> None:
    editor = suggest(qtbot)
    edited = heard(editor.value_edited)
    editor.setCurrentIndex(1)
    QTest.keyClicks(editor, "X")
    editor.setEditText("")
    assert edited == [("IM",), ("IMX",), (None,)]


def test_a_suggestion_is_shown_with_what_people_call_it(qtbot: QtBot) -> None:
    editor = suggest(qtbot)
    option = QStyleOptionViewItem()
    editor._delegate.initStyleOption(option, editor.model().index(1, 0))
    assert option.text == "Chat  (IM)"


def test_suggestions_follow_the_case_and_leave_the_text(
    qtbot: QtBot, heard: Heard
) -> None:
    editor = suggest(qtbot)
    edited = heard(editor.value_edited)
    editor.show_value("OTHER")
    editor.offer(("IM",))
    assert items(editor) == ["IM"]
    assert editor.currentText() == "OTHER"
    editor.offer(None)
    assert items(editor) == ["MAIL", "IM"]
    assert not edited


def test_undo_is_left_to_the_window(qtbot: QtBot) -> None:
    editor = suggest(qtbot)
    keys = Qt.KeyboardModifier.ControlModifier
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, keys)
    QApplication.sendEvent(editor, event)
    assert not event.isAccepted()


def test_the_wheel_passes_over_suggestions(qtbot: QtBot, heard: Heard) -> None:
    editor = suggest(qtbot)
    editor.show()
    edited = heard(editor.value_edited)
    turn_wheel(editor)
    assert not edited
