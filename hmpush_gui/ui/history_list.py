"""Past sends, newest first."""

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from hmpush_gui.pushkit.kinds import kinds
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.pushkit.record import SendSummary

from .environments import environment_word
from .table_model import AnyIndex, TableModel
from .theme import Tone, environment_colour, tone
from .verdicts import counted
from .words import described, listed


class Column(IntEnum):
    """Columns in the order they stand."""

    TIME = 0
    TITLE = 1
    OUTCOME = 2
    PROJECT = 3
    KIND = 4


class HistoryRole(IntEnum):
    """Roles of `HistoryListModel` beside Qt's own."""

    SUMMARY = Qt.ItemDataRole.UserRole


class HistoryListModel(TableModel):
    """The sends that a search found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (
            self.tr("Time"),
            self.tr("Title"),
            self.tr("Outcome"),
            self.tr("Project"),
            self.tr("Kind"),
        )
        self._sends: list[SendSummary] = []
        self._running: frozenset[str] = frozenset()

    def show(self, sends: Sequence[SendSummary], running: Collection[str] = ()) -> None:
        """Show what a search found; `running` are the keys of sends under way."""
        self.beginResetModel()
        self._running = frozenset(running)
        self._sends = list(sends)
        self.endResetModel()

    def row_of(self, key: str) -> int | None:
        """The row of the send called `key`."""
        for row, send in enumerate(self._sends):
            if send.key == key:
                return row
        return None

    def count(self) -> int:
        return len(self._sends)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        send, column = self._sends[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(send, column)
        if role == HistoryRole.SUMMARY:
            return send
        if role == Qt.ItemDataRole.ForegroundRole and column == Column.PROJECT:
            return environment_colour(send.environment)
        if role == Qt.ItemDataRole.ForegroundRole and column == Column.OUTCOME:
            return tone(_tone(send))
        return None

    def _text(self, send: SendSummary, column: Column) -> str:
        if column == Column.TIME:
            started = datetime.fromtimestamp(send.started_at)
            return f"{started:%Y-%m-%d %H:%M:%S}"
        if column == Column.OUTCOME:
            counts = [
                counted(number, verdict)
                for verdict, number in send.counts.items()
                if number
            ]
            text = listed(counts)
            if send.finished:
                return text
            if send.key in self._running:
                return self.tr("{text} (under way)").format(text=text)
            return self.tr("{text} (ended with the program)").format(text=text)
        if column == Column.PROJECT:
            return f"{send.project_name} · {environment_word(send.environment)}"
        if column == Column.KIND:
            return _kind_name(send)
        return send.title or self.tr("(shows nothing)")


def _kind_name(send: SendSummary) -> str:
    """Generation and kind; v1 and v2 tell the kind by the document alone."""
    for kind in kinds():
        if (kind.api, kind.push_type) == (send.api, send.push_type) and send.push_type:
            return f"{send.api} {described(kind.title)}"
    return f"{send.api} {send.push_type}".strip()


def _tone(send: SendSummary) -> Tone:
    order = (
        (Verdict.REJECTED, Tone.BAD),
        (Verdict.UNKNOWN, Tone.WARNING),
        (Verdict.NOT_SENT, Tone.QUIET),
    )
    for verdict, which in order:
        if send.counts.get(verdict):
            return which
    return Tone.GOOD
