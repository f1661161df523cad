from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.number_box import NumberBox

from .conftest import Heard


def test_a_number_counts_when_it_is_typed_to_its_end(
    qtbot: QtBot, heard: Heard
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = NumberBox("pace", "Devices a second", 600, window)
    told = heard(box.valueChanged)
    box.selectAll()
    QTest.keyClicks(box, "25")
    assert not told
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert told == [(25,)]
    box.setValue(9999)
    assert box.value() == 600
