"""What the simulated phones of the sandbox got, newest first."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

AnyIndex = QModelIndex | QPersistentModelIndex

_MOST = 200


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

    def add(self, item: PhoneItem) -> None:
        """Put `item` on top; it takes the place of one in the same slot."""
        self._drop_replaced(item)
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._items.insert(0, item)
        self.endInsertRows()
        if len(self._items) > _MOST:
            self._remove(_MOST)

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

    def _drop_replaced(self, item: PhoneItem) -> None:
        if item.slot:
            self.take_back(item.token, item.slot)

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._items[row]
        self.endRemoveRows()
