from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.restyle import restyle


def test_restyling_sets_what_the_style_sheet_looks_at(qtbot: QtBot) -> None:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    restyle(edit, "bad", True)
    assert edit.property("bad") is True
