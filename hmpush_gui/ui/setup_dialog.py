"""The setup guide: from nothing to a formal push, step by step."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.exchange.snippets import snippet
from hmpush_gui.pushkit.setup_state import mark_of, next_step, progress
from hmpush_gui.pushkit.setup_steps import Step, steps

from .dialog_foot import dialog_foot
from .enter_key import EnterDialog
from .setup_list import SetupListModel, StepRole
from .setup_page import Piece, SetupPage
from .table import point_at
from .veiling import named
from .words import language, said

if TYPE_CHECKING:
    from hmpush_gui.pushkit.project import Project

    from .setup_guide import SetupGuide


class SetupDialog(EnterDialog):
    """The steps at the left, the one in hand at the right; it stays beside the window.

    Whatever happens in the window meanwhile, it follows.
    """

    def __init__(self, guide: "SetupGuide", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("setup")
        self.setWindowTitle(self.tr("Setup guide"))
        self._guide = guide
        self._made: tuple[str, Project | None] | None = None
        self._names: list[tuple[str, str]] = []
        self.page: SetupPage | None = None
        self.model = SetupListModel(steps(language()), self)
        self._make_head()
        self._make_list()
        self._lay_out()
        guide.changed.connect(self._on_guide_changed)
        self.resize(QSize(960, 680))

    def begin(self) -> None:
        """Go to the step that comes next."""
        if self.isVisible():
            return
        self.go_to(next_step(self._guide.known(), self._guide.ticked))
        self.list.setFocus()

    def go_to(self, key: str) -> None:
        """Show the step `key`."""
        point_at(self.list, self.model.index(self.model.row_of(key)))
        self._show()

    @property
    def step(self) -> Step:
        """The one in hand."""
        row = max(0, self.list.currentIndex().row())
        found: Step = self.model.index(row).data(StepRole.STEP)
        return found

    # Inside.

    def _on_guide_changed(self) -> None:
        # Devices settle ten times a second while a large send is under way.
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        """Follow the window: another project, other values, a push that went well."""
        self._show_projects()
        known, ticked = self._guide.known(), self._guide.ticked
        self.model.show_state(known, ticked)
        done, of = progress(known, ticked)
        self.progress.setText(self.tr("{done} of {all} done").format(done=done, all=of))
        self._show_page()
        if self.page is not None:
            self.page.show_mark(mark_of(self.step.key, known, ticked))

    def _show_projects(self) -> None:
        own, current = self._guide.projects, self._guide.project
        names = [(named(project), project.key) for project in own]
        names = names or [(self.tr("No project of your own yet"), "")]
        if names != self._names:
            self._names = names
            self.projects.clear()
            for name, key in names:
                self.projects.addItem(name, key)
        if current is not None:
            self.projects.setCurrentIndex(self.projects.findData(current.key))
        self.projects.setEnabled(len(own) > 1)

    def _show_page(self) -> None:
        """Make the page anew if it would say anything else."""
        step, project = self.step, self._guide.project
        wanted = (step.key, project)
        if wanted == self._made:
            return
        same = self._made is not None and self._made[0] == step.key
        self._made = wanted
        at = self.body.verticalScrollBar().value() if same else 0
        can = frozenset(each for each in step.actions if self._guide.can(each))
        page = SetupPage(step, self._pieces(step), can, is_new=project is None)
        page.ticked.connect(lambda on: self._guide.tick(step.key, on))
        page.wanted.connect(self._guide.act)
        self.page = page
        self.body.setWidget(page)
        self.body.verticalScrollBar().setValue(at)

    def _pieces(self, step: Step) -> list[Piece]:
        found = [(name, snippet(name, self._guide.project)) for name in step.snippets]
        return [(name, said(each.title), each.text) for name, each in found]

    def _on_current_changed(self, _current: QModelIndex) -> None:
        self._show()

    def _on_project_activated(self, row: int) -> None:
        self._guide.choose(self.projects.itemData(row))

    def _step_by(self, step: int) -> None:
        row = self.list.currentIndex().row() + step
        if 0 <= row < self.model.rowCount():
            point_at(self.list, self.model.index(row))

    def _make_head(self) -> None:
        self.projects = QComboBox(self)
        self.projects.setObjectName("setup.projects")
        self.projects.setAccessibleName(self.tr("Project"))
        self.projects.activated.connect(self._on_project_activated)
        self.progress = QLabel(self)
        self.progress.setObjectName("setup.progress")
        self.progress.setProperty("quiet", True)

    def _make_list(self) -> None:
        self.list = QListView(self)
        self.list.setObjectName("setup.list")
        self.list.setAccessibleName(self.tr("Steps"))
        self.list.setModel(self.model)
        self.list.setSpacing(3)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.body = QScrollArea(self)
        self.body.setObjectName("setup.scroll")
        self.body.setAccessibleName(self.tr("Step"))
        self.body.setWidgetResizable(True)
        self.body.setFrameShape(QFrame.Shape.NoFrame)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(QLabel(self.tr("Project"), self))
        head.addWidget(self.projects, 1)
        head.addStretch(1)
        head.addWidget(self.progress)
        both = QSplitter(self)
        both.addWidget(self.list)
        both.addWidget(self.body)
        both.setChildrenCollapsible(False)
        both.setStretchFactor(1, 1)
        both.setSizes([290, 640])
        back = self._button("back", self.tr("Back"), lambda: self._step_by(-1))
        forth = self._button("next", self.tr("Next"), lambda: self._step_by(1))
        close = self._button("close", self.tr("Close"), self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(both, 1)
        column.addLayout(dialog_foot([back, forth], [close]))

    def _button(self, name: str, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(f"setup.{name}")
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button
