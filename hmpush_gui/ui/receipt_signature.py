"""Who sent a callback? Checks its header with the secret of the configuration."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from hmpush_gui.pushkit.callback_check import Proof, check_callback

from .restyle import restyle
from .words import said, sentences

_LOOKS = {Proof.RIGHT: "good", Proof.WRONG: "blocking", Proof.UNKNOWN: "hint"}


class ReceiptSignature(QWidget):
    """User name, secret and header, and below them what they prove.

    The secret is kept nowhere: it is gone with the window.
    """

    def __init__(
        self, parent: QWidget | None = None, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self.proof = Proof.UNKNOWN
        self._found = ""
        self.user = self._field("user", self.tr("User name"))
        self.secret = self._field("secret", self.tr("Secret"))
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setToolTip(self.tr("Used here only, and kept nowhere."))
        self.header = self._field("header", self.tr("Header X-HUAWEI-CALLBACK-ID"))
        self.header.setPlaceholderText("timestamp=…; nonce=…; value=…")
        self.told = QLabel(self)
        self.told.setObjectName("receipts.proof")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self._lay_out()
        self.check()

    def show_header(self, header: str) -> None:
        """Take the header that was found with the receipts, "" for none.

        One of earlier receipts goes with them; one that was typed in stays.
        """
        if header or self.header.text() == self._found:
            self.header.setText(header)
            self.header.setCursorPosition(0)
        self._found = header

    def check(self) -> None:
        """Say what the fields prove."""
        checked = check_callback(
            self.header.text(),
            self.user.text().strip(),
            self.secret.text().strip(),
            self._clock(),
        )
        self.proof = checked.proof
        words = {
            Proof.RIGHT: self.tr("✓ Signature right."),
            Proof.WRONG: self.tr("✗ Signature wrong."),
            Proof.UNKNOWN: self.tr("Signature: cannot tell."),
        }[checked.proof]
        lines = [sentences([words, said(checked.why)])]
        if checked.age is not None:
            lines.append(said(checked.age))
        self.told.setText("\n".join(lines))
        look = _LOOKS[checked.proof]
        if checked.proof is Proof.RIGHT and checked.has_odd_time:
            look = "warning"
        restyle(self.told, "problem", look)

    def forget(self) -> None:
        """Keep nothing of the secret."""
        self.secret.clear()

    def _field(self, name: str, title: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(f"receipts.{name}")
        field.setAccessibleName(title)
        field.textChanged.connect(self.check)
        return field

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for column, field in enumerate((self.user, self.secret, self.header)):
            label = QLabel(field.accessibleName(), self)
            label.setProperty("quiet", True)
            label.setBuddy(field)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
        grid.addWidget(self.told, 2, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 3)
