"""What one test does to the keyboard is not felt by the next."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from .conftest import lift_keys


def test_a_key_that_is_held_is_let_go(qapp: QApplication) -> None:
    window = QWindow()
    window.create()
    QTest.keyPress(window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert qapp.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier
    lift_keys()
    assert qapp.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
