import time

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.device_view import ListKind
from hmpush_gui.pushkit.outcome import Outcome, Verdict
from hmpush_gui.ui.device_list import DeviceListModel
from hmpush_gui.ui.device_rows import Column
from hmpush_gui.ui.device_table import DeviceTable

from . import samples
from .conftest import show


@pytest.fixture
def table(qtbot: QtBot) -> DeviceTable:
    model = DeviceListModel()
    model.load(samples.devices(5))
    model.show_project(samples.TEST.key)
    table = DeviceTable(model)
    model.setParent(table)
    qtbot.addWidget(table)
    return table


def model_of(table: DeviceTable) -> DeviceListModel:
    return table._model


def seen(table: DeviceTable) -> list[Column]:
    return [column for column in Column if not table.isColumnHidden(column)]


def settle(table: DeviceTable) -> None:
    outcomes = [Outcome("token-1", Verdict.REJECTED, "80100000", "noRight")]
    model_of(table).settle(samples.TEST.key, outcomes, {}, time.time())


@pytest.mark.parametrize(
    ("width", "columns"),
    [
        (280, [Column.LABEL, Column.LAST]),
        (450, [Column.LABEL, Column.LAST, Column.TOKEN]),
        (600, [Column.LABEL, Column.LAST, Column.TOKEN, Column.TAGS]),
        (900, list(Column)),
    ],
)
def test_it_shows_the_columns_there_is_room_for(
    qtbot: QtBot, table: DeviceTable, width: int, columns: list[Column]
) -> None:
    settle(table)
    table.resize(width, 300)
    show(qtbot, table)
    assert seen(table) == columns


def test_tokens_stand_where_nothing_has_been_sent_yet(
    qtbot: QtBot, table: DeviceTable
) -> None:
    table.resize(280, 300)
    show(qtbot, table)
    assert seen(table) == [Column.LABEL, Column.TOKEN]
    settle(table)
    assert Column.LAST in seen(table)


def test_selected_rows_are_told_from_the_top(table: DeviceTable) -> None:
    flag = QItemSelectionModel.SelectionFlag
    for row in (3, 0, 1):
        index = model_of(table).index(row, 0)
        table.selectionModel().select(index, flag.Select | flag.Rows)
    assert table.rows() == table.slots() == [0, 1, 3]


def test_the_current_device_stays_so_wherever_it_is_listed(table: DeviceTable) -> None:
    table.selectRow(3)
    table.sortByColumn(Column.LABEL, Qt.SortOrder.DescendingOrder)
    assert table.slots() == [3]
    assert table.rows() == [1]
    model_of(table).narrow(ListKind.ALL, text="phone 4")
    assert (table.rows(), table.slots()) == ([0], [3])
    model_of(table).narrow(ListKind.ALL, text="phone 1")
    assert table.rows() == []


def test_an_outcome_is_cut_between_its_parts(table: DeviceTable) -> None:
    settle(table)
    index = model_of(table).index(0, Column.LAST)
    delegate = table.itemDelegateForColumn(Column.LAST)
    assert isinstance(delegate, QStyledItemDelegate)
    shown = []
    for width in (60, 250, 3000):
        option = QStyleOptionViewItem()
        option.rect.setWidth(width)
        option.rect.setHeight(30)
        delegate.initStyleOption(option, index)
        shown.append(option.text)
    assert shown[0] == "Rejected"
    assert shown[1] == "Rejected · just now"
    assert shown[2] == index.data()
