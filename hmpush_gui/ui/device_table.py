"""The table of devices: shows what there is room for, and knows the keys."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hmpush_gui.pushkit.device_view import ListKind

from .device_cells import PART
from .device_list import DeviceListModel
from .device_rows import Column
from .table import CalmTable, dress_table, point_at

_ROOM = {Column.TOKEN: 400, Column.TAGS: 520, Column.LANGUAGE: 680}
"""Pixels of width from which on a column has room."""

_WIDTHS: dict[int, int] = {
    Column.LAST: 118,
    Column.TOKEN: 120,
    Column.TAGS: 120,
    Column.LANGUAGE: 80,
}

_MARGINS = 22
"""Pixels beside the text of a cell."""


class DeviceTable(CalmTable):
    """Whole rows of devices.

    Signals:
        details_wanted: show the selected devices in full.
        remove_wanted: take the selected devices out.
        menu_wanted: what can be done with them, at a place on the screen.
        selected: other devices are selected.
    """

    details_wanted = Signal()
    remove_wanted = Signal()
    menu_wanted = Signal(QPoint)
    selected = Signal()

    def __init__(self, model: DeviceListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        dress_table(
            self,
            "devices.table",
            self.tr("Devices"),
            model,
            _WIDTHS,
            Column.LABEL,
        )
        self.verticalHeader().setDefaultSectionSize(30)
        self.setItemDelegateForColumn(Column.TOKEN, _BothEnds(self))
        self.setItemDelegateForColumn(Column.LAST, _WholeParts(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_wanted)
        self._prepare_header()
        self._add_keys()
        self._current: int | None = None
        self._wide = False
        self._roll = model.roll
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._find_again)
        model.counts_changed.connect(self.fit)
        self.selectionModel().selectionChanged.connect(self.selected)
        self.fit()

    def rows(self) -> list[int]:
        """The rows that are selected, from the top."""
        rows: set[int] = set()
        # Not `selectedRows`, which makes an index for each of a million.
        for part in self.selectionModel().selection().toList():
            rows.update(range(part.top(), part.bottom() + 1))
        return sorted(rows)

    def slots(self) -> list[int]:
        """The devices that are selected, in the order they are listed."""
        return [self._model.slot_at(row) for row in self.rows()]

    def rename(self) -> None:
        """Type another name for the current device."""
        index = self.currentIndex().siblingAtColumn(Column.LABEL)
        if index.isValid():
            point_at(self, index)
            self.edit(index)

    def toggle(self) -> None:
        """Choose the selected devices, or none of them if they all are."""
        slots, ticks = self.slots(), self._model.roll.ticks
        self._model.choose(slots, not all(ticks[slot] for slot in slots))

    def fit(self) -> None:
        """Show the columns that there is room for and that say something."""
        room = self.viewport().width()
        used = self._model.count_in(ListKind.NEVER) < self._model.count_in(ListKind.ALL)
        for column, width in _ROOM.items():
            self.setColumnHidden(column, room < width)
        self.setColumnHidden(Column.LAST, not used)
        if not used:
            self.setColumnHidden(Column.TOKEN, False)
        wide = room >= _ROOM[Column.TAGS]
        if wide is not self._wide:
            self._wide = wide
            self.setColumnWidth(Column.LAST, 230 if wide else _WIDTHS[Column.LAST])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _prepare_header(self) -> None:
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setMinimumSectionSize(60)
        for column in _WIDTHS:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        self.setSortingEnabled(True)

    def _add_keys(self) -> None:
        keys = (
            (QKeySequence(QKeySequence.StandardKey.Delete), self.remove_wanted.emit),
            (QKeySequence(Qt.Key.Key_F2), self.rename),
            (QKeySequence(Qt.Key.Key_Return), self.details_wanted.emit),
            (QKeySequence(Qt.Key.Key_Enter), self.details_wanted.emit),
            (QKeySequence(Qt.Key.Key_Space), self.toggle),
        )
        for key, act in keys:
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _on_menu_wanted(self, place: QPoint) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def _remember(self) -> None:
        index = self.currentIndex()
        self._current = self._model.slot_at(index.row()) if index.isValid() else None

    def _find_again(self) -> None:
        """The current device stays so wherever it is listed now."""
        roll, self._roll = self._roll, self._model.roll
        self.fit()
        if self._current is None or roll is not self._roll:
            return
        row = self._model.row_of(self._current)
        if row is not None:
            point_at(self, self._model.index(row, Column.LABEL))


class _BothEnds(QStyledItemDelegate):
    """A push token is told apart by both of its ends."""

    def initStyleOption(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle


class _WholeParts(QStyledItemDelegate):
    """Shows as many of the parts of a text as there is room for, the first at least."""

    def initStyleOption(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().initStyleOption(option, index)
        room = option.rect.width() - option.decorationSize.width() - _MARGINS
        text = option.text
        while PART in text and option.fontMetrics.horizontalAdvance(text) > room:
            text = text.rpartition(PART)[0]
        option.text = text
