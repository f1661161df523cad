"""Asks for the path of a message or of a table, without stopping the window."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .veiling import is_on
from .words import said

Take = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: the titles of its dialogs, its filter, and how names end."""

    open_title: Sentence
    save_title: Sentence
    kinds: Sentence
    suffix: str


MESSAGE = FileKind(
    QT_TRANSLATE_NOOP("FileDialogs", "Open message"),
    QT_TRANSLATE_NOOP("FileDialogs", "Save message as"),
    QT_TRANSLATE_NOOP("FileDialogs", "Message files (*.json);;All files (*)"),
    "json",
)
TABLE = FileKind(
    QT_TRANSLATE_NOOP("FileDialogs", "Import texts"),
    QT_TRANSLATE_NOOP("FileDialogs", "Export texts"),
    QT_TRANSLATE_NOOP("FileDialogs", "Tables (*.csv *.tsv *.txt);;All files (*)"),
    "csv",
)
TOKENS = FileKind(
    QT_TRANSLATE_NOOP("FileDialogs", "Import devices"),
    QT_TRANSLATE_NOOP("FileDialogs", "Export devices"),
    QT_TRANSLATE_NOOP(
        "FileDialogs",
        "Lists of tokens (*.txt *.csv *.tsv *.json *.jsonl *.xlsx *.xls *.ods);;"
        "All files (*)",
    ),
    "csv",
)
LOG = FileKind(
    QT_TRANSLATE_NOOP("FileDialogs", "Open device log"),
    QT_TRANSLATE_NOOP("FileDialogs", "Save device log"),
    QT_TRANSLATE_NOOP("FileDialogs", "Logs (*.log *.txt *.gz);;All files (*)"),
    "log",
)
CALLBACK = FileKind(
    QT_TRANSLATE_NOOP("FileDialogs", "Open receipts"),
    QT_TRANSLATE_NOOP("FileDialogs", "Save receipts"),
    QT_TRANSLATE_NOOP(
        "FileDialogs",
        "Callback bodies and logs (*.json *.jsonl *.txt *.log);;All files (*)",
    ),
    "json",
)
PASTED = FileKind(
    QT_TRANSLATE_NOOP("FileDialogs", "Open what is to be converted"),
    QT_TRANSLATE_NOOP("FileDialogs", "Save what was converted"),
    QT_TRANSLATE_NOOP(
        "FileDialogs",
        "Messages and commands (*.json *.txt *.apns *.sh *.ps1 *.cmd *.bat);;"
        "All files (*)",
    ),
    "json",
)


def ask_to_open(
    window: QWidget, folder: str, take: Take, kind: FileKind = MESSAGE
) -> None:
    """Let the user choose a file in or near `folder`, and hand its path to `take`."""
    dialog = _dialog(window, kind.open_title, kind, folder, take)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()


def ask_for_files(
    window: QWidget, folder: str, take: Callable[[list[str]], None]
) -> None:
    """Let the user choose message files, and hand their paths to `take`."""
    dialog = _dialog(window, MESSAGE.open_title, MESSAGE, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(take)
    dialog.open()


def ask_to_save(
    window: QWidget, suggested: str, take: Take, kind: FileKind = MESSAGE
) -> None:
    """Let the user name a file, starting from the path or the name `suggested`."""
    path = PurePath(suggested)
    folder = str(path.parent) if path.is_absolute() else ""
    dialog = _dialog(window, kind.save_title, kind, folder, take)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(kind.suffix)
    # Qt's own question is a box that stops everything; saving asks in a bar.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(path.name)
    dialog.open()


def usual_folder() -> str:
    """Where this system keeps documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return QStandardPaths.writableLocation(place)


def first_folder(folder: str = "") -> str:
    """Where a dialog begins: in `folder`, or where this system keeps documents.

    No veil lies over a dialog of the system: while the screen is shared it begins where
    everybody has the same folders, and not among the user's files.
    """
    home = QStandardPaths.StandardLocation.HomeLocation
    if is_on():
        return QStandardPaths.writableLocation(home)
    return folder or usual_folder()


def _dialog(
    window: QWidget,
    title: Sentence,
    kind: FileKind,
    folder: str,
    take: Take | None = None,
) -> QFileDialog:
    dialog = QFileDialog(window, said(title), first_folder(folder), said(kind.kinds))
    dialog.setObjectName("files.dialog")
    if take:
        dialog.fileSelected.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    return dialog
