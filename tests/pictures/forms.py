"""Every tab of every kind of message: new, and filled by the samples."""

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.kinds import kind_of, kinds
from hmpush_gui.ui.words import language
from tests.programs import until

from .album import Album

TABS = ("content", "action", "data", "delivery", "json")


async def take(album: Album, desk: Desk) -> None:
    document = desk.window.document
    for kind in kinds():
        document.replace(kind.message(), "new")
        await tabs(album, desk, f"61-{kind.key}-new")
    desk.window.filing.load_samples()
    await until(desk.window.filing.samples.rowCount)
    for sample in desk.window.filing.samples._samples:
        if sample.file.language == language():
            message = sample.file.message
            document.replace(message, "sample")
            name = f"62-{kind_of(message).key}-{sample.key}"
            await tabs(album, desk, name)


async def tabs(album: Album, desk: Desk, name: str) -> None:
    """The tabs that this kind of message has."""
    composer = desk.window.composer
    for index, tab in enumerate(TABS):
        if composer.tabs.isTabVisible(index):
            composer.tabs.setCurrentIndex(index)
            composer.tabs.tabBar().setFocus()
            await album.take(desk.window, f"{name}-{index}-{tab}")
