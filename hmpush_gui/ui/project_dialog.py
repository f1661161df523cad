"""Creates or edits a project and takes its credentials."""

import uuid
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.credential import Credential, OAuthClient, ServiceAccount
from hmpush_gui.pushkit.errors import CredentialError
from hmpush_gui.pushkit.project import CredentialKind, Environment, Project
from hmpush_gui.pushkit.project_rules import wrong_with
from hmpush_gui.pushkit.reference import regions

from .environments import environment_word
from .field_row import restyle
from .words import language, said, titled

_LARGEST_KEY_FILE = 100_000


class ProjectDialog(QDialog):
    """Name, environment, ids, credentials and addresses of one project.

    What is wrong is said inside the dialog; it closes only with a good project.

    Signals:
        saved: the project, and a list of the credentials that were given anew.
    """

    saved = Signal(object, list)

    def __init__(
        self,
        project: Project | None,
        at_hand: frozenset[CredentialKind],
        parent: QWidget | None = None,
    ) -> None:
        """`at_hand` are the credentials that are kept already for `project`."""
        super().__init__(parent)
        self._project = project or Project(uuid.uuid4().hex, "")
        self._at_hand = at_hand
        self._account: ServiceAccount | None = None
        self.setObjectName("project.dialog")
        self.setWindowTitle(
            self.tr("Edit project") if project else self.tr("New project")
        )
        self.setAcceptDrops(True)
        self.setMinimumWidth(520)
        self._make_fields()
        self._lay_out()
        self._show_region()

    def _make_fields(self) -> None:
        project = self._project
        self.name = self._line("project.name", self.tr("Name"), project.name)
        self.environment = QComboBox(self)
        self.environment.setObjectName("project.environment")
        self.environment.setAccessibleName(self.tr("Environment"))
        for each in (Environment.TEST, Environment.FORMAL):
            self.environment.addItem(environment_word(each), each)
        if project.environment is Environment.FORMAL:
            self.environment.setCurrentIndex(1)
        self._make_identity()
        self._make_addresses()
        self._problem = self._words("project.problem")
        restyle(self._problem, "problem", "blocking")

    def _make_identity(self) -> None:
        """IDs and credentials."""
        project = self._project
        self.project_id = self._line(
            "project.project_id", self.tr("Project ID"), project.project_id
        )
        self.project_id.setPlaceholderText(self.tr("digits; for v2 and v3"))
        self.client_id = self._line(
            "project.client_id", self.tr("Client ID"), project.client_id
        )
        self.client_id.setPlaceholderText(
            self.tr("digits; for v1 and OAuth (older pages: app ID)")
        )
        self.secret = self._line("project.secret", self.tr("Client secret"), "")
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        if CredentialKind.OAUTH in self._at_hand:
            self.secret.setPlaceholderText(self.tr("kept; type here to replace it"))
        self._key_state = self._words("project.key_state")
        has_key = CredentialKind.SERVICE_ACCOUNT in self._at_hand
        self._key_state.setText(
            self.tr("kept; choose another file to replace it")
            if has_key
            else self.tr("none; choose or drop the .json file")
        )

    def _make_addresses(self) -> None:
        project = self._project
        self.region = self._region_box()
        self._region_note = self._words("project.region_note")
        self._region_note.setProperty("quiet", True)
        self.push_host = self._line(
            "project.push_host", self.tr("Push host"), project.push_host
        )
        self.oauth_host = self._line(
            "project.oauth_host", self.tr("OAuth host"), project.oauth_host
        )

    def _words(self, name: str) -> QLabel:
        """A line of plain text that may be long."""
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _lay_out(self) -> None:
        show = QPushButton(self.tr("Show"), self)
        show.setObjectName("project.show_secret")
        show.setCheckable(True)
        show.setAccessibleName(self.tr("Show client secret"))
        show.toggled.connect(self._on_show_toggled)
        choose = QPushButton(self.tr("Choose file…"), self)
        choose.setObjectName("project.choose_key")
        choose.clicked.connect(self._on_choose_clicked)
        self._order_focus(choose, show)
        form = QFormLayout()
        form.setSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Environment"), self.environment)
        form.addRow(self.tr("Service-account key"), _row(self._key_state, choose))
        form.addRow(self.tr("Project ID"), self.project_id)
        form.addRow(self.tr("Client ID"), self.client_id)
        form.addRow(self.tr("Client secret"), _row(self.secret, show))
        form.addRow(self.tr("Data location"), self.region)
        form.addRow("", self._region_note)
        form.addRow(self.tr("Push host"), self.push_host)
        form.addRow(self.tr("OAuth host"), self.oauth_host)
        _centre_labels(form, choose.sizeHint().height())
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save
            | QDialogButtonBox.StandardButton.Cancel,
            self,
        )
        buttons.accepted.connect(self._on_save_clicked)
        buttons.rejected.connect(self.reject)
        save = buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setObjectName("project.save")
        restyle(save, "primary", True)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setObjectName(
            "project.cancel"
        )
        return buttons

    def _order_focus(self, choose: QWidget, show: QWidget) -> None:
        order = (
            self.environment,
            choose,
            self.project_id,
            self.client_id,
            self.secret,
            show,
            self.region,
            self.push_host,
        )
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _region_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName("project.region")
        box.setAccessibleName(self.tr("Data location"))
        for region in regions(language()):
            box.addItem(region.title, region.key)
        box.setCurrentIndex(max(0, box.findData(self._project.region)))
        box.activated.connect(self._on_region_chosen)
        return box

    def _on_region_chosen(self, row: int) -> None:
        """Start from the hosts of the region; they stay editable."""
        region = regions(language())[row]
        self.push_host.setText(region.push_host)
        self.oauth_host.setText(region.oauth_host)
        self._show_region()

    def _show_region(self) -> None:
        region = regions(language())[self.region.currentIndex()]
        self._region_note.setText(region.note)

    def _line(self, name: str, title: str, text: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setObjectName(name)
        line.setAccessibleName(title)
        return line

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls()]
        if paths and paths[0]:
            self.take_key_file(Path(paths[0]))

    def take_key_file(self, path: Path) -> None:
        """Read a service-account key file, or say why it is not one."""
        try:
            if path.stat().st_size > _LARGEST_KEY_FILE:
                self._tell(self.tr("This file is too large for a key file."))
                return
            account = ServiceAccount.from_json(path.read_text("utf-8-sig"))
        except CredentialError as error:
            self._tell(titled(path.name, said(error.sentence)))
            return
        except (OSError, UnicodeDecodeError) as error:
            words = self.tr("{name} cannot be read as text ({detail}).")
            self._tell(words.format(name=path.name, detail=type(error).__name__))
            return
        self._account = account
        self._tell("")
        words = self.tr("{name}: key {key_id} of project {project_id}")
        self._key_state.setText(
            words.format(
                name=path.name, key_id=account.key_id, project_id=account.project_id
            )
        )
        if not self.project_id.text().strip():
            self.project_id.setText(account.project_id)

    def _on_show_toggled(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.secret.setEchoMode(mode)

    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(
            self,
            self.tr("Service-account key file"),
            "",
            self.tr("Key files (*.json);;All files (*)"),
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take_key_file(Path(name)))
        dialog.open()

    def _on_save_clicked(self) -> None:
        project, given = self._typed(), self._credentials()
        problem = wrong_with(project, self._project, self._at_hand, given)
        self._tell(said(problem) if problem else "")
        if problem is None:
            self.saved.emit(project, given)
            self.accept()

    def _typed(self) -> Project:
        """The project as it stands in the fields."""
        return replace(
            self._project,
            name=self.name.text().strip(),
            # Qt hands a string enum back as a plain text.
            environment=Environment(self.environment.currentData()),
            project_id=self.project_id.text().strip(),
            client_id=self.client_id.text().strip(),
            push_host=self.push_host.text().strip().rstrip("/"),
            oauth_host=self.oauth_host.text().strip().rstrip("/"),
            region=self.region.currentData(),
        )

    def _credentials(self) -> list[Credential]:
        """The credentials that were given anew."""
        given: list[Credential] = []
        if self._account:
            given.append(self._account)
        secret = self.secret.text().strip()
        if secret:
            given.append(OAuthClient(self.client_id.text().strip(), secret))
        return given

    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)


def _centre_labels(form: QFormLayout, height: int) -> None:
    """Put each label on a line with its field: Qt leaves Latin ones above it."""
    for row in range(form.rowCount()):
        item = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
        label = item.widget() if item is not None else None
        if isinstance(label, QLabel) and label.text():
            label.setMinimumHeight(height)


def _row(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(left, 1)
    row.addWidget(right)
    return row
