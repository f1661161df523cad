"""What the simulated phones of the sandbox got, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    Qt,
)

from .table_model import AnyIndex
from .veiling import veils

MOST = 200
"""So many messages are kept."""


@dataclass(frozen=True, slots=True)
class PhoneItem:
    """A message on a simulated phone.

    `time` is HH:mm, `data` the custom data. A later message in the same `slot` of the
    same phone takes its place. `badge` is the number on the app's icon, empty where the
    message leaves it alone.
    """

    token: str
    device: str
    time: str
    title: str
    body: str
    lines: tuple[str, ...] = ()
    has_image: bool = False
    shows: bool = True
    rings: bool = False
    is_test: bool = False
    data: str = ""
    slot: str = ""
    badge: str = ""


class PhoneRole(IntEnum):
    """Roles of `PhoneListModel` beside Qt's own."""

    ITEM = Qt.ItemDataRole.UserRole


class PhoneListModel(QAbstractListModel):
    """One row a message; the last 200 are kept."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[PhoneItem] = []

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._items)

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == PhoneRole.ITEM:
            return item
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            text = f"{item.title}. {item.body}" if item.shows else item.data
            return f"{item.device}, {item.time}: {text}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return item.data or None
        return None

    def add(self, items: Sequence[PhoneItem]) -> None:
        """Put `items` on top, the last of them topmost.

        Each takes the place of an earlier one in the same slot of the same phone.
        """
        newest = _newest(items)
        held = {(item.token, item.slot) for item in self._items if item.slot}
        for token, slot in held.intersection((new.token, new.slot) for new in newest):
            self.take_back(token, slot)
        self._trim(MOST - len(newest))
        if newest:
            self.beginInsertRows(QModelIndex(), 0, len(newest) - 1)
            self._items[:0] = newest
            self.endInsertRows()

    def clear(self) -> None:
        self.beginResetModel()
        self._items.clear()
        self.endResetModel()

    def take_back(self, token: str, slot: str) -> None:
        """Remove what lies in `slot` of a phone, as a revoke does."""
        for row, known in enumerate(self._items):
            if (known.token, known.slot) == (token, slot):
                self._remove(row)
                return

    def _trim(self, most: int) -> None:
        last = len(self._items) - 1
        if last >= most:
            self.beginRemoveRows(QModelIndex(), most, last)
            del self._items[most:]
            self.endRemoveRows()

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._items[row]
        self.endRemoveRows()


def _newest(items: Sequence[PhoneItem]) -> list[PhoneItem]:
    """The last of them, newest first; of those in one slot only the newest."""
    slots: set[tuple[str, str]] = set()
    newest = []
    for item in reversed(items):
        slot = (item.token, item.slot)
        if item.slot and slot in slots:
            continue
        slots.add(slot)
        newest.append(item)
    return newest[:MOST]
