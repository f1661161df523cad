"""The windows beside the window."""

import json
from pathlib import Path
from time import time

from PySide6.QtWidgets import QDialog

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.receipt import Receipt
from hmpush_gui.sandbox.callback import Callback
from hmpush_gui.ui.gallery_dialog import GalleryDialog
from hmpush_gui.ui.keys_dialog import KeysDialog
from hmpush_gui.ui.languages_dialog import LanguagesDialog
from hmpush_gui.ui.project_dialog import ProjectDialog
from hmpush_gui.ui.sending_dialog import SendingDialog
from hmpush_gui.ui.setup_dialog import SetupDialog
from tests.programs import send_and_wait, until

from .album import Album


async def take(album: Album, desk: Desk) -> None:
    await languages(album, desk)
    await gallery(album, desk)
    window = desk.window
    window.editing.new()
    dialog = window.findChild(ProjectDialog)
    assert isinstance(dialog, ProjectDialog)
    await album.take(dialog, "33-project-dialog-new")
    dialog.take_key_file(Path(__file__))
    await album.take(dialog, "33-project-dialog")
    dialog.reject()
    window.actions_._set_sending()
    await grab(album, desk, SendingDialog, "34-sending")
    window.actions_._show_keys()
    await grab(album, desk, KeysDialog, "35-keys")
    await receipts(album, desk)
    window.placeholders.define()
    shown = [each for each in window.findChildren(QDialog) if each.isVisible()]
    await album.take(shown[0], "36-variables")
    shown[0].close()
    await setup(album, desk)


async def languages(album: Album, desk: Desk) -> None:
    window = desk.window
    window.translating.editing.add("qps-long")
    window.translating.editing.add("zh-Hans")
    window.translating.show()
    await grab(album, desk, LanguagesDialog, "19-languages")
    await album.take(window, "19-several-languages")
    for _ in range(2):
        window.document.undo_stack.undo()


async def receipts(album: Album, desk: Desk) -> None:
    """Nothing, a body that was read, one that cannot be, and what the sandbox sent."""
    window = desk.window
    window.receipts.show()
    dialog = window.receipts.dialog
    await album.take(dialog, "38-receipts-empty")
    await send_and_wait(desk)
    await until(lambda: window.receipts.count >= 2)
    first, *_, last = window.receipts.live
    signed = Callback("https://shop", "shop", "c2VjcmV0").header(
        int(time() * 1000), "n"
    )
    statuses = [
        {
            "token": each.token,
            "requestId": each.request_id,
            "biTag": "garden-weekly",
            "deliveryStatus": {"result": result, "timestamp": 1_900_000_001_000},
        }
        for each, result in ((first, 0), (last, 6), (Receipt("DUMMY-TOKEN", 2), 2))
    ]
    body = json.dumps({"statuses": [*statuses, {"token": "x"}]}, indent=2)
    dialog.signature.user.setText("shop")
    dialog.signature.secret.setText("c2VjcmV0")
    dialog.text.setPlainText(f"X-HUAWEI-CALLBACK-ID: {signed}\n\n{body}")
    await until(dialog.open_send.isEnabled)
    await album.take(dialog, "38-receipts-read")
    dialog.signature.secret.setText("other")
    dialog.keep.click()
    await album.take(dialog, "38-receipts-kept")
    dialog.choose(1)
    await album.take(dialog, "38-receipts-sandbox")
    dialog.choose(0)
    dialog.text.setPlainText('{"statuses": [{"token": ')
    await until(lambda: not dialog.keep.isEnabled())
    await album.take(dialog, "38-receipts-failed")
    dialog.close()
    window.outcome.tabs.setCurrentIndex(0)
    await album.take(window, "38-receipts-in-results")


async def gallery(album: Album, desk: Desk) -> None:
    filing = desk.window.filing
    filing.choose_sample()
    await until(filing.samples.rowCount)
    dialog = desk.window.findChild(GalleryDialog)
    assert isinstance(dialog, GalleryDialog)
    rows = dialog.finder.list.model().rowCount()
    for row in range(rows):
        dialog.finder.list.setCurrentIndex(dialog.finder.list.model().index(row, 0))
        await album.take(dialog, f"37-gallery-{row:02}")
    dialog.close()


async def setup(album: Album, desk: Desk) -> None:
    """Every step, for a newcomer and with a project."""
    window = desk.window
    for name in ("new", "own"):
        if name == "own":
            project = Project("shop", "Shop", project_id="101", client_id="202")
            window.editing.save(project, [])
            window.devices.add(["a-push-token"])
        window.setup.show()
        dialog = window.findChild(SetupDialog)
        assert isinstance(dialog, SetupDialog)
        for row in range(dialog.model.rowCount()):
            dialog.list.setCurrentIndex(dialog.model.index(row))
            await album.take(dialog, f"39-setup-{name}-{row:02}")
        dialog.close()


async def grab(album: Album, desk: Desk, kind: type[QDialog], name: str) -> None:
    dialog = desk.window.findChild(kind)
    assert isinstance(dialog, kind)
    await album.take(dialog, name)
    dialog.close()
