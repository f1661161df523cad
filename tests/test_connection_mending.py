"""A way that fails, mended from Explain as a user would, in the whole program."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.connection import (
    NO_SECRETS,
    Connection,
    ConnectionSecrets,
    ProxyUse,
    Trust,
)
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.retry import NO_PATIENCE
from hmpush_gui.ui.connection_dialog import ConnectionDialog
from hmpush_gui.ui.project_dialog import ProjectDialog

from .programs import engine, outcomes, program, send_and_wait, small_account, until
from .pushkit.authorities import Authority
from .pushkit.fakes import SUCCESS
from .pushkit.ports import Port, closed_port
from .pushkit.proxy_ports import PASSWORD, USER, HttpProxy
from .pushkit.services import HTML, Service, http_answer, json_answer

pytestmark = pytest.mark.usefixtures("qapp")

SHOP = Project("shop", "Shop", push_host="https://push.test", oauth_host="https://x")


@pytest.fixture
def company(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


@pytest.fixture
def push(company: Authority) -> Iterator[int]:
    """The port where push.test really is."""
    answers = [json_answer(SUCCESS)] * 5
    with Port(Service(*answers), tls=company.server("push.test")) as port:
        yield port.number


@asynccontextmanager
async def shop(
    folder: Path, connection: Connection, secrets: ConnectionSecrets = NO_SECRETS
) -> AsyncIterator[Desk]:
    """A program whose project is reached over `connection`."""
    account = small_account().service
    async with program(folder / "data") as desk:
        window = desk.window
        project = replace(SHOP, project_id=account.project_id)
        window.editing.save(project, [account])
        window.connecting.save(project.key, connection, secrets)
        window.devices.add(["token-a"])
        await until(lambda: not engine(desk)._tasks)
        yield desk


def explained(desk: Desk) -> tuple[str, QPushButton]:
    """What Explain says, and its way to the connection page."""
    outcome = desk.window.outcome
    outcome.tabs.setCurrentWidget(outcome.inspector.explain)
    words = outcome.inspector.explain.words()
    button = desk.window.findChild(QPushButton, "explain.connection")
    assert isinstance(button, QPushButton)
    return words, button


def to_mend(desk: Desk) -> tuple[ConnectionDialog, QWidget | None]:
    """The page that one click opens, and the field that has the keyboard."""
    _, button = explained(desk)
    assert button.isVisible()
    button.click()
    dialog = desk.window.findChild(ConnectionDialog)
    assert isinstance(dialog, ConnectionDialog)
    return dialog, dialog.focusWidget()


def through(company: Authority, port: int) -> Connection:
    return Connection(
        ProxyUse.OWN,
        f"http://127.0.0.1:{port}",
        trust=Trust.ONLY,
        ca_file=str(company.path),
    )


async def test_a_proxy_that_is_not_there_is_mended_in_one_click(
    tmp_path: Path, company: Authority, push: int
) -> None:
    async with shop(tmp_path, through(company, closed_port())) as desk:
        engine(desk).sends.patience = NO_PATIENCE
        await send_and_wait(desk)
        ((_, reason),) = outcomes(desk)
        assert reason == "The proxy cannot be reached; nothing was sent."
        assert "takes no connection" in explained(desk)[0]
        dialog, field = to_mend(desk)
        assert isinstance(field, QLineEdit)
        assert field is dialog.proxy.address
        with Port(HttpProxy(push)) as proxy:
            field.setText(f"http://127.0.0.1:{proxy.number}")
            dialog.buttons.accepted.emit()
            await until(lambda: not engine(desk)._tasks)
            await send_and_wait(desk)
        assert outcomes(desk) == [("Accepted", "")]
        assert not explained(desk)[1].isVisible()


@pytest.mark.parametrize(
    ("has_login", "words"),
    [
        (False, "asks for a user and a password, and none were given"),
        (True, "does not accept the user and password"),
    ],
)
async def test_a_proxy_that_wants_a_password_is_asked_once_and_mended(
    tmp_path: Path, company: Authority, push: int, has_login: bool, words: str
) -> None:
    proxy = HttpProxy(push, f"{USER}:{PASSWORD}")
    with Port(proxy) as port:
        connection = replace(through(company, port.number), has_login=has_login)
        stale = ConnectionSecrets(USER, "stale") if has_login else NO_SECRETS
        async with shop(tmp_path, connection, stale) as desk:
            await send_and_wait(desk)
            assert len(proxy.asked) == 1
            assert words in explained(desk)[0]
            dialog, field = to_mend(desk)
            assert field is dialog.proxy.user
            dialog.proxy.user.setText(USER)
            dialog.proxy.password.setText(PASSWORD)
            dialog.buttons.accepted.emit()
            await until(lambda: not engine(desk)._tasks)
            await send_and_wait(desk)
            assert outcomes(desk) == [("Accepted", "")]


async def test_a_certificate_that_is_not_believed_is_seen_once_and_mended(
    tmp_path: Path, company: Authority, push: int
) -> None:
    proxy = HttpProxy(push)
    with Port(proxy) as port:
        connection = Connection(ProxyUse.OWN, f"http://127.0.0.1:{port.number}")
        async with shop(tmp_path, connection) as desk:
            await send_and_wait(desk)
            assert len(proxy.asked) == 1
            ((_, reason),) = outcomes(desk)
            assert "certificate is not accepted" in reason
            dialog, field = to_mend(desk)
            assert field is dialog.trust.trust
            dialog.trust.trust.setCurrentIndex(1)
            dialog.trust.ca_file.setText(str(company.path))
            dialog.buttons.accepted.emit()
            await until(lambda: not engine(desk)._tasks)
            await send_and_wait(desk)
            assert outcomes(desk) == [("Accepted", "")]


async def test_settings_that_cannot_be_used_lead_to_their_field(
    tmp_path: Path, company: Authority
) -> None:
    none = Connection(trust=Trust.ADD, ca_file=str(tmp_path))
    bad = Connection(client_certificate=str(company.issue("me").certificate))
    async with shop(tmp_path, none) as desk:
        await send_and_wait(desk)
        assert "The CA file cannot be used" in outcomes(desk)[0][1]
        dialog, field = to_mend(desk)
        assert field is dialog.trust.ca_file
        dialog.reject()
        desk.window.connecting.save("shop", bad, NO_SECRETS)
        await until(lambda: not engine(desk)._tasks)
        await send_and_wait(desk)
        assert "The client certificate cannot be used" in outcomes(desk)[0][1]
        assert "holds no private key" in explained(desk)[0]


async def test_a_page_in_place_of_a_way_leads_to_the_address(
    tmp_path: Path, company: Authority
) -> None:
    with Port(Service(http_answer(HTML))) as port:
        async with shop(tmp_path, through(company, port.number)) as desk:
            await send_and_wait(desk)
            assert "answered with a page" in explained(desk)[0]
            dialog, field = to_mend(desk)
            assert field is dialog.proxy.address
            dialog.reject()
            # The project is forgotten, and its send is still there.
            desk.window.editing._forget("shop")
            explained(desk)[1].click()
            assert "no longer there" in desk.window.notices.texts()[-1]


async def test_a_send_to_the_sandbox_has_no_connection_to_mend(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        await send_and_wait(desk)
        assert not explained(desk)[1].isVisible()


async def test_an_address_that_is_wrong_is_mended_in_the_project(
    tmp_path: Path,
) -> None:
    async with shop(tmp_path, Connection(ProxyUse.NONE)) as desk:
        window = desk.window
        wrong = replace(window.choice.find("shop") or SHOP, push_host="push.test")
        window.replace_project(wrong)
        await send_and_wait(desk)
        explained(desk)
        button = window.findChild(QPushButton, "explain.project")
        assert isinstance(button, QPushButton)
        assert button.isVisible()
        button.click()
        dialog = window.findChild(ProjectDialog)
        assert isinstance(dialog, ProjectDialog)
        assert dialog.focusWidget() is dialog.push_host
        assert dialog.push_host.selectedText() == "push.test"
        dialog.reject()
