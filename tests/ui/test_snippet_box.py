"""Code to copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.snippet_box import SnippetBox


def test_the_code_is_copied_as_it_is(qtbot: QtBot) -> None:
    code = "line 1\n  line 2\n"
    box = SnippetBox("x", "A title", code)
    qtbot.addWidget(box)
    assert box.copy.accessibleName() == "Copy: A title"
    QTest.keyClick(box.copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == code
    assert box.copy.text() == "✓ Copied"


def test_a_long_one_scrolls(qtbot: QtBot) -> None:
    short = SnippetBox("x", "A title", "1\n2\n")
    long = SnippetBox("x", "A title", "line\n" * 500)
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert short.text.height() < long.text.height() < 500
    assert long.text.isReadOnly()
