"""The connection page: empty, filled, wrong, testing, passed and failed."""

import asyncio
from dataclasses import replace

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.connection import Connection, ProxyUse, Trust
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.tls_faults import hung_up
from hmpush_gui.pushkit.trial_report import Certificate, Trial
from hmpush_gui.pushkit.way import Way
from hmpush_gui.ui.connection_dialog import ConnectionDialog
from hmpush_gui.ui.kept_secrets import KeptSecrets

from .album import Album

_PROJECT = Project("pictured", "Parcel service", project_id="388421841222")
_FULL = Connection(
    ProxyUse.OWN,
    "http://proxy.corp.example:8080",
    True,
    "*.corp.example, 10.0.0.0/8",
    Trust.ADD,
    "/home/li/certificates/corp-root-ca.pem",
    False,
    "/home/li/certificates/li-lei.pem",
    has_key_password=True,
)
_PASSED = Trial(
    _PROJECT.push_host,
    "http://proxy.corp.example:8080",
    trust=Trust.ADD,
    ca_file=_FULL.ca_file,
    own_certificate=_FULL.client_certificate,
    peer="10.20.0.4:8080",
    tls="TLSv1.3",
    cipher="TLS_AES_256_GCM_SHA384",
    certificate=Certificate(
        "*.cloud.huawei.com", "Corp Inspection CA, Corp Ltd", 1_900_000_000
    ),
    status="404 Not Found",
    seconds=0.42,
)
_FAILED = replace(
    _PASSED,
    url=_PROJECT.oauth_host,
    tls="",
    status="",
    failure=hung_up(Way("oauth-login.cloud.huawei.com")),
)


async def take(album: Album, desk: Desk) -> None:
    window = desk.window
    window.editing.save(_PROJECT, [])
    await album.take(opened(desk), "38-connection-empty")
    closed(desk)
    window.connections.put(_PROJECT.key, _FULL)
    await album.take(window, "38-connection-unchecked")
    dialog = opened(desk)
    await asyncio.sleep(0.3)
    place = (
        "Kept in: Secret Service (GNOME Keyring). Secrets lie encrypted in a file, "
        "whose key is there."
    )
    dialog.tabs.setCurrentIndex(1)
    await album.take(dialog, "38-connection-gone")
    dialog.show_kept(KeptSecrets(True, True, place))
    for number, name in enumerate(("proxy", "certificates", "waiting")):
        dialog.tabs.setCurrentIndex(number)
        await album.take(dialog, f"38-connection-{name}")
    dialog.tabs.setCurrentIndex(0)
    dialog.proxy.address.setText("proxy.corp.example")
    dialog.buttons.accepted.emit()
    await album.take(dialog, "38-connection-wrong")
    dialog.proxy.address.setText(_FULL.proxy_address)
    dialog._show_testing(True)
    await album.take(dialog, "38-connection-testing")
    dialog.show_trials([_PASSED])
    await album.take(dialog, "38-connection-passed")
    dialog.show_trials([_PASSED, _FAILED])
    await album.take(dialog, "38-connection-failed")
    closed(desk)
    window.connections.forget(_PROJECT.key)
    window.editing._forget(_PROJECT.key)


def opened(desk: Desk) -> ConnectionDialog:
    desk.window.connecting.show()
    dialog = desk.window.findChild(ConnectionDialog)
    assert isinstance(dialog, ConnectionDialog)
    return dialog


def closed(desk: Desk) -> None:
    dialog = desk.window.findChild(ConnectionDialog)
    assert isinstance(dialog, ConnectionDialog)
    dialog.setParent(None)
    dialog.reject()
