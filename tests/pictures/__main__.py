"""Takes pictures of the running program, to be looked at.

    python -m tests.pictures FOLDER [light|dark] [1280x800] [scale] [en|zh] [subject]
    python -m tests.pictures readme

Without a subject all are taken: window, composer, forms, previews, dialogs, lists,
past, sheets, credentials, sharing. The second line takes the picture of the README.

Everything on them is real: the window sends to the sandbox on a real port.
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from hmpush_gui.ui import theme
from tests.programs import program, send_and_wait, until

from . import (
    composer,
    connection,
    credentials,
    dialogs,
    failures,
    forms,
    lists,
    past,
    previews,
    sharing,
    sheets,
    window,
)
from .album import Album

SUBJECTS = {
    "window": window.take,
    "composer": composer.take,
    "forms": forms.take,
    "previews": previews.take,
    "dialogs": dialogs.take,
    "connection": connection.take,
    "failures": failures.take,
    "lists": lists.take,
    "past": past.take,
    "sheets": sheets.take,
    "credentials": credentials.take,
    "sharing": sharing.take,
}


async def take_all(
    album: Album, scheme: str, size: tuple[int, int], language: str, subject: str
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for name, take in SUBJECTS.items():
        if subject in ("", name):
            with tempfile.TemporaryDirectory() as folder:
                async with program(Path(folder), language=language) as desk:
                    theme.apply(app, theme.Scheme(scheme))
                    desk.window.resize(*size)
                    desk.window.repaint_theme()
                    await take(album, desk)


async def take_readme() -> None:
    folder = Path(__file__).parents[2] / "resources" / "pictures"
    album = Album(folder, "window")
    with tempfile.TemporaryDirectory() as data:
        async with program(Path(data)) as desk:
            await send_and_wait(desk)
            await until(lambda: desk.window.phone.model.rowCount() == 3)
            desk.window.panes.right.setCurrentIndex(1)
            await album.take(desk.window, "sent")


def main() -> None:
    given = dict(enumerate(sys.argv[1:]))
    readme = given[0] == "readme"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = "1.5" if readme else given.get(3, "1")
    width, height = (int(part) for part in given.get(2, "1280x800").split("x"))
    scheme, language = given.get(1, "light"), given.get(4, "en")
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        if readme:
            runner.run(take_readme())
        else:
            album = Album(Path(given[0]), scheme)
            size = (width, height)
            runner.run(take_all(album, scheme, size, language, given.get(5, "")))


if __name__ == "__main__":
    main()
