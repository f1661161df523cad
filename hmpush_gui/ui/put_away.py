"""Drafts that made room for another message, kept until they are taken up again."""

import time
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from hmpush_gui.pushkit.kinds import kind_of
from hmpush_gui.pushkit.message import Draft, PutAway

from .table_model import AnyIndex
from .two_line_role import TwoLineRole
from .veiling import veils
from .words import described

MOST = 20
"""How many are kept; the oldest goes."""


class PutAwayRole(IntEnum):
    """Roles of `PutAwayDrafts` beside Qt's own."""

    DRAFT = Qt.ItemDataRole.UserRole + 2


def same(one: Draft, other: Draft | None) -> bool:
    """Whether two drafts hold the same, whatever became of the file since."""
    return other is not None and _written(one) == _written(other)


def _written(draft: Draft) -> tuple[object, ...]:
    path = draft.origin.path if draft.origin else ""
    broken = draft.broken_text, draft.broken_data
    return draft.message, draft.languages, broken, path


class PutAwayDrafts(QAbstractListModel):
    """The last one first.

    Signals:
        edited: the list is another, and should be kept.
    """

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts: list[PutAway] = []

    def load(self, drafts: Sequence[PutAway]) -> None:
        self.beginResetModel()
        self._drafts = list(drafts)
        self.endResetModel()

    def drafts(self) -> list[PutAway]:
        return list(self._drafts)

    def add(self, draft: Draft) -> None:
        """Keep `draft`, once."""
        others = [each for each in self._drafts if not same(each.draft, draft)]
        self._set([PutAway(draft, time.time()), *others][:MOST])

    def take(self, draft: Draft) -> None:
        """Drop `draft`: it is being written again."""
        self._set([each for each in self._drafts if not same(each.draft, draft)])

    def clear(self) -> None:
        self._set([])

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._drafts)

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        kept = self._drafts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return kept.draft.message.title or self.tr("Without a title")
        if role == TwoLineRole.DETAIL:
            return self._about(kept)
        if role == PutAwayRole.DRAFT:
            return kept.draft
        return None

    def _about(self, kept: PutAway) -> str:
        when = QDateTime.fromSecsSinceEpoch(int(kept.at))
        short = QLocale().toString(when, QLocale.FormatType.ShortFormat)
        kind = described(kind_of(kept.draft.message).title)
        words = self.tr("Unsaved · {kind} · {when}")
        return words.format(kind=kind, when=short)

    def _set(self, drafts: list[PutAway]) -> None:
        if drafts != self._drafts:
            self.load(drafts)
            self.edited.emit()
