from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.phone_list import PhoneItem
from hmpush_gui.ui.phone_panel import PhonePanel

from .conftest import Heard

ITEM = PhoneItem("token", "Phone 1", "12:00", "Hello", "World")


@pytest.fixture
def panel(qtbot: QtBot) -> PhonePanel:
    panel = PhonePanel()
    qtbot.addWidget(panel)
    panel.show()
    return panel


def clear_button(panel: PhonePanel) -> QPushButton:
    found = panel.findChild(QPushButton, "phone.clear")
    assert isinstance(found, QPushButton)
    return found


def test_an_empty_panel_teaches_the_next_step(panel: PhonePanel) -> None:
    label = panel.findChildren(QLabel)[0]
    assert label.isVisible()
    assert "Ctrl+Enter" in label.text()
    assert not panel.list.isVisible()
    assert not clear_button(panel).isEnabled()


def test_what_arrives_is_shown_on_top(panel: PhonePanel) -> None:
    for number in range(30):
        panel.add([replace(ITEM, title=str(number))], 1)
    assert panel.list.isVisible()
    assert panel.list.verticalScrollBar().value() == 0
    assert "29" in panel.model.index(0).data()


def test_clearing_empties_the_panel(panel: PhonePanel) -> None:
    panel.add([ITEM], 1)
    clear_button(panel).click()
    assert panel.model.rowCount() == 0
    assert not panel.list.isVisible()
    assert not clear_button(panel).isEnabled()


def test_scenarios_are_offered_once_they_are_known(
    panel: PhonePanel, heard: Heard
) -> None:
    assert panel.scenario.isHidden()
    panel.load_scenarios({"normal": ("As usual", ""), "slow": ("Slow", "Later")})
    assert not panel.scenario.isHidden()
    chosen = heard(panel.scenario_chosen)
    panel.scenario.activated.emit(1)
    assert chosen == [("slow",)]
    panel.show_scenario("slow")
    assert panel.scenario.currentText() == "Slow"
    panel.show_scenario("normal")
    assert panel.scenario.currentText() == "As usual"
    assert len(chosen) == 1
