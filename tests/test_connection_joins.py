"""The connection page and the whole program behind it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.connection import (
    Connection,
    ConnectionSecrets,
    ProxyUse,
    Trust,
    key_password_name,
    login_name,
)
from hmpush_gui.pushkit.project import Project
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.secrets import SecretStore, open_secrets
from hmpush_gui.ui.connection_dialog import ConnectionDialog

from .programs import engine, program, until
from .pushkit.authorities import Authority
from .pushkit.ports import Port, closed_port
from .pushkit.proxy_ports import PASSWORD, USER, HttpProxy
from .pushkit.services import HTML, Service, http_answer, never_reads
from .store.keyrings import FakeKeyring

pytestmark = pytest.mark.usefixtures("qapp")

LOGIN = ConnectionSecrets(USER, PASSWORD)
NOTHING = ConnectionSecrets()


def holding(folder: Path, secret: str) -> list[Path]:
    """The files in `folder` in which `secret` stands."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if secret.encode() in path.read_bytes()]


def open_page(desk: Desk, project: Project) -> ConnectionDialog:
    desk.window.editing.save(project, [])
    desk.window.connecting.show()
    dialog = desk.window.findChild(ConnectionDialog)
    assert isinstance(dialog, ConnectionDialog)
    return dialog


def shop(push: str, oauth: str = "") -> Project:
    return Project(
        "shop", "Shop", project_id="1", push_host=push, oauth_host=oauth or push
    )


def fill_proxy(dialog: ConnectionDialog, port: int) -> None:
    page = dialog.proxy
    page.use.setCurrentIndex(page.use.findData(ProxyUse.OWN))
    page.address.setText(f"http://127.0.0.1:{port}")
    page.login.setChecked(True)
    page.user.setText(USER)
    page.password.setText(PASSWORD)


async def test_a_test_uses_what_is_typed_before_it_is_saved(tmp_path: Path) -> None:
    company = Authority(tmp_path)
    service = Service(*[http_answer(HTML, "404 Not Found")] * 3)
    async with program(tmp_path / "data") as desk:
        with (
            Port(service, tls=company.server("push.test")) as push,
            Port(HttpProxy(push.number, f"{USER}:{PASSWORD}")) as proxy,
        ):
            dialog = open_page(desk, shop("https://push.test"))
            fill_proxy(dialog, proxy.number)
            dialog.test.click()
            await until(lambda: dialog.trials.isVisible())
            assert "no authority trusted here" in dialog.trials.text()
            assert "Test Company CA" in dialog.trials.text()
            dialog.trust.trust.setCurrentIndex(2)
            dialog.trust.ca_file.setText(str(company.path))
            dialog.test.click()
            await until(lambda: dialog.trials.isVisible())
        assert "✓ push.test: the connection works." in dialog.trials.text()
        assert f"http://127.0.0.1:{proxy.number}, from these settings" in (
            dialog.trials.text()
        )
        assert PASSWORD not in dialog.trials.text()
        # Nothing of it is kept before it is saved.
        assert engine(desk)._secrets.get(login_name("shop")) is None
        dialog.reject()


