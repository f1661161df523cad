from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.choice_editors import ChoiceEditor, SuggestEditor, SwitchEditor

from .conftest import Heard
from .samples import field

CHOICE = field(type="integer", enum=[0, 1, 3], default=1, x_names=["N", "B", "M"])
SUGGESTED = field(type="string", x_suggestions=["MAIL", "IM"], x_names=["Post", "Chat"])
SWITCH = field(type="boolean", default=True)


def choice(qtbot: QtBot) -> ChoiceEditor:
    editor = ChoiceEditor(CHOICE)
    qtbot.addWidget(editor)
    return editor


def suggest(qtbot: QtBot) -> SuggestEditor:
    editor = SuggestEditor(SUGGESTED)
    qtbot.addWidget(editor)
    return editor


def items(editor: ChoiceEditor | SuggestEditor) -> list[str]:
    return [editor.itemText(row) for row in range(editor.count())]


def turn_wheel(widget: QWidget) -> None:
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    assert not event.isAccepted()


def test_the_default_is_named_in_words(qtbot: QtBot) -> None:
    assert items(choice(qtbot)) == ["default: B", "N  (0)", "B  (1)", "M  (3)"]


def test_only_what_fits_the_case_is_offered(qtbot: QtBot, heard: Heard) -> None:
    editor = choice(qtbot)
    edited = heard(editor.value_edited)
    editor.show_value(3)
    editor.offer((0, 3))
    assert items(editor) == ["default: B", "N  (0)", "M  (3)"]
    assert editor.currentText() == "M  (3)"
    # What is chosen stays, though it does not fit.
    editor.offer((0,))
    assert editor.currentText() == "3"
    editor.offer(None)
    assert editor.currentText() == "M  (3)"
    assert not edited


@pytest.mark.parametrize("make", [choice, suggest])
def test_the_wheel_passes_over_it(qtbot: QtBot, heard: Heard, make: Any) -> None:
    editor = make(qtbot)
    editor.show()
    edited = heard(editor.value_edited)
    turn_wheel(editor)
    assert not edited


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


@pytest.mark.parametrize("before", [None, True, "no"])
def test_switched_there_and_back_it_is_what_it_was(
    qtbot: QtBot, heard: Heard, before: object
) -> None:
    editor = SwitchEditor(SWITCH)
    qtbot.addWidget(editor)
    edited = heard(editor.value_edited)
    editor.show_value(before)
    editor.click()
    editor.show_value(False)
    editor.click()
    assert edited == [(False,), (before,)]
