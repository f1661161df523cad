"""The whole program for a test: a real window, real sockets, a folder of its own."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QApplication

from hmpush_gui.desk import Desk
from hmpush_gui.engine import Engine
from hmpush_gui.pushkit.project import CredentialKind, secret_name
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.samples import KEY
from hmpush_gui.sandbox.account import DemoAccount
from hmpush_gui.sandbox.service import Sandbox
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.secrets import MemorySecrets, SecretStore
from hmpush_gui.ui import theme
from hmpush_gui.ui.result_list import Column


@cache
def small_account() -> DemoAccount:
    """Demo credentials with a short key, which is fast to make."""
    return DemoAccount.create(2048)


def memory_secrets(_folder: DataFolder) -> SecretStore:
    """A store that holds the small demo account, as on a later start."""
    secrets = MemorySecrets(Sentence("test", "in memory"))
    account = small_account()
    secrets.put(secret_name(KEY, CredentialKind.OAUTH), account.client.to_json())
    secrets.put(
        secret_name(KEY, CredentialKind.SERVICE_ACCOUNT), account.service.to_json()
    )
    return secrets


@asynccontextmanager
async def program(
    folder: Path,
    secrets: Callable[[DataFolder], SecretStore] = memory_secrets,
    language: str = "en",
) -> AsyncIterator[Desk]:
    """The program on its sandbox, ready to send."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.Scheme.LIGHT)
    desk = Desk(DataFolder(folder), on_sandbox=True, language=language, secrets=secrets)
    try:
        desk.window.show()
        await desk.open()
        yield desk
    finally:
        desk.window.close()
        await desk.close()
        desk.window.deleteLater()
        app.sendPostedEvents(None, 52)  # DeferredDelete: now, not in a later test


def engine(desk: Desk) -> Engine:
    """The part behind the window of a program that is open."""
    assert desk.engine is not None
    return desk.engine


def sandbox(desk: Desk) -> Sandbox:
    """The sandbox of a program that is open."""
    found = engine(desk).playground.sandbox
    assert found is not None
    return found


def idle(desk: Desk) -> bool:
    """Whether no send is under way."""
    return not engine(desk).sends._sends


async def until(condition: Callable[[], object], seconds: float = 15.0) -> None:
    """Let the loop run until `condition` holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        await asyncio.sleep(0.01)


async def send_and_wait(desk: Desk) -> None:
    """Send what is in the composer, and wait until the send is over."""
    over: list[str] = []
    connection = engine(desk).sends.finished.connect(over.append)
    desk.window.gate.send()
    await until(lambda: over)
    engine(desk).sends.finished.disconnect(connection)


def outcomes(desk: Desk) -> list[tuple[str, str]]:
    """Outcome and reason of each row in Results."""
    model = desk.window.outcome.results.model
    return [
        (
            model.index(row, Column.OUTCOME).data(),
            model.index(row, Column.REASON).data(),
        )
        for row in range(model.rowCount())
    ]
