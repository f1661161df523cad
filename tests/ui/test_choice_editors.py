import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.fields import Field
from hmpush_gui.ui.choice_editors import ChoiceEditor, SwitchEditor

from .conftest import Heard
from .samples import field

CHOICE = field(type="integer", enum=[0, 1, 3], default=1, x_names=["N", "B", "M"])
SWITCH = field(type="boolean", default=True)


def choice(qtbot: QtBot) -> ChoiceEditor:
    editor = ChoiceEditor(CHOICE)
    qtbot.addWidget(editor)
    return editor


def items(editor: ChoiceEditor) -> list[str]:
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
    assert editor.currentText() == "M  (3)"
    assert items(editor) == ["default: B", "N  (0)", "M  (3)"]
    editor.offer(None)
    assert editor.currentText() == "M  (3)"
    assert not edited


def test_the_wheel_passes_over_it(qtbot: QtBot, heard: Heard) -> None:
    editor = choice(qtbot)
    editor.show()
    edited = heard(editor.value_edited)
    turn_wheel(editor)
    assert not edited


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


def test_a_value_that_needs_a_right_carries_a_key(qtbot: QtBot) -> None:
    rights = {"x-right": "im-background", "x-right-for": [1]}
    editor = ChoiceEditor(Field(("mode",), {"enum": [0, 1], **rights}, required=True))
    qtbot.addWidget(editor)
    tip = Qt.ItemDataRole.ToolTipRole
    assert editor.itemIcon(0).isNull()
    assert editor.itemData(0, tip) is None
    assert not editor.itemIcon(1).isNull()
    assert "IM background mode" in editor.itemData(1, tip)


def test_where_nothing_fits_nothing_is_offered(qtbot: QtBot) -> None:
    editor = ChoiceEditor(Field(("mode",), {"enum": [0, 1]}, required=True))
    qtbot.addWidget(editor)
    for values in ((), (1,), ()):
        editor.offer(values)
        assert items(editor) == [str(value) for value in values]
    editor.show_value(1)
    assert items(editor) == ["1"]
