import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.history_panel import HistoryPanel

from .conftest import Heard
from .samples import summary


@pytest.fixture
def panel(qtbot: QtBot) -> HistoryPanel:
    panel = HistoryPanel()
    qtbot.addWidget(panel)
    return panel


def reopen(panel: HistoryPanel) -> QPushButton:
    found = panel.findChild(QPushButton, "history.reopen")
    assert isinstance(found, QPushButton)
    return found


def test_an_empty_history_teaches_and_an_empty_search_says_so(
    panel: HistoryPanel,
) -> None:
    assert panel._none.text().startswith("Every send will be kept here")
    panel.search.setText("nothing")
    panel.show_sends([])
    assert panel._none.text() == "No send matches."
    panel.show_sends([summary()])
    assert panel._none.isHidden()


def test_searching_waits_for_a_pause(
    panel: HistoryPanel, qtbot: QtBot, heard: Heard
) -> None:
    searched = heard(panel.searched)
    with qtbot.waitSignal(panel.searched, timeout=2000):
        for text in ("p", "pa", "par"):
            panel.search.setText(text)
    assert searched == [("par",)]


def test_a_chosen_row_is_opened(panel: HistoryPanel, heard: Heard) -> None:
    panel.show_sends([summary("a"), summary("b")])
    opened = heard(panel.opened)
    panel.table.selectRow(1)
    assert opened == [("b",)]


def test_the_chosen_send_stays_chosen_and_is_not_opened_again(
    panel: HistoryPanel, heard: Heard
) -> None:
    panel.show_sends([summary("a"), summary("b")])
    panel.table.selectRow(1)
    opened = heard(panel.opened)
    panel.show_sends([summary("new"), summary("a"), summary("b")])
    assert panel.table.currentIndex().row() == 2
    assert reopen(panel).isEnabled()
    assert not opened
    panel.show_sends([summary("a")])
    assert not reopen(panel).isEnabled()


def test_a_send_can_be_written_on(panel: HistoryPanel, heard: Heard) -> None:
    wanted = heard(panel.draft_wanted)
    panel.show_sends([summary("a")])
    assert not reopen(panel).isEnabled()
    reopen(panel).click()
    panel.table.selectRow(0)
    reopen(panel).click()
    panel.table.doubleClicked.emit(panel.model.index(0, 0))
    assert wanted == [("a",), ("a",)]
