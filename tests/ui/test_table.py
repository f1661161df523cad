import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.device_list import DeviceListModel
from hmpush_gui.ui.device_rows import Column
from hmpush_gui.ui.table import plain_table, point_at

from . import samples
from .conftest import press_key, show


@pytest.fixture
def model(qapp: object) -> DeviceListModel:
    assert qapp
    model = DeviceListModel()
    model.load(samples.devices(2))
    model.show_project(samples.TEST.key)
    return model


def test_a_table_is_named_and_fills_its_width(
    qtbot: QtBot, model: DeviceListModel
) -> None:
    table = plain_table("name", "Title", model, {Column.TOKEN: 90}, Column.LABEL)
    qtbot.addWidget(table)
    assert (table.objectName(), table.accessibleName()) == ("name", "Title")
    assert table.columnWidth(Column.TOKEN) == 90
    stretch = QHeaderView.ResizeMode.Stretch
    assert table.horizontalHeader().sectionResizeMode(Column.LABEL) is stretch
    assert table.selectionBehavior() is table.SelectionBehavior.SelectRows


def test_tab_leaves_a_table(qtbot: QtBot, model: DeviceListModel) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    table = plain_table("name", "Title", model, {}, Column.LABEL, page)
    after = QLineEdit(page)
    column.addWidget(table)
    column.addWidget(after)
    show(qtbot, page)
    table.setFocus()
    table.selectRow(0)
    press_key(table, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_a_held_key_does_not_take_the_row_out(
    qtbot: QtBot, model: DeviceListModel
) -> None:
    table = plain_table("name", "Title", model, {Column.TOKEN: 90}, Column.LABEL)
    qtbot.addWidget(table)
    show(qtbot, table)
    held = Qt.KeyboardModifier.ControlModifier
    QTest.keyPress(table.windowHandle(), Qt.Key.Key_Control, held)
    for _ in range(2):
        point_at(table, model.index(1, Column.LABEL))
        rows = [index.row() for index in table.selectionModel().selectedRows()]
        assert (rows, table.currentIndex().row()) == ([1], 1)


class _Painted(QObject):
    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self.count = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


@pytest.mark.parametrize(
    ("scrolled", "first", "last", "drawn"),
    [
        (0, 0, 0, True),
        (0, 500, 600, False),
        (0, 3, 600, True),
        (999, 0, 600, False),
        (999, 0, 999, True),
    ],
)
def test_rows_out_of_sight_are_not_drawn(
    qtbot: QtBot, scrolled: int, first: int, last: int, drawn: bool
) -> None:
    model = QStandardItemModel(1000, 1)
    table = plain_table("x", "X", model, {}, 0)
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    table.scrollTo(model.index(scrolled, 0))
    qtbot.waitUntil(lambda: table.rowAt(0) >= 0)
    qtbot.wait(20)
    painted = _Painted(table)
    model.dataChanged.emit(model.index(first, 0), model.index(last, 0))
    qtbot.wait(20)
    assert (painted.count > 0) is drawn


def test_a_table_with_room_below_its_rows_is_drawn(qtbot: QtBot) -> None:
    model = QStandardItemModel(2, 1)
    table = plain_table("x", "X", model, {}, 0)
    qtbot.addWidget(table)
    table.resize(300, 400)
    table.show()
    qtbot.wait(20)
    painted = _Painted(table)
    model.dataChanged.emit(model.index(1, 0), model.index(1, 0))
    qtbot.wait(20)
    assert painted.count
