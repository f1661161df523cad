import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.protocol import Outcome, Verdict
from hmpush_gui.ui.results_panel import ResultsPanel

from . import samples
from .conftest import Heard, press_key, show


@pytest.fixture
def panel(qtbot: QtBot) -> ResultsPanel:
    panel = ResultsPanel()
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_an_empty_panel_teaches_the_keys(panel: ResultsPanel) -> None:
    assert panel._empty.isVisible()
    assert "Ctrl+Enter" in panel._empty.text()
    assert not panel.summary.isVisible()


def test_outcomes_are_added_up(panel: ResultsPanel) -> None:
    panel.model.start(samples.devices(4))
    assert panel.summary.text() == "4 Sending…"
    panel.model.settle([Outcome("token-1", Verdict.ACCEPTED)], "", 0)
    panel.model.settle([Outcome("token-2", Verdict.REJECTED)], "", 0)
    assert panel.summary.text() == "1 Accepted   1 Rejected   2 Sending…"
    panel.model.close()
    assert panel.summary.text() == "1 Accepted   1 Rejected   2 Not sent"
    assert panel.table.isVisible()


def test_a_row_tells_the_request_it_went_out_in(
    panel: ResultsPanel, heard: Heard
) -> None:
    panel.model.start(samples.devices(2))
    panel.model.settle([Outcome("token-2", Verdict.ACCEPTED)], "", 3)
    chosen = heard(panel.request_chosen)
    panel.table.selectRow(0)
    assert not chosen
    panel.table.selectRow(1)
    assert chosen == [(3,)]


def test_copy_takes_the_selected_rows_in_order(
    panel: ResultsPanel, qtbot: QtBot
) -> None:
    panel.model.start(samples.devices(3))
    show(qtbot, panel)
    panel.table.setFocus()
    panel.table.selectAll()
    press_key(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().split("\n")
    assert [line.split("\t")[1] for line in lines] == ["Phone 1", "Phone 2", "Phone 3"]
    assert lines[0].split("\t")[-1] == "token-1"
