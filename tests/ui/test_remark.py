from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.remark import Remark


def test_a_remark_is_made_when_there_is_something_to_say(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    remark = Remark(QVBoxLayout(page), page)
    remark.clear()
    assert page.findChildren(QLabel) == []
    remark.tell("<b>Plain</b>", "warning")
    remark.tell("Worse", "blocking")
    (label,) = page.findChildren(QLabel)
    assert (label.text(), label.property("problem")) == ("Worse", "blocking")
    assert not label.isHidden()
    remark.clear()
    assert label.isHidden()
