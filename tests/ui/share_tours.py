"""Further ways through a program whose screen is shared, each with what is seen."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QMenu, QWidget

from hmpush_gui.crash_telling import CrashTelling
from hmpush_gui.crashes import Crashes
from hmpush_gui.desk import Desk
from hmpush_gui.exchange.project_file import write_project
from hmpush_gui.pushkit.connection import Connection, ProxyUse
from hmpush_gui.pushkit.project import Project
from hmpush_gui.ui.connection_dialog import ConnectionDialog
from hmpush_gui.ui.project_dialog import ProjectDialog
from hmpush_gui.ui.setup_dialog import SetupDialog
from hmpush_gui.ui.table import point_at
from hmpush_gui.ui.theme import Tone
from tests.marked import FILE, FOLDER, NAME, PROXY_HOST, PROXY_USER, PUSH_SERVER, TOKENS
from tests.programs import engine, send_and_wait, until
from tests.pushkit.ports import closed_port

Seen = tuple[str, QWidget | None]
"""The name of what is looked at, and what it is; None for all there is."""


def own(desk: Desk) -> Project:
    project = desk.window.choice.project
    assert project
    return project


async def connection(desk: Desk) -> AsyncIterator[Seen]:
    """The page of the connection, its test, and the bar of unchecked certificates."""
    window = desk.window
    # What is on this computer is reached without a proxy.
    far = replace(own(desk), push_host="http://push.test", oauth_host="http://a.test")
    window.editing.save(far, [])
    window.connecting.show()
    (page,) = window.findChildren(ConnectionDialog)
    proxy, trust = page.proxy, page.trust
    proxy.use.setCurrentIndex(proxy.use.findData(ProxyUse.OWN))
    proxy.address.setText(f"http://127.0.0.1:{closed_port()}")
    proxy.login.setChecked(True)
    proxy.user.setText(PROXY_USER)
    proxy.password.setText("dummy-word-of-the-proxy")
    trust.unchecked.setChecked(True)
    for index in range(page.tabs.count()):
        page.tabs.setCurrentIndex(index)
        yield f"page {index}", page
    page.test.click()
    await until(page.trials.isVisible)
    assert "✕" in page.trials.text()
    yield "no proxy", page
    trust.certificate.setText(f"/nowhere/{NAME}/{FILE}.pem")
    page.test.click()
    await until(page.trials.isVisible)
    assert "cannot be read" in page.trials.text()
    page.tabs.setCurrentWidget(trust)
    yield "no certificate", page
    trust.certificate.clear()
    page._on_save_clicked()
    await until(lambda: not engine(desk)._tasks)
    assert window.connecting.bar.isVisible()
    yield "bar", None
    await send_and_wait(desk)
    yield "refused by the proxy", None
    window.connecting.bar.check.click()


async def places(desk: Desk) -> AsyncIterator[Seen]:
    """Servers and proxies of one's own, and folders, wherever they are told of."""
    window = desk.window
    server = f"https://{PUSH_SERVER}"
    window.editing.save(replace(own(desk), push_host=server, oauth_host=server), [])
    proxied = Connection(ProxyUse.OWN, f"http://{PROXY_HOST}:3128")
    window.connections.put("own", replace(proxied, ca_file=f"{FOLDER}/ca/own.pem"))
    for name in ("parcel", "more/parcels"):
        window.filing.recent.add(f"{FOLDER}/{name}.json")
    for side in (window.projects_panel, window.messages_panel):
        window.panes.show_side(side)
        yield type(side).__name__, None
    for menu in window.menuBar().findChildren(QMenu):
        if any(each.objectName() == "recent.0" for each in menu.actions()):
            menu.popup(window.mapToGlobal(window.rect().center()))
            yield "recent", menu
            menu.close()
    window.filing.open_wanted.emit(f"{FOLDER}/parcel.json")
    await until(lambda: window.notices.texts())
    window.tell(f"Saved: {FOLDER}/more/parcels.json", Tone.GOOD)
    yield "not opened", None
    window.editing.edit()
    (dialog,) = window.findChildren(ProjectDialog)
    yield "project", dialog
    dialog.reject()
    window.connecting.show()
    (page,) = window.findChildren(ConnectionDialog)
    for index in range(page.tabs.count()):
        page.tabs.setCurrentIndex(index)
        yield f"page {index}", page
    page.reject()
    await send_and_wait(desk)
    for index in range(window.outcome.tabs.count()):
        window.outcome.tabs.setCurrentIndex(index)
        await asyncio.sleep(0.05)
        yield f"outcome {index}", window.outcome


async def sharing(desk: Desk) -> AsyncIterator[Seen]:
    """A project that is given away, and one that comes; and what is said of it."""
    window, project = desk.window, own(desk)
    path = desk._folder.path / f"{FILE}.json"
    window.panes.show_side(window.projects_panel)
    share = window.joins.sharing
    for _ in range(2):
        share._on_named(lambda: write_project(project), str(path))
        await until(lambda: window.notices.texts() or window.confirm.isVisible())
        await asyncio.sleep(0.1)
        yield "exported", None
    window.confirm.hide()
    for content in ("{}", write_project(project)):
        path.write_text(content, "utf-8")
        share.read(str(path))
        yield "imported", None
    (dialog,) = window.findChildren(ProjectDialog)
    yield "import", dialog
    dialog.reject()
    window.editing.forget()
    yield "forget", None
    window.confirm.hide()


async def words(desk: Desk) -> AsyncIterator[Seen]:
    """Receipts, the guide, the log, what broke, and what notices say."""
    window = desk.window
    for _ in range(2):
        await send_and_wait(desk)
    statuses = [
        {
            "token": token,
            "requestId": "123456789012345678901234",
            "deliveryStatus": {"result": 0, "timestamp": 1_900_000_001_000},
        }
        for token in (*TOKENS, "AnotherTokenThatNobodyKnows00112233445566")
    ]
    window.receipts.show()
    receipts = window.receipts.dialog
    receipts.text.setPlainText(json.dumps({"statuses": statuses}))
    await until(receipts.model.count)
    receipts.keep.click()
    await asyncio.sleep(0.2)
    yield "receipts", receipts
    receipts._on_copy(csv=False)
    receipts.choose(1)
    yield "receipts of the sandbox", receipts
    window.setup.show()
    (guide,) = window.findChildren(SetupDialog)
    yield "guide", guide
    window.importing.show_log()
    log = window.importing.logs
    log.text.setPlainText(f"11-28 09:00:00.000 I push: token {TOKENS[1]}")
    await asyncio.sleep(0.4)
    yield "log", log
    for dialog in window.findChildren(QDialog):
        dialog.close()
    window.outcome.tabs.setCurrentIndex(5)
    history = window.outcome.history
    await until(lambda: history.model.rowCount() == 2)
    point_at(history.table, history.model.index(1, 0))
    await until(window.outcome.past_line.isVisible)
    yield "past", None
    window.editing._forget("own")
    await asyncio.sleep(0.1)
    yield "past of a project that is gone", None


async def broken(desk: Desk) -> AsyncIterator[Seen]:
    """What is shown when the program breaks."""
    crashes = Crashes()
    telling = CrashTelling(crashes, desk, lambda: None, desk)
    for _ in range(2):
        crashes.broke.emit(f"ValueError: {NAME} {FILE}.json {TOKENS[0]}")
        await until(lambda: telling.dialog or desk.window.notices.texts())
        yield "crash", None
        if telling.dialog:
            telling.dialog.go_on.click()
