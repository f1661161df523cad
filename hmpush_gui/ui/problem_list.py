"""The problems of the message being written, grouped by how much they matter."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    Qt,
)
from PySide6.QtGui import QBrush

from hmpush_gui.pushkit.kinds import Kind
from hmpush_gui.pushkit.problem import Problem, Severity

from .part_names import part_name
from .problem_marks import MARKS
from .table_model import AnyIndex, Headed
from .theme import Tone, tone
from .veiling import veils
from .words import said

TONES = {
    Severity.BLOCKING: Tone.BAD,
    Severity.WARNING: Tone.WARNING,
    Severity.HINT: Tone.QUIET,
}


class Column(IntEnum):
    """Columns in the order they stand."""

    PROBLEM = 0
    WHERE = 1
    CODE = 2


class ProblemRole(IntEnum):
    """Roles of `ProblemListModel` beside Qt's own."""

    PROBLEM = Qt.ItemDataRole.UserRole


class ProblemListModel(Headed, QAbstractItemModel):
    """Two levels: a group for each severity that was found, and its problems."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (
            self.tr("Problem"),
            self.tr("Where"),
            self.tr("Push Kit’s code"),
        )
        self._kind: Kind | None = None
        self._groups: list[tuple[Severity, tuple[Problem, ...]]] = []

    def show_problems(self, kind: Kind, problems: Sequence[Problem]) -> None:
        """Take all problems of a message of `kind`."""
        found = ((each, _of(each, problems)) for each in Severity)
        groups = [group for group in found if group[1]]
        if (kind, groups) == (self._kind, self._groups):
            return
        self.beginResetModel()
        self._kind, self._groups = kind, groups
        self.endResetModel()

    def problem(self, index: AnyIndex) -> Problem | None:
        """The problem at `index`; None for a group."""
        group = _group_of(index)
        return None if group is None else self._groups[group][1][index.row()]

    def index_of(self, problem: Problem) -> QModelIndex:
        for row, (_, problems) in enumerate(self._groups):
            if problem in problems:
                return self.index(problems.index(problem), 0, self.index(row, 0))
        return QModelIndex()

    # Of QAbstractItemModel. A problem's internal id is its group's row + 1.

    def index(
        self,
        row: int,
        column: int,
        parent: AnyIndex = QModelIndex(),  # noqa: B008
    ) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(
            row, column, parent.row() + 1 if parent.isValid() else 0
        )

    def parent(self, index: AnyIndex = QModelIndex()) -> Any:  # noqa: B008
        group = _group_of(index) if index.isValid() else None
        return QModelIndex() if group is None else self.createIndex(group, 0, 0)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._groups)
        if parent.column() or _group_of(parent) is not None:
            return 0
        return len(self._groups[parent.row()][1])

    def columnCount(self, _parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return len(Column)

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        problem = self.problem(index)
        if role == ProblemRole.PROBLEM:
            return problem
        if problem is None:
            return self._of_group(self._groups[index.row()], index.column(), role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(problem, Column(index.column()))
        return None

    def _of_group(
        self, group: tuple[Severity, tuple[Problem, ...]], column: int, role: int
    ) -> Any:
        severity, problems = group
        if column != Column.PROBLEM:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            name = self._group_name(severity)
            return f"{MARKS[severity]} {name.format(count=len(problems))}"
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(tone(TONES[severity]))
        return None

    def _group_name(self, severity: Severity) -> str:
        names = {
            Severity.BLOCKING: self.tr("Push Kit would refuse: {count}"),
            Severity.WARNING: self.tr("Warnings: {count}"),
            Severity.HINT: self.tr("Hints: {count}"),
        }
        return names[severity]

    def _text(self, problem: Problem, column: Column) -> str:
        assert self._kind is not None
        texts = {
            Column.PROBLEM: said(problem.sentence),
            Column.WHERE: part_name(self._kind, problem.path),
            Column.CODE: problem.code,
        }
        return texts[column]


def _of(severity: Severity, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(each for each in problems if each.severity is severity)


def _group_of(index: AnyIndex) -> int | None:
    """The row of the group that a problem is in; None for a group."""
    number = index.internalId()
    return number - 1 if number else None
