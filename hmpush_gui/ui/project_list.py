"""The projects to choose from."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    Qt,
)
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from hmpush_gui.pushkit.project import Environment, Project

from .environments import environment_word
from .table_model import AnyIndex
from .theme import environment_colour
from .veiling import shown_name, veils


class ProjectRole(IntEnum):
    """Roles of `ProjectListModel` beside Qt's own."""

    PROJECT = Qt.ItemDataRole.UserRole


class ProjectListModel(QAbstractListModel):
    """Projects with the colour and the word of their environment."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._projects: list[Project] = []

    def load(self, projects: Sequence[Project]) -> None:
        self.beginResetModel()
        self._projects = list(projects)
        self.endResetModel()

    def projects(self) -> list[Project]:
        return list(self._projects)

    def put(self, project: Project) -> int:
        """Add `project`, or replace the one with its key; tells its row."""
        row = self.row_of(project.key)
        if row is None:
            row = len(self._projects)
            self.beginInsertRows(QModelIndex(), row, row)
            self._projects.append(project)
            self.endInsertRows()
        else:
            self._projects[row] = project
            self.dataChanged.emit(self.index(row), self.index(row))
        return row

    def remove(self, key: str) -> None:
        row = self.row_of(key)
        if row is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._projects[row]
            self.endRemoveRows()

    def row_of(self, key: str) -> int | None:
        for row, project in enumerate(self._projects):
            if project.key == key:
                return row
        return None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._projects)

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        project = self._projects[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _name(project)
        if role == Qt.ItemDataRole.DecorationRole:
            return environment_icon(project.environment)
        if role == ProjectRole.PROJECT:
            return project
        return None


def _name(project: Project) -> str:
    """Name and word of the environment; the sandbox's name says it already."""
    if project.environment is Environment.SANDBOX:
        return project.name
    return f"{shown_name(project)} ({environment_word(project.environment)})"


def environment_icon(environment: Environment) -> QIcon:
    """A dot in the colour of `environment`."""
    pixmap = QPixmap(28, 28)
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(2)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(environment_colour(environment)))
    painter.drawEllipse(2, 2, 10, 10)
    painter.end()
    return QIcon(pixmap)
