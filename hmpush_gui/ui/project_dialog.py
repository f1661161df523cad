"""Creates or edits a project and takes its credentials."""

import uuid
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.credential import Credential, OAuthClient, ServiceAccount
from hmpush_gui.pushkit.doctor_case import Case
from hmpush_gui.pushkit.project import CredentialKind, Environment, Project
from hmpush_gui.pushkit.project_rules import wrong_key, wrong_with
from hmpush_gui.pushkit.reference import regions

from .check_row import CheckRow
from .doctoring import Doctoring
from .enter_key import EnterDialog
from .environments import environment_word
from .form_labels import centre_labels
from .key_row import KeyRow
from .restyle import restyle
from .secret_place import Place, SecretPlace
from .secret_row import SecretRow
from .veiling import OWN
from .words import language, said
from .wrapped_label import WrappedLabel


class ProjectDialog(EnterDialog):
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
        doctoring: Doctoring | None = None,
        place: Place = Place(),  # noqa: B008
    ) -> None:
        """`at_hand` are the credentials that are kept already for `project`.

        `doctoring` looks at those that are given; `place` is where they will be kept.
        """
        super().__init__(parent)
        self._project = project or Project(uuid.uuid4().hex, "")
        self._at_hand = at_hand
        self.key = KeyRow(CredentialKind.SERVICE_ACCOUNT in at_hand, self)
        self._secret = SecretRow(CredentialKind.OAUTH in at_hand, self)
        self.secret = self._secret.line
        self.place = SecretPlace(place, self._project.memory_only, self)
        self.check = CheckRow(doctoring, self._case, self)
        self.setObjectName("project.dialog")
        self.setWindowTitle(
            self.tr("Edit project") if project else self.tr("New project")
        )
        self.setAcceptDrops(True)
        self.setMinimumWidth(600)
        self._make_fields()
        self._lay_out()
        self._show_region()
        self.key.taken.connect(self._on_key_taken)
        self.project_id.editingFinished.connect(self._compare_ids)
        self.finished.connect(self.check.drop)

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
        own = (self.name, self.project_id, self.client_id)
        for field in (*own, self.push_host, self.oauth_host):
            field.setProperty(OWN, True)
        self._problem = self._words("project.problem")
        restyle(self._problem, "problem", "blocking")
        self._tell("")

    def _make_identity(self) -> None:
        """IDs, beside which credentials are given."""
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
        label = WrappedLabel(parent=self)
        label.setObjectName(name)
        return label

    def _lay_out(self) -> None:
        self._order_focus()
        form = QFormLayout()
        form.setSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Environment"), self.environment)
        form.addRow(self.tr("Service-account key"), self.key)
        form.addRow(self.tr("Project ID"), self.project_id)
        form.addRow(self.tr("Client ID"), self.client_id)
        form.addRow(self.tr("Client secret"), self._secret)
        form.addRow("", self.check)
        form.addRow(self.tr("Kept"), self.place)
        form.addRow(self.tr("Data location"), self.region)
        form.addRow("", self._region_note)
        form.addRow(self.tr("Push host"), self.push_host)
        form.addRow(self.tr("OAuth host"), self.oauth_host)
        centre_labels(form, self.key.choose.sizeHint().height())
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

    def _order_focus(self) -> None:
        order = (
            self.environment,
            self.key.choose,
            self.project_id,
            self.client_id,
            self.secret,
            self._secret.show_,
            self.check.button,
            self.place.only,
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

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # Qt itself does not make room for lines that break.
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._fit()
        return done

    def _fit(self) -> None:
        layout = self.layout()
        if layout is None or not self.isVisible():
            return
        height = layout.totalHeightForWidth(self.width())
        if height != self.minimumHeight():
            self.setMinimumHeight(height)
            self.resize(self.width(), height)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls()]
        if paths and paths[0]:
            self.take_key_file(Path(paths[0]))

    def show_addresses(self) -> None:
        """Have the keyboard at the first of the addresses."""
        self.push_host.setFocus(Qt.FocusReason.OtherFocusReason)
        self.push_host.selectAll()

    def take_key_file(self, path: Path) -> None:
        """Read a service-account key file, or say why it is not one."""
        self.key.take(path)

    def _on_key_taken(self, account: ServiceAccount) -> None:
        if not self.project_id.text().strip():
            self.project_id.setText(account.project_id)
        if not self.name.text().strip():
            words = self.tr("Project {id}")
            self.name.setText(words.format(id=account.project_id))
        self._compare_ids()
        self.check.look()

    def _compare_ids(self) -> None:
        """Say at once that the key given is another project's, and when it is not."""
        if self.key.account is None:
            return
        problem = wrong_key(self.key.account, self.project_id.text().strip())
        self._tell(said(problem) if problem else "")

    def _on_save_clicked(self) -> None:
        project, given = self._typed(), self._credentials()
        problem = wrong_with(project, self._project, self._at_hand, given)
        self._tell(said(problem) if problem else "")
        if problem is None:
            self.saved.emit(project, given)
            self.accept()

    def _case(self) -> Case:
        """What stands in the fields, for the doctor."""
        return Case(self._typed(), tuple(self._credentials()))

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
            memory_only=self.place.only.isChecked(),
        )

    def _credentials(self) -> list[Credential]:
        """The credentials that were given anew."""
        given: list[Credential] = []
        if self.key.account:
            given.append(self.key.account)
        secret = self.secret.text().strip()
        if secret:
            given.append(OAuthClient(self.client_id.text().strip(), secret))
        return given

    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
