"""Where a file belongs that was opened as a message and is none."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from hmpush_gui.exchange.project_file import read_project
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.notice_bar import Offer

_LISTS = {".csv", ".tsv", ".txt", ".jsonl", ".xlsx", ".xls", ".ods"}
"""How the names of files end that hold devices rather than a message."""

_PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp"}

_PICTURE = QT_TRANSLATE_NOOP(
    "files",
    "{name} is a picture. Push Kit takes none itself, only its web address: upload it, "
    "and put its https address into Image.",
)


def picture_words(path: Path) -> Sentence | None:
    """What becomes of a picture, None if its name is no picture's."""
    if path.suffix.lower() not in _PICTURES or not path.is_file():
        return None
    return _PICTURE.format(name=path.name)


def place_for(window: MainWindow, path: Path, text: str) -> Offer | None:
    """What opens the file at `path` where it belongs, None if that cannot be told.

    `text` is its text, empty if it has none. It is read from the disk: not for the
    window's thread.
    """
    translate, name = QCoreApplication.translate, str(path)
    if '"statuses"' in text:
        words = translate("Misplaced", "Receipts…")
        return Offer(words, partial(_read_receipts, window, name))
    if _is_list(path, text):
        words = translate("Misplaced", "Import devices…")
        return Offer(words, partial(window.importing.show_list, name))
    if _is_project(text):
        words = translate("Misplaced", "Import project…")
        return Offer(words, lambda: window.joins.sharing.read(name))
    return None


def _read_receipts(window: MainWindow, name: str) -> None:
    window.receipts.show()
    window.receipts.dialog.open_file(name)


def _is_list(path: Path, text: str) -> bool:
    # No message is a list of JSON.
    named = path.suffix.lower() in _LISTS
    return path.is_file() and (named or text.lstrip("\ufeff \t\r\n").startswith("["))


def _is_project(text: str) -> bool:
    try:
        read_project(text)
    except DocumentError:
        return False
    return True
