"""The rows of the device list: what is listed, in which order, and how it reads."""

import time
from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.device_view import (
    DeviceView,
    ListKind,
    SortKey,
    arrange,
    count_of,
)
from hmpush_gui.pushkit.picked import Picked
from hmpush_gui.pushkit.roll import Roll

from .device_cells import last_icon, last_text, last_tone, tip
from .plain_tip import plain_tip
from .slices import Slices
from .table_model import AnyIndex, TableModel
from .theme import Tone, tone
from .veiling import token_name, veils
from .words import listed


class Column(IntEnum):
    """Columns in the order they stand."""

    LABEL = 0
    LAST = 1
    TOKEN = 2
    TAGS = 3
    LANGUAGE = 4


SORTS = {
    Column.LABEL: SortKey.LABEL,
    Column.LAST: SortKey.LAST,
    Column.TOKEN: SortKey.TOKEN,
    Column.TAGS: SortKey.TAGS,
    Column.LANGUAGE: SortKey.LANGUAGE,
}


class DeviceRows(TableModel):
    """Some devices of one roll, as rows.

    What is listed, and in which order, is worked out in slices where there are many:
    until then what was listed stays. It changes nothing of what is ticked.

    Signals:
        arranged: what is listed has changed, or begins to be worked out.
    """

    arranged = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """`clock` tells the time in Unix seconds."""
        super().__init__(parent)
        self._headers = (
            self.tr("Device"),
            self.tr("Last outcome"),
            self.tr("Push token"),
            self.tr("Tags"),
            self.tr("Language"),
        )
        self._clock = clock
        self._arranging = Slices(self)
        self._rows: Sequence[int] = ()
        self.roll = Roll()
        self.view = DeviceView()

    def narrow(self, kind: ListKind, tag: str = "", text: str = "") -> None:
        """List the devices of a list in which `text` stands."""
        self.view = replace(self.view, kind=kind, tag=tag, text=text)
        self._arrange()

    def arrange_again(self) -> None:
        """List what belongs there by now."""
        self._arrange()

    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        key = SORTS[Column(column)] if 0 <= column < len(Column) else None
        descending = order is Qt.SortOrder.DescendingOrder
        if (key, descending) != (self.view.sort, self.view.descending):
            self.view = replace(self.view, sort=key, descending=descending)
            self._arrange()

    @property
    def arranging(self) -> bool:
        """Whether what is listed is still being worked out."""
        return self._arranging.busy

    def shown(self) -> Picked:
        """What is listed, in its order."""
        return Picked(self.roll, self._rows)

    def now(self) -> float:
        """The time by which outcomes are told, in Unix seconds."""
        return self._clock()

    def count_in(self, kind: ListKind, tag: str = "") -> int:
        return count_of(self.roll, kind, tag)

    def slot_at(self, row: int) -> int:
        return self._rows[row]

    def row_of(self, slot: int) -> int | None:
        """The row of the device in `slot`, None if it is not listed."""
        if isinstance(self._rows, range):
            return slot if slot in self._rows else None
        try:
            return array("i", self._rows).index(slot)
        except ValueError:
            return None

    # Qt's.

    def count(self) -> int:
        return len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == Column.LABEL:
            flags |= Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable
        return flags

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        slot, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.CheckStateRole:
            check = Qt.CheckState
            ticked = check.Checked if self.roll.ticks[slot] else check.Unchecked
            return ticked if column is Column.LABEL else None
        if role not in _KNOWN:
            return None
        device = self.roll.device(slot)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(tip(device, self._clock()))
        if role == Qt.ItemDataRole.ForegroundRole:
            return _colour(device, column)
        if role == Qt.ItemDataRole.DecorationRole:
            return last_icon(device) if column is Column.LAST else None
        text = self._text(device, column)
        is_shown = role == Qt.ItemDataRole.DisplayRole
        return token_name(text) if is_shown and column is Column.TOKEN else text

    def _text(self, device: Device, column: Column) -> str:
        texts: dict[Column, Callable[[], str]] = {
            Column.LABEL: lambda: device.label,
            Column.LAST: lambda: last_text(device, self._clock()),
            Column.TOKEN: lambda: device.token,
            Column.TAGS: lambda: listed(device.tags),
            Column.LANGUAGE: lambda: device.language,
        }
        return texts[column]()

    def _arrange(self) -> None:
        self._arranging.run(arrange(self.roll, self.view), self._show)
        self.arranged.emit()

    def _show(self, slots: Sequence[int]) -> None:
        self.beginResetModel()
        self._rows = slots
        self.endResetModel()
        self.arranged.emit()


_KNOWN = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.DecorationRole,
    }
)


def _colour(device: Device, column: Column) -> Any:
    if column is Column.LAST:
        return tone(last_tone(device))
    if column in (Column.TOKEN, Column.TAGS, Column.LANGUAGE) or device.dead:
        return tone(Tone.QUIET)
    return None
