"""What an editor offers to write, as a list: word, label, and whether it is needed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hmpush_gui.pushkit.completion import Completion

from .table_model import AnyIndex
from .theme import colours, fixed_font
from .veiling import veils
from .words import described, said

NOTE = Qt.ItemDataRole.UserRole
"""What stands at the right: a label, and what is to be known of it."""


class CompletionModel(QAbstractListModel):
    """The offers, the best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offers: Sequence[Completion] = ()

    def load(self, offers: Sequence[Completion]) -> None:
        self.beginResetModel()
        self._offers = offers
        self.endResetModel()

    def offer(self, row: int) -> Completion:
        return self._offers[row]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._offers)

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        offer = self._offers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.word
        if role == NOTE:
            return _note(offer)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{offer.word} {_note(offer)}".strip()
        return None


def _note(offer: Completion) -> str:
    words = [described(offer.label), said(offer.note) if offer.note else ""]
    return " · ".join(word for word in words if word)


class CompletionDelegate(QStyledItemDelegate):
    """The word in the font of code, its label muted at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        theme = colours()
        area: QRect = option.rect
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.raised))
            painter.drawRoundedRect(area.adjusted(2, 0, -2, 0), 4, 4)
        inside = area.adjusted(8, 0, -8, 0)
        font = painter.font()
        painter.setFont(fixed_font(font.pointSize()))
        painter.setPen(QColor(theme.text))
        word = str(index.data())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, word)
        used = painter.fontMetrics().horizontalAdvance(word)
        painter.setFont(font)
        painter.setPen(QColor(theme.muted))
        rest = inside.adjusted(used + 16, 0, 0, 0)
        note = painter.fontMetrics().elidedText(
            str(index.data(NOTE)), Qt.TextElideMode.ElideRight, rest.width()
        )
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rest, right, note)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        height: int = option.fontMetrics.height()
        return QSize(120, height + 8)
