"""The files that were opened or saved last."""

import json
from collections.abc import Mapping, Sequence
from enum import IntEnum
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from .table_model import AnyIndex
from .two_line_role import TwoLineRole
from .veiling import is_on, veils

MOST = 10
"""How many files are remembered."""


class RecentRole(IntEnum):
    """Roles of `RecentFiles` beside Qt's own."""

    PATH = Qt.ItemDataRole.UserRole


class RecentFiles(QAbstractListModel):
    """Paths, the last one first; one whose file is gone is greyed and says why.

    Signals:
        edited: the list is another, and should be remembered.
    """

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths: list[str] = []
        self._reasons: dict[str, str] = {}

    def paths(self) -> list[str]:
        return list(self._paths)

    def last(self) -> str:
        """The path of the file opened or saved last, empty if there is none."""
        return self._paths[0] if self._paths else ""

    def add(self, path: str) -> None:
        """Put `path` first."""
        self._reasons.pop(path, None)
        self._set([path, *(each for each in self._paths if each != path)])

    def clear(self) -> None:
        self._set([])

    def show_reasons(self, reasons: Mapping[str, str]) -> None:
        """Take path → why its file cannot be opened, empty where it can."""
        self._reasons = {path: words for path, words in reasons.items() if words}
        self.tell_all()

    def tell_all(self) -> None:
        """Have each looked at again: other things may be seen of it now."""
        if self._paths:
            self.dataChanged.emit(self.index(0), self.index(len(self._paths) - 1))

    def setting(self) -> str:
        """The list as a text to be kept."""
        return json.dumps(self._paths, ensure_ascii=False)

    def apply_setting(self, text: str) -> None:
        """Take what `setting` gave; anything else is no list."""
        try:
            found = json.loads(text)
        except ValueError:
            return
        if isinstance(found, list) and all(isinstance(each, str) for each in found):
            self._set(found)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._paths)

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        path = self._paths[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return PurePath(path).name
        if role == TwoLineRole.DETAIL:
            folder = "…" if is_on() else str(PurePath(path).parent)
            return self._reasons.get(path) or folder
        if role in (RecentRole.PATH, Qt.ItemDataRole.ToolTipRole):
            return path
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._paths[index.row()] in self._reasons:
            flags &= ~Qt.ItemFlag.ItemIsEnabled
        return flags

    def _set(self, paths: Sequence[str]) -> None:
        paths = list(dict.fromkeys(paths))[:MOST]
        if paths != self._paths:
            self.beginResetModel()
            self._paths = paths
            self.endResetModel()
            self.edited.emit()
