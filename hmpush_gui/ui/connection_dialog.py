"""How a project reaches the network, and a test whether it does."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.connection import USUAL, Connection, ConnectionSecrets
from hmpush_gui.pushkit.connection_rules import wrong_with_connection
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.trial_report import Trial

from .enter_key import EnterDialog
from .kept_secrets import KeptSecrets
from .plain_label import plain_label
from .proxy_page import ProxyPage
from .restyle import restyle
from .trial_view import TrialView
from .trust_page import TrustPage
from .veiling import named
from .waiting_page import WaitingPage
from .words import said

_ANY_HEIGHT = 16_777_215
"""Pixels: what Qt has where no maximum is set."""


class ConnectionDialog(EnterDialog):
    """Proxy, certificates and patience of one project.

    What is wrong is said inside the dialog; it closes only with good settings.

    Signals:
        saved: a Connection, and the ConnectionSecrets that were typed anew.
        trial_wanted: the same two, to be tried out before they are saved.
        trial_dropped: nobody waits for what was wanted any more.
    """

    saved = Signal(object, object)
    trial_wanted = Signal(object, object)
    trial_dropped = Signal()

    def __init__(
        self, project: Project, connection: Connection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.project = project
        self._before = connection
        self.setObjectName("connection.dialog")
        self.setWindowTitle(self.tr("Connection of {name}").format(name=named(project)))
        self.setMinimumWidth(640)
        self.proxy = ProxyPage(connection, project.push_host, self)
        self.trust = TrustPage(connection, self)
        self.waiting = WaitingPage(connection, self)
        self.trials = TrialView(self)
        self._make_foot()
        self._lay_out()
        for page in self._pages():
            page.edited.connect(self._on_edited)
        self.tabs.currentChanged.connect(self._make_room)
        self.finished.connect(self.trial_dropped)

    def show_trials(self, trials: Sequence[Trial]) -> None:
        """Show what a test saw."""
        self._show_testing(False)
        self.trials.show_trials(trials)
        self._make_room()

    def show_kept(self, kept: KeptSecrets) -> None:
        """Say which secrets are at hand, and where."""
        self.proxy.show_kept(kept)
        self.trust.show_kept(kept)
        self._make_room()

    def show_field(self, name: str) -> None:
        """Have the keyboard at the value `name` of a Connection."""
        if name == "proxy_user":
            self.proxy.ask_for_login()
        for page in self._pages():
            if field := page.field(name):
                self.tabs.setCurrentWidget(page)
                field.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> Connection:
        """The settings as they stand in the fields."""
        connection = USUAL
        for page in self._pages():
            connection = page.typed(connection)
        return connection

    def given(self) -> ConnectionSecrets:
        """The secrets that were typed anew."""
        wants_login = self.typed().has_login
        return ConnectionSecrets(
            self.proxy.user.text().strip() if wants_login else "",
            self.proxy.password.text() if wants_login else "",
            self.trust.password.text(),
        )

    def _pages(self) -> tuple[ProxyPage, TrustPage, WaitingPage]:
        return self.proxy, self.trust, self.waiting

    def _make_foot(self) -> None:
        self.problem = plain_label("", self, name="connection.problem")
        restyle(self.problem, "problem", "blocking")
        self.problem.hide()
        self.test = QPushButton(self.tr("Test connection"), self)
        self.test.setObjectName("connection.test")
        self.test.setAutoDefault(False)
        self.test.clicked.connect(self._on_test_clicked)
        self.state = QLabel(self)
        self.state.setObjectName("connection.state")
        self.state.setProperty("quiet", True)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Save | standard.Cancel, self)
        self.buttons.accepted.connect(self._on_save_clicked)
        self.buttons.rejected.connect(self.reject)
        save = self.buttons.button(standard.Save)
        save.setObjectName("connection.save")
        restyle(save, "primary", True)
        self.buttons.button(standard.Cancel).setObjectName("connection.cancel")

    def _lay_out(self) -> None:
        intro = plain_label(
            self.tr(
                "Usually there is nothing to set here. If the test fails in a company "
                "network, ask your IT for a proxy or a CA file."
            ),
            self,
        )
        intro.setProperty("quiet", True)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("connection.tabs")
        self.tabs.tabBar().setAccessibleName(self.tr("Parts of the connection"))
        self.tabs.addTab(self.proxy, self.tr("Proxy"))
        self.tabs.addTab(self.trust, self.tr("Certificates"))
        self.tabs.addTab(self.waiting, self.tr("Waiting"))
        foot = QHBoxLayout()
        foot.addWidget(self.test)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(intro)
        column.addWidget(self.tabs)
        column.addWidget(self.problem)
        column.addWidget(self.trials, 1)
        column.addLayout(foot)

    def _is_good(self) -> bool:
        """Whether what is typed makes sense; else it is told where it does not."""
        wrong = wrong_with_connection(self.typed(), self._before, self.given())
        self.problem.setText(said(wrong[1]) if wrong else "")
        self.problem.setVisible(wrong is not None)
        self._make_room()
        if wrong is None:
            return True
        self.show_field(wrong[0])
        return False

    def _make_room(self) -> None:
        """Grow for what was not there before, so that nothing is squeezed."""
        page, layout = self.tabs.currentWidget().layout(), self.layout()
        assert page is not None
        assert layout is not None
        page.invalidate()
        # A tab widget would let its page shrink, whatever stands in it.
        inside = page.totalHeightForWidth(self.tabs.width())
        bar = self.tabs.tabBar().sizeHint().height()
        self.tabs.setMinimumHeight(inside + bar + 6)
        # What the test saw needs the room that another page would take.
        saw = not self.trials.isHidden()
        self.tabs.setMaximumHeight(self.tabs.minimumHeight() if saw else _ANY_HEIGHT)
        layout.invalidate()
        layout.activate()
        height = max(layout.totalHeightForWidth(self.width()), self.height())
        self.resize(self.width(), min(height, self.screen().availableSize().height()))

    def _show_testing(self, testing: bool) -> None:
        has_keyboard = self.test.hasFocus()
        self.test.setEnabled(not testing)
        words = self.tr("Testing…") if testing else self.tr("Test connection")
        self.test.setText(words)
        about = self.tr("No message and no credential is sent.") if testing else ""
        self.state.setText(about)
        if testing and has_keyboard:
            # Qt would hand the keyboard to the next in line, which is Save.
            self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setFocus()

    def _on_edited(self) -> None:
        """What was told or seen is of what stood there before."""
        self.problem.hide()
        self.trials.show_trials(())
        self._make_room()
        if not self.test.isEnabled():
            self._show_testing(False)
            self.trial_dropped.emit()

    def _on_test_clicked(self) -> None:
        if self._is_good():
            self.trials.show_trials(())
            self._show_testing(True)
            self.trial_wanted.emit(self.typed(), self.given())

    def _on_save_clicked(self) -> None:
        if self._is_good():
            self.saved.emit(self.typed(), self.given())
            self.accept()
