"""Labels that show what was not written here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.plain_label import plain_label, selectable_label


def test_markup_is_shown_to_the_letter(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    label = plain_label("<b>40 %</b>", parent, name="words")
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.wordWrap()
    assert parent.findChild(type(label), "words") is label


def test_what_can_be_copied_can_be_marked_with_the_mouse(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    by_mouse = Qt.TextInteractionFlag.TextSelectableByMouse
    assert selectable_label("80000000", parent).textInteractionFlags() == by_mouse
    assert plain_label("80000000", parent).textInteractionFlags() != by_mouse
