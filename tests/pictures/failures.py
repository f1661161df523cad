"""What is shown when something fails: bugs, files, disks, another window."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from hmpush_gui.desk import Desk
from hmpush_gui.exchange.crash_report import CrashReport
from hmpush_gui.exchange.fault_text import fault_text
from hmpush_gui.faults import RUNNING
from hmpush_gui.log_joins import LogJoins
from hmpush_gui.store.errors import Damaged, NotOpened, from_os_error
from hmpush_gui.ui.crash_dialog import CrashDialog
from hmpush_gui.ui.other_window_box import OtherWindowBox
from hmpush_gui.ui.theme import Tone
from hmpush_gui.ui.words import said
from hmpush_gui.versions import versions

from .album import Album

DATA = Path("/home/li/.local/share/hmpush-gui")


async def take(album: Album, desk: Desk) -> None:
    await crashes(album, desk)
    await notices(album, desk)
    box = OtherWindowBox()
    box.show()
    await album.take(box, "39-other-window")
    box.done(0)


async def crashes(album: Album, desk: Desk) -> None:
    trace = fault_text(broken())
    report = CrashReport(versions(), (trace,), 1.8e9).text()
    kept = QCoreApplication.translate("CrashTelling", "Your draft is kept.")
    dialog = CrashDialog(report, kept, desk.window)
    dialog.open()
    await album.take(dialog, "38-crash")
    dialog.tell_again(report)
    await album.take(dialog, "38-crash-again")
    dialog.done(0)
    alone = CrashDialog(report)
    alone.show()
    await album.take(alone, "38-crash-at-start")
    alone.done(0)


def broken() -> BaseException:
    title = "the text of a message"
    try:
        raise KeyError(title)
    except KeyError as error:
        return error


async def notices(album: Album, desk: Desk) -> None:
    window = desk.window
    errors = [
        each(DATA / name, DATA / f"{name}.damaged-20261128-083000")
        for each, name in ((Damaged, "projects.json"), (NotOpened, "draft.json"))
    ]
    window.tell("\n".join(said(each.sentence) for each in errors), Tone.WARNING)
    log = desk.keeper._folder.path / "log"
    log.mkdir()
    (log / RUNNING).write_text("Fatal Python error")
    joins = LogJoins(desk, log, parent=QObject(desk))
    joins._tell_of_fault()
    full = from_os_error(OSError(28, "full"), DATA / "draft.json")
    window.tell(said(full.sentence), Tone.WARNING)
    await album.take(window, "39-notices")
    for text in window.notices.texts():
        window.notices.dismiss(text)
    desk._on_mended()
    words = QCoreApplication.translate(
        "CrashTelling", "Something inside this program broke at the same place again."
    )
    window.tell(words, Tone.WARNING)
    await album.take(window, "39-notices-calm")
