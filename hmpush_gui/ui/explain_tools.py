"""Where to go on from what is explained: a button for each place that can mend it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hmpush_gui.pushkit.doctor_answer import is_of_credential
from hmpush_gui.pushkit.hindrances import hindrance_of, is_of_address
from hmpush_gui.pushkit.project import Environment
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.pushkit.record import Action

from .inspected import Inspected

_TAKEN = (Verdict.ACCEPTED, Verdict.UNKNOWN)


class Doubts(QObject):
    """What somebody who reads an explanation wants to look at.

    Signals:
        nothing_shown: it was accepted, but the phone shows nothing.
        credential_doubted: it was refused for its credential.
        address_doubted: it did not get there, perhaps for the project's addresses.
        connection_doubted: it did not get there, for this reason.
    """

    nothing_shown = Signal()
    credential_doubted = Signal()
    address_doubted = Signal()
    connection_doubted = Signal(str)


class ExplainTools(QWidget):
    """Buttons for doubts, there when what is shown calls for them."""

    def __init__(self, doubts: Doubts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hindrance = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._nothing = self._add(
            "nothing",
            self.tr("Nothing on the phone?"),
            self.tr("Accepted, but nothing shows: what to look at, in order"),
        )
        self._nothing.clicked.connect(doubts.nothing_shown)
        self._check = self._add(
            "check",
            self.tr("Check the credential"),
            self.tr("Look at key, secret, IDs and clock; sends nothing"),
        )
        self._check.clicked.connect(doubts.credential_doubted)
        self._project = self._add(
            "project", self.tr("Project…"), self.tr("The addresses of this project")
        )
        self._project.clicked.connect(doubts.address_doubted)
        self._connection = self._add(
            "connection",
            self.tr("Connection…"),
            self.tr("Proxy, certificates and waiting of this project"),
        )
        self._connection.clicked.connect(
            lambda: doubts.connection_doubted.emit(self._hindrance)
        )

    def show_for(self, shown: Inspected | None) -> None:
        """Offer what `shown` calls for."""
        exchange = shown.exchange if shown else None
        self._hindrance = _hindrance_of(shown)
        self._nothing.setVisible(_was_taken(shown))
        self._check.setVisible(exchange is not None and is_of_credential(exchange))
        self._project.setVisible(is_of_address(self._hindrance))
        self._connection.setVisible(bool(self._hindrance))

    def _add(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"explain.{name}")
        button.setToolTip(tip)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)
        return button


def _hindrance_of(shown: Inspected | None) -> str:
    """What is to be mended under Connection, which the sandbox has none of."""
    if shown is None or shown.exchange is None:
        return ""
    is_own = shown.record.project.environment is not Environment.SANDBOX
    return hindrance_of(shown.exchange) if is_own else ""


def _was_taken(shown: Inspected | None) -> bool:
    if shown is None or shown.exchange is None:
        return False
    if shown.record.action is Action.RECALL:
        return False
    if shown.row:
        return shown.row[1].verdict in _TAKEN
    return any(shown.counts.get(verdict) for verdict in _TAKEN)
