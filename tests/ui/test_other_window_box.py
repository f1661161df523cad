"""A start that finds no way to a window says so, and can be closed by keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.other_window_box import OtherWindowBox

from .conftest import show


def test_it_says_what_to_do_and_goes_with_a_key(qtbot: QtBot) -> None:
    box = OtherWindowBox()
    show(qtbot, box)
    assert "--data-dir" in box.informativeText()
    with qtbot.waitSignal(box.finished):
        QTest.keyClick(box, Qt.Key.Key_Escape)
