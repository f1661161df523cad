"""The way of a message, state by state."""

import pytest
from PySide6.QtWidgets import QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.kinds import kinds
from hmpush_gui.pushkit.route import routing
from hmpush_gui.ui.route_dialog import RiskCard, RouteDialog, StageCard
from tests.pushkit.route_messages import HANDED, MIXED, URGENT, of


@pytest.fixture
def dialog(qtbot: QtBot) -> RouteDialog:
    dialog = RouteDialog()
    qtbot.addWidget(dialog)
    return dialog


@pytest.mark.parametrize("key", [each.key for each in kinds()])
def test_there_is_a_card_for_each_run_of_states(dialog: RouteDialog, key: str) -> None:
    found = routing(of(key))
    dialog.show_routing(found)
    assert len(dialog.findChildren(StageCard)) == len(found.stages)
    assert str(found.line) in dialog.text()


def test_risks_how_sure_it_is_and_pages_are_told(dialog: RouteDialog) -> None:
    dialog.show_routing(routing(MIXED))
    assert len(dialog.findChildren(RiskCard)) == 1
    assert "App in front · App in the background · No process" in dialog.text()
    assert "? not documented" in dialog.text()
    pages = [each for each in dialog.findChildren(QPushButton) if "↗" in each.text()]
    assert pages
    dialog.show_routing(routing(URGENT))
    assert "developers say so" in dialog.text()


def test_one_stays_where_one_has_scrolled_to(dialog: RouteDialog) -> None:
    dialog.show_routing(routing(HANDED))
    dialog.resize(500, 300)
    dialog.show()
    scroll = dialog.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    bar = scroll.verticalScrollBar()
    bar.setValue(60)
    dialog.show_routing(routing(MIXED))
    assert bar.value() == 60
