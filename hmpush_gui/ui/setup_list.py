"""The steps of the setup, in order, each with how it stands."""

from collections.abc import Collection
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)

from hmpush_gui.pushkit.setup_state import Known, Mark, mark_of
from hmpush_gui.pushkit.setup_steps import Step

from .theme import Tone, tone
from .veiling import veils
from .words import titled

AnyIndex = QModelIndex | QPersistentModelIndex

_ROW = QSize(0, 30)


class StepRole(IntEnum):
    """Roles of `SetupListModel` beside Qt's own."""

    STEP = Qt.ItemDataRole.UserRole
    MARK = Qt.ItemDataRole.UserRole + 1


class SetupListModel(QAbstractListModel):
    """Done steps have a tick and step back; optional ones say so."""

    def __init__(self, steps: tuple[Step, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._marks = [Mark(done=False) for _ in steps]

    def show_state(self, known: Known, ticked: Collection[str]) -> None:
        """Mark every step by what is known and what was ticked."""
        marks = [mark_of(step.key, known, ticked) for step in self._steps]
        if marks != self._marks:
            self._marks = marks
            self.dataChanged.emit(self.index(0), self.index(len(marks) - 1))

    def row_of(self, key: str) -> int:
        """The row of the step `key`; the first without one."""
        keys = [step.key for step in self._steps]
        return keys.index(key) if key in keys else 0

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._steps)

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        step, mark = self._steps[index.row()], self._marks[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{'✓' if mark.done else '○'}  {self._title(step)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self.tr("done") if mark.done else self.tr("open")
            return titled(self._title(step), state)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._title(step)
        if role == Qt.ItemDataRole.ForegroundRole and mark.done:
            return tone(Tone.GOOD)
        if role == Qt.ItemDataRole.SizeHintRole:
            return _ROW
        if role == StepRole.STEP:
            return step
        return mark if role == StepRole.MARK else None

    def _title(self, step: Step) -> str:
        if not step.optional:
            return step.title
        return self.tr("{title} (optional)").format(title=step.title)
