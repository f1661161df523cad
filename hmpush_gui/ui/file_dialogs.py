"""Asks for the path of a message file, without stopping the window."""

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

Take = Callable[[str], None]


def ask_to_open(window: QWidget, folder: str, take: Take) -> None:
    """Let the user choose a file in or near `folder`, and hand its path to `take`."""
    title = QCoreApplication.translate("FileDialogs", "Open message")
    dialog = _dialog(window, title, folder, take)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()


def ask_to_save(window: QWidget, suggested: str, take: Take) -> None:
    """Let the user name a file, starting from the path or the name `suggested`."""
    title = QCoreApplication.translate("FileDialogs", "Save message as")
    path = PurePath(suggested)
    folder = str(path.parent) if path.is_absolute() else ""
    dialog = _dialog(window, title, folder, take)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix("json")
    # Qt's own question is a box that stops everything; saving asks in a bar.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(path.name)
    dialog.open()


def usual_folder() -> str:
    """Where this system keeps documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return QStandardPaths.writableLocation(place)


def _dialog(window: QWidget, title: str, folder: str, take: Take) -> QFileDialog:
    kinds = QCoreApplication.translate(
        "FileDialogs", "Message files (*.json);;All files (*)"
    )
    dialog = QFileDialog(window, title, folder or usual_folder(), kinds)
    dialog.setObjectName("files.dialog")
    dialog.fileSelected.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    return dialog
