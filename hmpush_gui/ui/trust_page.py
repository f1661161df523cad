"""Whose certificates are believed, and which one is shown."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from hmpush_gui.pushkit.connection import Connection, Trust

from .connection_rows import (
    add_row,
    choice,
    chooser,
    form_of,
    line,
    note,
    secret,
    show_row,
)
from .kept_secrets import KeptSecrets, about_kept, show_kept
from .restyle import restyle


class TrustPage(QWidget):
    """The authorities, the client certificate, and the switch that believes anybody.

    Signals:
        edited: what is typed differs.
    """

    edited = Signal()

    def __init__(self, connection: Connection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = connection
        self._make_authorities()
        self._make_own()
        self._make_switch()
        self._lay_out()
        self._show_trust()
        self.trust.currentIndexChanged.connect(self._show_trust)
        self.unchecked.toggled.connect(self._show_trust)
        self.certificate.textChanged.connect(self._show_password)
        for field in (self.ca_file, self.certificate, self.key, self.password):
            field.textChanged.connect(self.edited)

    def typed(self, connection: Connection) -> Connection:
        """`connection` with what stands in the fields."""
        certificate, key = self.certificate.text().strip(), self.key.text().strip()
        before = self._before
        # The kept password is for the key it was typed for.
        same = (certificate, key) == (before.client_certificate, before.client_key)
        kept = same and bool(certificate) and before.has_key_password
        return replace(
            connection,
            trust=Trust(self.trust.currentData()),
            ca_file=self.ca_file.text().strip(),
            verify=not self.unchecked.isChecked(),
            client_certificate=certificate,
            client_key=key,
            has_key_password=kept or bool(certificate and self.password.text()),
        )

    def show_kept(self, kept: KeptSecrets) -> None:
        """Say whether the password of the key is still there, and where."""
        if self._before.has_key_password:
            show_kept(
                self.password,
                at_hand=kept.key_password,
                until_the_end=kept.until_the_end,
            )
        gone = self._before.has_key_password and not kept.key_password
        self.about_password.setText(about_kept(kept, gone=gone))
        self._show_password()

    def field(self, name: str) -> QWidget | None:
        """Where the value `name` of a Connection is typed."""
        fields: dict[str, QWidget] = {
            "trust": self.trust,
            "ca_file": self.ca_file,
            "client_certificate": self.certificate,
            "key_password": self.password,
        }
        return fields.get(name)

    def _make_authorities(self) -> None:
        self.trust = choice(self, "trust", self.tr("Trusted"))
        usual = self.tr("The usual authorities and those of this computer")
        self.trust.addItem(usual, Trust.USUAL)
        self.trust.addItem(self.tr("These, and the authority in a file"), Trust.ADD)
        self.trust.addItem(self.tr("Only the authority in a file"), Trust.ONLY)
        self.trust.setCurrentIndex(self.trust.findData(self._before.trust))
        title = self.tr("CA file")
        self.ca_file = line(self, "ca_file", title, self._before.ca_file)
        self.ca_file.setPlaceholderText(self.tr("ca.pem, from your IT"))

    def _make_own(self) -> None:
        before = self._before
        title = self.tr("Client certificate")
        self.certificate = line(self, "certificate", title, before.client_certificate)
        self.certificate.setPlaceholderText(
            self.tr("none; a .pem file if the server or proxy asks for one")
        )
        self.key = line(self, "key", self.tr("Its key"), before.client_key)
        self.key.setPlaceholderText(self.tr("in the same file"))
        self.password = secret(self, "key_password", self.tr("Password of the key"))
        if not before.has_key_password:
            self.password.setPlaceholderText(self.tr("none"))
        # Until `show_kept` knows.
        self.about_password = note(self, "about_password")

    def _make_switch(self) -> None:
        self.unchecked = QCheckBox(self.tr("Do not check certificates"), self)
        self.unchecked.setObjectName("connection.unchecked")
        self.unchecked.setChecked(not self._before.verify)
        self.danger = note(
            self,
            "danger",
            self.tr(
                "Unsafe: whoever is on the way can read the credential and the "
                "messages, and change them. Only for a test server of your own. A CA "
                "file is the safe way."
            ),
        )
        self.danger.setProperty("quiet", False)
        restyle(self.danger, "problem", "blocking")
        self.about = note(
            self,
            "about_trust",
            self.tr("TLS 1.2 or newer, always. Files stay where they are."),
        )

    def _lay_out(self) -> None:
        self._form = form_of(self)
        add_row(self._form, self.trust)
        for field in (self.ca_file, self.certificate, self.key):
            add_row(self._form, field, self._chooser(field))
        add_row(self._form, self.password)
        self._form.addRow("", self.about_password)
        self._form.addRow("", self.unchecked)
        self._form.addRow("", self.danger)
        self._form.addRow("", self.about)

    def _chooser(self, field: QLineEdit) -> QPushButton:
        return chooser(
            field,
            self.tr("Choose…"),
            field.accessibleName(),
            self.tr("Certificates (*.pem *.crt *.cer *.key *.der);;All files (*)"),
            lambda name: self.tr("Choose: {name}").format(name=name),
        )

    def _show_trust(self) -> None:
        usual = Trust(self.trust.currentData()) is Trust.USUAL
        show_row(self._form, self.ca_file, not usual)
        off = self.unchecked.isChecked()
        show_row(self._form, self.danger, off)
        show_row(self._form, self.about, not off)
        self._show_password()
        self.edited.emit()

    def _show_password(self) -> None:
        """Where it is, once there is a key that it may open."""
        has_own = bool(self.certificate.text().strip() and self.about_password.text())
        show_row(self._form, self.about_password, has_own)
