"""The sandbox as a project: its credentials, its port, its phones."""

import time

from PySide6.QtCore import QObject, Signal

from hmpush_gui.pushkit.credential import OAuthClient, ServiceAccount
from hmpush_gui.pushkit.errors import CredentialError
from hmpush_gui.pushkit.project import CredentialKind, Environment, Project, secret_name
from hmpush_gui.samples import KEY
from hmpush_gui.sandbox.account import DemoAccount
from hmpush_gui.sandbox.phone import Delivery
from hmpush_gui.sandbox.server import SandboxServer
from hmpush_gui.sandbox.service import Sandbox
from hmpush_gui.store.secrets import SecretStore
from hmpush_gui.ui.phone_list import PhoneItem


class Playground(QObject):
    """Starts and stops the sandbox and tells what its phones get.

    Signals:
        delivered: a tuple of Deliveries, of one request.
        receipted: a tuple of Sheets of receipts.
        removed: a tuple of Deliveries that a revocation took from the phones.
    """

    delivered = Signal(object)
    receipted = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: SandboxServer | None = None
        self.sandbox: Sandbox | None = None

    def start(self, secrets: SecretStore, name: str) -> Project:
        """Open the port and give the sandbox as a project.

        Blocks, for seconds when the demo credentials have to be made: call it in a
        thread. Raises StoreError or OSError.
        """
        account = _account(secrets)
        self.sandbox = Sandbox(account)
        self.sandbox.on_delivery(self.delivered.emit)
        self.sandbox.on_receipts(self.receipted.emit)
        self.sandbox.on_removal(self.removed.emit)
        self._server = SandboxServer(self.sandbox)
        url = self._server.start()
        return Project(
            KEY,
            name,
            Environment.SANDBOX,
            account.service.project_id,
            account.client.client_id,
            url,
            url,
        )

    @property
    def url(self) -> str:
        """Where it answers; empty while it is switched off."""
        return self._server.url if self._server else ""

    def switch(self, on: bool) -> str:
        """Close the port, or open it again, with the phones as they were; the URL.

        Blocks for up to a second. Raises OSError.
        """
        if self._server and on:
            return self._server.start()
        self.stop()
        return ""

    def stop(self) -> None:
        if self._server:
            self._server.stop()


def phone_item(delivery: Delivery, device: str) -> PhoneItem:
    """A delivery as the window shows it; `device` is the label of its token."""
    return PhoneItem(
        delivery.token,
        device,
        time.strftime("%H:%M", time.localtime(delivery.at)),
        delivery.title,
        delivery.body,
        delivery.lines,
        bool(delivery.image),
        delivery.shows,
        delivery.alerting,
        delivery.test,
        delivery.data,
        delivery.slot,
        delivery.badge,
    )


def _account(secrets: SecretStore) -> DemoAccount:
    """The demo credentials that were kept, or new ones."""
    client = secrets.get(secret_name(KEY, CredentialKind.OAUTH))
    service = secrets.get(secret_name(KEY, CredentialKind.SERVICE_ACCOUNT))
    if client is not None and service is not None:
        try:
            return DemoAccount.of(
                OAuthClient.from_json(client), ServiceAccount.from_json(service)
            )
        except CredentialError:
            # Kept by another version: the sandbox's own keys are worth nothing.
            pass
    account = DemoAccount.create()
    for each in (account.client, account.service):
        secrets.put(secret_name(KEY, each.kind), each.to_json())
    return account
