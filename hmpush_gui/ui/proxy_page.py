"""Which proxy a project goes through, and who it is told."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from hmpush_gui.pushkit.connection import USUAL, Connection, ProxyUse
from hmpush_gui.pushkit.errors import Misconfigured
from hmpush_gui.pushkit.proxies import proxy_for

from .connection_rows import add_row, choice, form_of, line, note, secret, show_row
from .kept_secrets import KeptSecrets, about_kept, show_kept
from .words import said


class ProxyPage(QWidget):
    """As the computer is set up, none, or a named one.

    Signals:
        edited: what is typed differs.
    """

    edited = Signal()

    def __init__(
        self, connection: Connection, url: str, parent: QWidget | None = None
    ) -> None:
        """`url` is whom the proxy of the computer is looked up for."""
        super().__init__(parent)
        self._before = connection
        self._url = url
        self._make_fields()
        self._lay_out()
        self._show_use()
        self.use.currentIndexChanged.connect(self._show_use)
        self.login.toggled.connect(self._show_use)
        for field in (self.address, self.user, self.password, self.no_proxy):
            field.textChanged.connect(self.edited)

    def typed(self, connection: Connection) -> Connection:
        """`connection` with what stands in the fields."""
        use = ProxyUse(self.use.currentData())
        own = use is ProxyUse.OWN
        address = self.address.text().strip().rstrip("/")
        if address and "://" not in address:
            # As curl and the variables of the system take it.
            address = f"http://{address}"
        return replace(
            connection,
            proxy=use,
            # Where it is not used nobody is told to take the password out of it.
            proxy_address=address if own or "@" not in address else "",
            has_login=own and self.login.isChecked(),
            no_proxy=self.no_proxy.text().strip(),
        )

    def show_kept(self, kept: KeptSecrets) -> None:
        """Say whether user and password are still there, and where."""
        if self._before.has_login:
            for each in (self.user, self.password):
                show_kept(each, at_hand=kept.login, until_the_end=kept.until_the_end)
        gone = self._before.has_login and not kept.login
        self._kept = about_kept(kept, gone=gone)
        self._tell_use()

    def ask_for_login(self) -> None:
        """The proxy wants one: make room for it."""
        self.login.setChecked(True)

    def field(self, name: str) -> QWidget | None:
        """Where the value `name` of a Connection is typed."""
        fields: dict[str, QWidget] = {
            "proxy": self.use,
            "proxy_address": self.address,
            "proxy_user": self.user,
            "no_proxy": self.no_proxy,
        }
        return fields.get(name)

    def _make_fields(self) -> None:
        before = self._before
        self.use = choice(self, "proxy", self.tr("Proxy"))
        self.use.addItem(self.tr("As this computer is set up"), ProxyUse.SYSTEM)
        self.use.addItem(self.tr("None"), ProxyUse.NONE)
        self.use.addItem(self.tr("This one:"), ProxyUse.OWN)
        self.use.setCurrentIndex(self.use.findData(before.proxy))
        self.address = line(self, "address", self.tr("Address"), before.proxy_address)
        self.address.setPlaceholderText(
            self.tr("http://proxy.example:8080 or socks5://proxy.example:1080")
        )
        self.login = QCheckBox(self.tr("It asks for a user and a password"), self)
        self.login.setObjectName("connection.login")
        self.login.setChecked(before.has_login)
        self.user = line(self, "user", self.tr("User"), "")
        self.password = secret(self, "password", self.tr("Password"))
        # Until `show_kept` knows.
        self._kept = ""
        self.no_proxy = line(self, "no_proxy", self.tr("Not for"), before.no_proxy)
        self.no_proxy.setPlaceholderText(
            self.tr("hosts without the proxy: *.corp.example, 10.0.0.0/8")
        )
        self.about = note(self, "about_proxy")

    def _lay_out(self) -> None:
        self._form = form_of(self)
        for field in (self.use, self.address):
            add_row(self._form, field)
        self._form.addRow("", self.login)
        for field in (self.user, self.password, self.no_proxy):
            add_row(self._form, field)
        self._form.addRow("", self.about)

    def _show_use(self) -> None:
        use = ProxyUse(self.use.currentData())
        own = use is ProxyUse.OWN
        for field in (self.address, self.login, self.no_proxy):
            show_row(self._form, field, own)
        for field in (self.user, self.password):
            show_row(self._form, field, own and self.login.isChecked())
        self._tell_use()
        self.edited.emit()

    def _tell_use(self) -> None:
        self.about.setText(self._explain(ProxyUse(self.use.currentData())))

    def _explain(self, use: ProxyUse) -> str:
        if use is ProxyUse.NONE:
            return self.tr("Everything goes straight to the network.")
        if use is ProxyUse.OWN:
            words = self.tr("The sandbox never goes through a proxy.")
            wants_login = self.login.isChecked() and self._kept
            return f"{self._kept}\n{words}" if wants_login else words
        return self._of_system()

    def _of_system(self) -> str:
        """Which proxy that would be."""
        try:
            proxy = proxy_for(self._url, USUAL)
        except Misconfigured as error:
            return said(error.sentence)
        if proxy is None:
            return self.tr("At the moment this computer names none for this project.")
        words = self.tr(
            "At the moment: {proxy}. It comes from HTTPS_PROXY or ALL_PROXY, or from "
            "the system’s settings."
        )
        return words.format(proxy=proxy.address)
