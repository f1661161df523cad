"""Takes pictures of the running program, to be looked at.

    python -m tests.pictures FOLDER [light|dark] [1280x800] [scale] [en|zh]
    python -m tests.pictures readme

The second one takes the picture of the README.

Everything on them is real: the window sends to the sandbox on a real port.
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if len(sys.argv) > 4 or sys.argv[1:] == ["readme"]:
    os.environ["QT_SCALE_FACTOR"] = sys.argv[4] if len(sys.argv) > 4 else "1.5"

from PySide6.QtWidgets import QApplication, QWidget
from qasync import QEventLoop

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.kinds import kind, kinds
from hmpush_gui.pushkit.message import Api
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.ui import theme
from hmpush_gui.ui.languages_dialog import LanguagesDialog
from hmpush_gui.ui.preview_scene import VARIANTS, Surface
from hmpush_gui.ui.project_dialog import ProjectDialog

from .programs import program, sandbox, send_and_wait, until

TITLE = ("payload", "notification", "title")
BODY = ("payload", "notification", "body")

DATA = """{"orderId": "77", "price": 19.90, "express": true, "note": null,
"items": [{"sku": "A-1", "数量": 2}, "gift"], "receipt": "{\\"lines\\":[1.0,2.5]}"}"""


class Album:
    """Grabs widgets into numbered files."""

    def __init__(self, folder: Path, prefix: str) -> None:
        self._folder = folder
        self._prefix = prefix
        folder.mkdir(parents=True, exist_ok=True)

    async def take(self, widget: QWidget, name: str) -> None:
        await asyncio.sleep(0.2)
        widget.grab().save(str(self._folder / f"{self._prefix}-{name}.png"))


async def take_all(
    album: Album, scheme: str, size: tuple[int, int], language: str
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        async with program(Path(folder), language=language) as desk:
            theme.apply(app, theme.Scheme(scheme))
            desk.window.resize(*size)
            desk.window.repaint_theme()
            await album.take(desk.window, "01-ready")
            await sending(album, desk)
            await composing(album, desk)
            await languages(album, desk)
            await previewing(album, desk)
            await failing(album, desk)
            await projects(album, desk)
            desk.window.resize(1000, 760)
            await album.take(desk.window, "41-narrow")


async def sending(album: Album, desk: Desk) -> None:
    window = desk.window
    await send_and_wait(desk)
    await until(lambda: window.phone.model.rowCount() == 3)
    window.panes.right.setCurrentIndex(1)
    await album.take(window, "02-sent")
    for index, name in ((1, "request"), (2, "response"), (3, "history")):
        window.outcome.tabs.setCurrentIndex(index)
        await album.take(window, f"03-{name}")
    window.panes.right.setCurrentIndex(0)


async def composing(album: Album, desk: Desk) -> None:
    window = desk.window
    for index, name in enumerate(("content", "action", "data", "delivery", "json")):
        window.composer.focus_tab(index)
        await album.take(window, f"1{index}-{name}")
    window.composer.json_view.text.insertPlainText("{,")
    await album.take(window, "15-broken-json")
    window.composer.json_view._restore.click()
    await json_and_data(album, desk)
    window.composer.focus_tab(0)
    window.document.set_value(
        TITLE, "您的包裹已由顺丰发出，预计明天上午送达，请保持电话畅通"
    )
    window.document.set_value(BODY, "包裹单号 SF1234567890。" * 12)
    await album.take(window, "16-chinese-cut")
    window.document.set_value(BODY, "包裹单号 SF1234567890。" * 150)
    await album.take(window, "17-too-large")
    window.document.undo_stack.undo()
    for key in [each.key for each in kinds() if each.api is not Api.V2]:
        window.document.set_kind(kind(key))
        await album.take(window, f"18-{key}")
        window.document.undo_stack.undo()


async def previewing(album: Album, desk: Desk) -> None:
    window = desk.window
    preview = window.preview
    for surface, button in preview.controls.surfaces.items():
        button.click()
        for row, variant in enumerate(VARIANTS[surface]):
            preview.controls.variant.activated.emit(row)
            await album.take(preview, f"19-{surface}-{variant}")
    preview.controls.surfaces[Surface.CENTRE].click()
    preview.controls.variant.activated.emit(0)


async def json_and_data(album: Album, desk: Desk) -> None:
    composer = desk.window.composer
    text = composer.json_view.text
    text.find()
    text.find_bar._field.setText("notif")  # type: ignore[union-attr]
    await album.take(desk.window, "51-find")
    text.find_bar.close_bar()  # type: ignore[union-attr]
    composer.json_view.go_to(TITLE[:2])
    text.insertPlainText('"i')
    text.complete()
    await album.take(desk.window, "52-completion")
    composer.json_view._restore.click()
    text.folds.fold_all()
    await album.take(desk.window, "53-folded")
    text.folds.unfold_all()
    composer.focus_tab(2)
    composer.data_view.text.setPlainText(DATA)
    composer.data_view.want_rows(True)
    composer.data_view.go_to(("receipt",))
    await album.take(desk.window, "54-rows")
    size = desk.window.size()
    desk.window.resize(1780, 900)
    await album.take(desk.window, "55-beside")
    desk.window.resize(size)
    desk.window.document.undo_stack.undo()


async def languages(album: Album, desk: Desk) -> None:
    window = desk.window
    window.translating.editing.add("qps-long")
    window.translating.editing.add("zh-Hans")
    window.translating.show()
    dialog = window.findChild(LanguagesDialog)
    assert isinstance(dialog, LanguagesDialog)
    await album.take(dialog, "19-languages")
    dialog.close()
    for _ in range(2):
        window.document.undo_stack.undo()


async def failing(album: Album, desk: Desk) -> None:
    window = desk.window
    window.outcome.tabs.setCurrentIndex(0)
    for scenario in (Scenario.UNAVAILABLE, Scenario.HTML, Scenario.CUT):
        sandbox(desk).scenario = scenario
        await send_and_wait(desk)
        window.outcome.tabs.setCurrentIndex(2)
        await album.take(window, f"21-{scenario}")
    window.outcome.tabs.setCurrentIndex(0)
    await album.take(window, "22-unknown")
    sandbox(desk).scenario = Scenario.SLOW
    sandbox(desk).delay = 1.0
    window.gate.send()
    await asyncio.sleep(0.3)
    await album.take(window, "23-busy")
    await asyncio.sleep(1.0)
    sandbox(desk).scenario = Scenario.NORMAL


async def projects(album: Album, desk: Desk) -> None:
    window = desk.window
    window.panes.show_side(window.projects_panel)
    formal = Project("shop", "Shop 商城", Environment.FORMAL, "123456", "654321")
    window.editing.save(formal, [])
    await album.take(window, "31-projects")
    window.choice.choose("shop")
    window.devices.add(["first", "second"])
    window.choice.set_credentials("shop", window.choice.at_hand_for("sandbox"))
    window.choice.set_waiting("shop", "")
    window.panes.show_side(window.devices_panel)
    window.gate.send()
    await album.take(window, "32-confirm")
    window.confirm.cancel()
    window.editing.new()
    dialog = window.findChild(ProjectDialog)
    assert isinstance(dialog, ProjectDialog)
    dialog.take_key_file(Path(__file__))
    await album.take(dialog, "33-project-dialog")
    dialog.reject()


async def take_readme() -> None:
    folder = Path(__file__).parents[1] / "resources" / "pictures"
    album = Album(folder, "window")
    with tempfile.TemporaryDirectory() as data:
        async with program(Path(data)) as desk:
            await send_and_wait(desk)
            await until(lambda: desk.window.phone.model.rowCount() == 3)
            desk.window.panes.right.setCurrentIndex(1)
            await album.take(desk.window, "sent")


def main() -> None:
    folder = Path(sys.argv[1])
    scheme = sys.argv[2] if len(sys.argv) > 2 else "light"
    size = sys.argv[3] if len(sys.argv) > 3 else "1280x800"
    language = sys.argv[5] if len(sys.argv) > 5 else "en"
    width, height = (int(part) for part in size.split("x"))
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        if sys.argv[1:] == ["readme"]:
            runner.run(take_readme())
        else:
            album = Album(folder, scheme)
            runner.run(take_all(album, scheme, (width, height), language))


if __name__ == "__main__":
    main()
