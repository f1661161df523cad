"""Writes devices into files: their push tokens are what such a file is for."""

from functools import partial
from pathlib import PurePath

from PySide6.QtWidgets import QWidget

from hmpush_gui.exchange.device_export import DeviceForm, export_devices
from hmpush_gui.pushkit.picked import Picked
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .file_dialogs import FileKind, ask_to_save, usual_folder
from .file_writing import Content, FileWriting

_TITLE = QT_TRANSLATE_NOOP("FileDialogs", "Export devices with their push tokens")

KINDS = {
    DeviceForm.TEXT: FileKind(
        _TITLE,
        _TITLE,
        QT_TRANSLATE_NOOP("FileDialogs", "Texts (*.txt);;All files (*)"),
        "txt",
    ),
    DeviceForm.CSV: FileKind(
        _TITLE,
        _TITLE,
        QT_TRANSLATE_NOOP("FileDialogs", "CSV tables (*.csv);;All files (*)"),
        "csv",
    ),
    DeviceForm.JSON: FileKind(
        _TITLE,
        _TITLE,
        QT_TRANSLATE_NOOP("FileDialogs", "JSON (*.json);;All files (*)"),
        "json",
    ),
}


class DeviceExports(FileWriting):
    """Asks where devices go, and hands them to the disk."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folder = ""

    def export(self, devices: Picked, form: DeviceForm) -> None:
        """Ask for a place, and write `devices` there."""
        path = PurePath(self._folder or usual_folder()) / f"devices.{form}"
        content = partial(export_devices, devices, form)
        take = partial(self._on_named, content)
        ask_to_save(self._window, str(path), take, KINDS[form])

    def about(self) -> str:
        return self.tr("It holds push tokens: give it only to who may have them.")

    def _on_named(self, content: Content, path: str) -> None:
        self._folder = str(PurePath(path).parent)
        self.write_wanted.emit(path, content)
