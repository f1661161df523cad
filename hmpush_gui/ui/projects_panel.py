"""Projects: where pushes go, and which credentials are at hand for each."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.project import CredentialKind, Environment, Project

from .icons import icon
from .plain_label import plain_label
from .project_list import ProjectListModel, ProjectRole
from .table import point_at

Credentials = Mapping[str, frozenset[CredentialKind]]
"""Project key → the kinds of credential at hand."""


class ProjectsPanel(QWidget):
    """The list of projects, what the chosen one is, and where secrets are kept.

    Signals:
        chosen: the user chose the project with this key.
        new_wanted: make a new project.
        edit_wanted: edit the chosen project.
        import_wanted: take a project from a file.
        export_wanted: write the chosen project into a file.
        check_wanted: look at the credentials of the chosen project.
        connection_wanted: set how the chosen project reaches the network.
        remove_wanted: forget the chosen project.
        guide_wanted: show the setup guide.
    """

    chosen = Signal(str)
    new_wanted = Signal()
    edit_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    check_wanted = Signal()
    connection_wanted = Signal()
    remove_wanted = Signal()
    guide_wanted = Signal()

    def __init__(self, model: ProjectListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.list = QListView(self)
        self.list.setObjectName("projects.list")
        self.list.setAccessibleName(self.tr("Projects"))
        self.list.setModel(model)
        self.list.setSpacing(2)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list.doubleClicked.connect(self._on_double_clicked)
        self._details = plain_label("", self, name="projects.details")
        self._details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._place = plain_label("", self, name="projects.secret_place")
        self._place.setProperty("quiet", True)
        self._lay_out()

    def show_project(
        self, project: Project | None, at_hand: frozenset[CredentialKind]
    ) -> None:
        """Mark `project` as the one in force and tell what it is."""
        row = self._model.row_of(project.key) if project else None
        if row is not None and self.list.currentIndex().row() != row:
            point_at(self.list, self._model.index(row))
        own = project is not None and project.environment is not Environment.SANDBOX
        self._edit.setEnabled(own)
        self._connection.setEnabled(own)
        self._export.setEnabled(own)
        self._remove.setEnabled(own)
        self._details.setText(self._describe(project, at_hand) if project else "")

    def show_place(self, words: str) -> None:
        """Say where secrets are kept."""
        self._place.setText(words)

    def _describe(self, project: Project, at_hand: frozenset[CredentialKind]) -> str:
        lines = [
            self.tr("Project ID  {id}").format(id=project.project_id or "–"),
            self.tr("Client ID  {id}").format(id=project.client_id or "–"),
            self.tr("Push host  {host}").format(host=project.push_host),
        ]
        names = {
            CredentialKind.SERVICE_ACCOUNT: self.tr("Service account (v1, v2, v3)"),
            CredentialKind.OAUTH: self.tr("Client secret (v1, v2)"),
        }
        for kind, name in names.items():
            lines.append(f"{'✓' if kind in at_hand else '○'}  {name}")
        if project.memory_only:
            lines.append(self.tr("Kept until the program ends only"))
        if project.environment is Environment.SANDBOX:
            lines.append("")
            lines.append(
                self.tr(
                    "Push Kit on this computer, for trying things out: it checks like "
                    "the real one and delivers to simulated phones."
                )
            )
        return "\n".join(lines)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.addWidget(self.list, 1)
        column.addLayout(self._acts())
        column.addWidget(self._details)
        column.addLayout(self._links())
        column.addWidget(self._place)

    def _acts(self) -> QHBoxLayout:
        """What is done with projects."""
        new = QPushButton(icon("add"), self.tr("New"), self)
        new.setObjectName("projects.new")
        new.setAccessibleName(self.tr("New project"))
        new.clicked.connect(self.new_wanted)
        self._edit = QPushButton(icon("edit"), self.tr("Edit"), self)
        self._edit.setObjectName("projects.edit")
        self._edit.setAccessibleName(self.tr("Edit project"))
        self._edit.clicked.connect(self.edit_wanted)
        self._connection = QPushButton(self.tr("Connection"), self)
        self._connection.setObjectName("projects.connection")
        self._connection.setToolTip(self.tr("Proxy, certificates and waiting times"))
        self._connection.clicked.connect(self.connection_wanted)
        self._remove = QPushButton(icon("remove"), "", self)
        self._remove.setObjectName("projects.remove")
        self._remove.setAccessibleName(self.tr("Forget project"))
        self._remove.setToolTip(self.tr("Forget this project and its credentials"))
        self._remove.clicked.connect(self.remove_wanted)
        row = QHBoxLayout()
        row.addWidget(new)
        row.addWidget(self._edit)
        row.addWidget(self._connection)
        row.addStretch(1)
        row.addWidget(self._remove)
        return row

    def _links(self) -> QHBoxLayout:
        """What helps with them."""
        guide = self._link("guide", self.tr("Setup guide"))
        guide.setToolTip(self.tr("What is done in this project, and what comes next"))
        guide.clicked.connect(self.guide_wanted)
        check = self._link("check", self.tr("Check credential"))
        check.setToolTip(self.tr("Look at key, secret, IDs and clock; sends nothing"))
        check.clicked.connect(self.check_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (guide, check, self._more_button()):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _link(self, name: str, text: str) -> QPushButton:
        link = QPushButton(text, self)
        link.setObjectName(f"projects.{name}")
        link.setProperty("link", True)
        return link

    def _more_button(self) -> QPushButton:
        more = self._link("more", self.tr("More ▾"))
        more.setProperty("menu", True)
        menu = QMenu(more)
        menu.setObjectName("projects.more.menu")
        self._export = menu.addAction(self.tr("Export project…"))
        self._export.setObjectName("projects.export")
        self._export.triggered.connect(lambda _checked=False: self.export_wanted.emit())
        take = menu.addAction(self.tr("Import project…"))
        take.setObjectName("projects.import")
        take.triggered.connect(lambda _checked=False: self.import_wanted.emit())
        more.setMenu(menu)
        return more

    def _on_current_changed(self, current: QModelIndex) -> None:
        project = current.data(ProjectRole.PROJECT)
        if isinstance(project, Project):
            self.chosen.emit(project.key)

    def _on_double_clicked(self) -> None:
        if self._edit.isEnabled():
            self.edit_wanted.emit()
