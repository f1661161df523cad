import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.protocol import Exchange, Outcome, Verdict
from hmpush_gui.ui.result_list import Column
from hmpush_gui.ui.result_menu import open_menu
from hmpush_gui.ui.results_panel import ResultsPanel

from . import samples
from .conftest import Heard, press_key, show

GOOD, BAD = Verdict.ACCEPTED, Verdict.REJECTED


@pytest.fixture
def panel(qtbot: QtBot) -> ResultsPanel:
    panel = ResultsPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 300)
    panel.show()
    return panel


def settle(panel: ResultsPanel, number: int, token: int, verdict: Verdict) -> None:
    outcome = Outcome(f"token-{token}", verdict)
    request = samples.request(outcome.token)
    panel.model.settle(number, Exchange(request, (outcome,), request_id=f"id{number}"))


def labels(panel: ResultsPanel) -> list[object]:
    return samples.column(panel.model, Column.DEVICE)


def chips(panel: ResultsPanel) -> list[str]:
    return [each.text() for each in panel.chips.chips.values() if not each.isHidden()]


def look_for(panel: ResultsPanel, text: str) -> None:
    panel.search.setText(text)
    panel._on_paused()


def test_an_empty_panel_teaches_the_keys(panel: ResultsPanel) -> None:
    assert panel._empty.isVisible()
    assert "Ctrl+Enter" in panel._empty.text()
    assert "in this run" in panel._empty.text()
    assert not panel.chips.isVisible()
    assert not panel.again.isVisible()
    tool = QPushButton(panel)
    panel.add_tool(tool)
    assert not tool.isVisible()


def test_outcomes_are_added_up(panel: ResultsPanel) -> None:
    panel.model.start(samples.devices(4))
    assert chips(panel) == ["4 Waiting…"]
    settle(panel, 0, 1, GOOD)
    settle(panel, 1, 2, BAD)
    panel.model.close()
    assert chips(panel) == ["1 Accepted", "1 Rejected", "2 Not sent"]
    assert panel.table.isVisible()


def test_a_pressed_number_picks_its_rows(panel: ResultsPanel) -> None:
    panel.model.start(samples.devices(3))
    settle(panel, 0, 1, GOOD)
    settle(panel, 1, 2, BAD)
    panel.model.close()
    panel.chips.chips[BAD].click()
    assert labels(panel) == ["Phone 2"]
    panel.chips.chips[GOOD].click()
    assert labels(panel) == ["Phone 1", "Phone 2"]
    panel.chips.chips[GOOD].click()
    panel.chips.chips[BAD].click()
    assert len(labels(panel)) == 3


def test_rows_that_settle_come_under_what_was_picked(
    panel: ResultsPanel, qtbot: QtBot
) -> None:
    panel.model.start(samples.devices(3))
    settle(panel, 0, 1, BAD)
    panel.chips.chips[BAD].click()
    settle(panel, 1, 3, BAD)
    qtbot.waitUntil(lambda: labels(panel) == ["Phone 1", "Phone 3"])
    settle(panel, 2, 2, GOOD)
    qtbot.wait(300)
    assert labels(panel) == ["Phone 1", "Phone 3"]


def test_another_send_is_shown_whole(panel: ResultsPanel) -> None:
    panel.model.start(samples.devices(2))
    settle(panel, 0, 1, BAD)
    panel.chips.chips[BAD].click()
    look_for(panel, "Phone 1")
    panel.start()
    panel.model.start(samples.devices(3))
    assert len(labels(panel)) == 3
    assert panel.search.text() == ""
    assert not panel.chips.pressed


def test_a_search_without_a_match_says_so(panel: ResultsPanel) -> None:
    panel.model.start(samples.devices(12))
    look_for(panel, "phone 12")
    assert labels(panel) == ["Phone 12"]
    look_for(panel, "nobody")
    assert panel._empty.isVisible()
    assert "No row matches" in panel._empty.text()
    look_for(panel, "")
    assert panel.table.isVisible()
    assert len(labels(panel)) == 12


def test_a_header_sorts_up_then_down_then_as_it_was(panel: ResultsPanel) -> None:
    devices = [*reversed(samples.devices(11))]
    panel.model.start(devices)
    given = labels(panel)
    header = panel.table.horizontalHeader()
    header.setSortIndicator(Column.DEVICE, Qt.SortOrder.AscendingOrder)
    assert labels(panel) == [f"Phone {number}" for number in range(1, 12)]
    header.setSortIndicator(Column.DEVICE, Qt.SortOrder.DescendingOrder)
    assert labels(panel)[:2] == ["Phone 11", "Phone 10"]
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert labels(panel) == given


@pytest.mark.parametrize("column", [*Column])
def test_every_column_sorts(panel: ResultsPanel, column: Column) -> None:
    panel.model.start(samples.devices(5))
    settle(panel, 0, 3, BAD)
    settle(panel, 1, 5, GOOD)
    header = panel.table.horizontalHeader()
    header.setSortIndicator(column, Qt.SortOrder.DescendingOrder)
    assert len(labels(panel)) == 5
    first = {
        Column.OUTCOME: "Phone 5",
        Column.DEVICE: "Phone 5",
        Column.REQUEST: "Phone 5",
        Column.TOKEN: "Phone 5",
    }
    assert labels(panel)[0] == first.get(column, labels(panel)[0])