async def test_what_cannot_be_read_is_told_in_the_page(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        dialog = open_page(desk, shop("https://push.test"))
        dialog.trust.certificate.setText("/nowhere/me.pem")
        dialog.test.click()
        await until(lambda: dialog.trials.isVisible())
        assert "/nowhere/me.pem cannot be read" in dialog.trials.text()
        dialog.reject()


async def test_a_test_that_takes_long_ends_with_the_page(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        with Port(never_reads) as port:
            dialog = open_page(desk, shop(f"https://127.0.0.1:{port.number}"))
            dialog.test.click()
            joins = engine(desk).connections
            await until(lambda: joins._trials)
            dialog.reject()
            await until(lambda: not joins._trials)


async def test_secrets_are_kept_used_and_dropped_and_are_in_no_file(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        secrets = engine(desk)._secrets
        window = desk.window
        window.editing.save(shop("https://push.test"), [])
        connection = Connection(
            ProxyUse.OWN, "http://proxy.test:1", True, trust=Trust.USUAL
        )
        window.connecting.save("shop", connection, LOGIN)
        await until(lambda: secrets.get(login_name("shop")))
        wires = await engine(desk)._clients.wiring.wires("shop")
        proxy = wires.proxy("https://push.test")
        assert proxy
        assert (proxy.user, proxy.password) == (USER, PASSWORD)
        # Saved again without typing: what is kept stays.
        window.connecting.save("shop", replace(connection, connect=5), NOTHING)
        await until(lambda: not engine(desk)._tasks)
        assert secrets.get(login_name("shop"))
        window.editing._forget("shop")
        await until(lambda: secrets.get(login_name("shop")) is None)
        assert secrets.get(key_password_name("shop")) is None
        assert window.connections.of("shop") == Connection()
    assert holding(tmp_path, PASSWORD) == []


async def test_a_connection_is_as_it_was_in_the_next_run(tmp_path: Path) -> None:
    chosen = Connection(ProxyUse.NONE, verify=False, connect=7)
    async with program(tmp_path) as desk:
        desk.window.editing.save(shop(f"https://127.0.0.1:{closed_port()}"), [])
        desk.window.connecting.save("shop", chosen, NOTHING)
    assert "verify" not in (tmp_path / "projects.json").read_text("utf-8")
    async with program(tmp_path) as desk:
        assert desk.window.connections.of("shop") == chosen
        assert not desk.window.connecting.bar.isVisible()
        desk.window.choose_project("shop")
        assert desk.window.connecting.bar.isVisible()


async def test_the_engine_ends_while_a_test_runs(tmp_path: Path, qapp: QObject) -> None:
    with Port(never_reads) as port:
        async with program(tmp_path) as desk:
            dialog = open_page(desk, shop(f"https://127.0.0.1:{port.number}"))
            dialog.test.click()
            await until(lambda: engine(desk).connections._trials)


WITH_SECRETS = Connection(
    ProxyUse.OWN,
    "http://proxy.test:1",
    True,
    client_certificate="/nowhere/me.pem",
    has_key_password=True,
)
ALL = ConnectionSecrets(USER, PASSWORD, "key-Word")


def hints(dialog: ConnectionDialog) -> set[str]:
    fields = dialog.proxy.user, dialog.proxy.password, dialog.trust.password
    return {field.placeholderText() for field in fields}


async def looked_up(desk: Desk) -> ConnectionDialog:
    desk.window.connecting.show()
    await until(lambda: not engine(desk).connections._trials)
    dialog = desk.window.findChild(ConnectionDialog)
    assert isinstance(dialog, ConnectionDialog)
    return dialog


@pytest.mark.parametrize("memory_only", [False, True])
async def test_the_page_says_what_is_kept_and_where_also_after_a_restart(
    tmp_path: Path, memory_only: bool
) -> None:
    keyring = FakeKeyring()

    def kept(folder: DataFolder) -> SecretStore:
        return open_secrets(folder, keyring)

    project = replace(shop("https://push.test"), memory_only=memory_only)
    async with program(tmp_path, kept) as desk:
        desk.window.editing.save(project, [])
        desk.window.connecting.save("shop", WITH_SECRETS, ALL)
        await until(lambda: not engine(desk)._tasks)
        dialog = await looked_up(desk)
        start = "in memory until" if memory_only else "kept"
        assert all(each.startswith(start) for each in hints(dialog))
        dialog.reject()
    async with program(tmp_path, kept) as desk:
        desk.window.choose_project("shop")
        dialog = await looked_up(desk)
        about = dialog.proxy.about.text(), dialog.trust.about_password.text()
        if memory_only:
            assert hints(dialog) == {"gone; type it again"}
            assert all(
                "is gone: type it again. Kept in memory" in each for each in about
            )
        else:
            assert hints(dialog) == {"kept; type here to replace it"}
            assert all("Kept in: " in each for each in about)
        dialog.reject()


async def test_without_a_keyring_the_page_says_so(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        desk.window.editing.save(shop("https://push.test"), [])
        desk.window.connecting.save("shop", WITH_SECRETS, ALL)
        await until(lambda: not engine(desk)._tasks)
        dialog = await looked_up(desk)
        assert "in memory" in dialog.proxy.about.text()
        assert hints(dialog) == {
            "in memory until the program ends; type here to replace it"
        }
        dialog.reject()
    async with program(tmp_path) as desk:
        desk.window.choose_project("shop")
        dialog = await looked_up(desk)
        assert hints(dialog) == {"gone; type it again"}
        dialog.reject()
