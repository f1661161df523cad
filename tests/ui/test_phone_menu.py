from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.phone_menu import AppChange, PhoneMenu

from .conftest import Heard


def test_each_entry_tells_what_it_does_and_asks_for_it(
    qtbot: QtBot, heard: Heard
) -> None:
    menu = PhoneMenu("phone.menu")
    qtbot.addWidget(menu)
    wanted = heard(menu.wanted)
    for change in AppChange:
        action = menu.findChild(QAction, f"phone.menu.{change}")
        assert isinstance(action, QAction)
        assert "token" in action.toolTip()
        action.trigger()
    assert wanted == [(change,) for change in AppChange]