def test_receipts_sort_and_are_found(panel: ResultsPanel, qtbot: QtBot) -> None:
    panel.model.start(samples.devices(4))
    for number in (1, 2, 3, 4):
        settle(panel, number, number, GOOD)
    assert panel.table.isColumnHidden(Column.RECEIPT)
    panel.model.take_receipts([(0, 0, 5.0), (2, 15, 5.0), (3, 6, 5.0)])
    qtbot.waitUntil(lambda: not panel.table.isColumnHidden(Column.RECEIPT))
    header = panel.table.horizontalHeader()
    header.setSortIndicator(Column.RECEIPT, Qt.SortOrder.AscendingOrder)
    # Amiss, nothing to mend, delivered, none so far.
    assert labels(panel) == ["Phone 4", "Phone 3", "Phone 1", "Phone 2"]
    look_for(panel, "notifications are OFF")
    assert labels(panel) == ["Phone 4"]
    look_for(panel, "none so far")
    assert labels(panel) == ["Phone 2"]
    panel.table.selectAll()
    panel.copy_rows()
    assert QApplication.clipboard().text().split("\t")[3] == "none so far"
    panel.model.start(samples.devices(2))
    assert panel.table.isColumnHidden(Column.RECEIPT)


def test_a_reason_has_more_room_than_a_receipt(
    panel: ResultsPanel, qtbot: QtBot
) -> None:
    panel.model.start(samples.devices(2))
    settle(panel, 1, 1, GOOD)
    panel.model.take_receipts([(0, 0, 5.0)])
    qtbot.waitUntil(lambda: not panel.table.isColumnHidden(Column.RECEIPT))
    assert panel.model.index(0, Column.RECEIPT).data() == "0 · Arrived on the device"
    assert panel.table.columnWidth(Column.RECEIPT) <= 170
    panel.resize(1220, 300)
    panel.show()
    widths = [panel.table.columnWidth(each) for each in Column]
    assert widths[Column.REASON] == max(widths)


def test_what_is_selected_stays_so_when_the_order_changes(panel: ResultsPanel) -> None:
    panel.model.start(samples.devices(30))
    panel.table.selectRow(3)
    header = panel.table.horizontalHeader()
    header.setSortIndicator(Column.DEVICE, Qt.SortOrder.DescendingOrder)
    assert panel.selected() == [3]
    current = panel.current()
    assert current is not None
    assert current.device.label == "Phone 4"


def test_the_rows_in_sight_stay_in_sight_when_rows_join(
    panel: ResultsPanel, qtbot: QtBot
) -> None:
    panel.model.start(samples.devices(100))
    for number in range(50, 90):
        settle(panel, number, number, BAD)
    panel.chips.chips[BAD].click()
    panel.table.verticalScrollBar().setValue(280)
    seen = panel.model.place(panel.table.rowAt(0))
    settle(panel, 2, 3, BAD)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 41)
    assert panel.model.place(panel.table.rowAt(0)) == seen


def test_who_is_at_the_end_follows_what_comes(
    panel: ResultsPanel, qtbot: QtBot
) -> None:
    panel.model.start(samples.devices(100))
    for number in range(40):
        settle(panel, number, number + 1, BAD)
    panel.chips.chips[BAD].click()
    bar = panel.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(panel, 60, 61, BAD)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 41)
    assert bar.value() == bar.maximum()


def test_a_row_tells_the_request_it_went_out_in(
    panel: ResultsPanel, heard: Heard
) -> None:
    panel.model.start(samples.devices(2))
    settle(panel, 3, 2, GOOD)
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


def entries(menu: QMenu) -> dict[str, bool]:
    return {
        each.objectName(): each.isEnabled() for each in menu.actions() if each.text()
    }


def test_the_menu_of_a_row_copies_what_it_names(panel: ResultsPanel) -> None:
    panel.model.start(samples.devices(2))
    settle(panel, 5, 2, BAD)
    panel.table.selectRow(1)
    menu = open_menu(panel, panel.table.rect().center())
    for name, copied in (("copy_token", "token-2"), ("copy_request", "id5")):
        action = next(
            each for each in menu.actions() if each.objectName().endswith(name)
        )
        action.trigger()
        assert QApplication.clipboard().text() == copied
    menu.close()


def test_a_menu_without_a_row_offers_nothing_of_a_row(panel: ResultsPanel) -> None:
    panel.model.start(samples.devices(2))
    menu = open_menu(panel, panel.table.rect().center())
    assert not entries(menu)["results.menu.copy_token"]
    menu.close()


def test_a_message_goes_again_to_some_devices_only(
    panel: ResultsPanel, heard: Heard
) -> None:
    panel.model.start(samples.devices(4))
    settle(panel, 0, 1, GOOD)
    settle(panel, 1, 2, BAD)
    panel.model.close()
    wanted = heard(panel.send_again_wanted)
    panel.table.selectRow(0)
    menu = panel.again.menu()
    menu.aboutToShow.emit()
    texts = {each.objectName(): each.text() for each in menu.actions()}
    assert texts["again.rejected"] == "To all that were rejected (1)"
    for action in menu.actions():
        action.trigger()
    assert [[*places] for (places,) in wanted] == [[0], [1], [2, 3], [0, 1, 2, 3]]  # type: ignore[misc]
    panel.chips.chips[BAD].click()
    menu.aboutToShow.emit()
    menu.actions()[-1].trigger()
    assert [*wanted[-1][0]] == [1]  # type: ignore[misc]


def test_what_nobody_met_cannot_be_sent_again(panel: ResultsPanel) -> None:
    panel.model.start(samples.devices(1))
    settle(panel, 0, 1, GOOD)
    menu = panel.again.menu()
    menu.aboutToShow.emit()
    assert entries(menu) == {
        "again.selected": False,
        "again.rejected": False,
        "again.not-sent": False,
        "again.shown": True,
    }
