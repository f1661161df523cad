"""All problems of the message in one list, from which each is one click away."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.kinds import Kind
from hmpush_gui.pushkit.problem import Problem

from .problem_list import Column, ProblemListModel
from .table import point_at


class ProblemsPanel(QWidget):
    """Blocking errors, warnings and hints, each in a group of its own.

    Signals:
        chosen: the Problem that the user wants to go to.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        self._latest: tuple[Kind, Sequence[Problem]] | None = None
        self.model = ProblemListModel(self)
        self._empty = QLabel(self)
        self._empty.setProperty("quiet", True)
        self._empty.setText(
            self.tr(
                "Nothing here that Push Kit would refuse. What it would, and what it "
                "would change in silence, is listed here while you type; F8 walks "
                "through it."
            )
        )
        self._empty.setWordWrap(True)
        self.list = self._make_list()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        self._show_emptiness()

    def show_problems(self, kind: Kind, problems: Sequence[Problem]) -> None:
        """List `problems`; while this is hidden, when it is shown."""
        self._latest = (kind, problems)
        if self.isVisible():
            self._take()

    def showEvent(self, event: QShowEvent) -> None:
        self._take()
        super().showEvent(event)

    def select(self, problem: Problem) -> None:
        """Mark the row of `problem`, without taking the focus."""
        self._take()
        index = self.model.index_of(problem)
        if index.isValid():
            point_at(self.list, index)
            self.list.scrollTo(index)

    def _take(self) -> None:
        if self._latest is not None:
            self.model.show_problems(*self._latest)

    def _make_list(self) -> QTreeView:
        view = QTreeView(self)
        view.setObjectName("problems.list")
        view.setAccessibleName(self.tr("Problems of the message"))
        view.setModel(self.model)
        view.setItemsExpandable(False)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setIconSize(QSize(16, 16))
        view.setTabKeyNavigation(False)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(Column.PROBLEM, QHeaderView.ResizeMode.Stretch)
        view.setColumnWidth(Column.WHERE, 200)
        view.setColumnWidth(Column.CODE, 140)
        view.activated.connect(self._on_activated)
        view.clicked.connect(self._on_activated)
        self.model.modelReset.connect(self._on_reset)
        return view

    def _on_reset(self) -> None:
        self.list.expandAll()
        for row in range(self.model.rowCount()):
            self.list.setFirstColumnSpanned(row, QModelIndex(), True)
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        empty = self.model.rowCount() == 0
        self._empty.setVisible(empty)
        self.list.setVisible(not empty)

    def _on_activated(self, index: QModelIndex) -> None:
        problem = self.model.problem(index)
        if problem is not None:
            self.chosen.emit(problem)
