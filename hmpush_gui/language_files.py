"""Reads and writes tables of texts for the window, in a thread of its own."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from hmpush_gui.disk_jobs import DiskJobs, Then
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.message_files import is_there, read_text, write_text
from hmpush_gui.ui.translating import Translating


class LanguageFiles(QObject):
    """The disk behind the window's `translating`."""

    def __init__(self, translating: Translating, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translating = translating
        self._disk = DiskJobs("tables", self)
        translating.read_wanted.connect(self._on_read_wanted)
        translating.write_wanted.connect(self._on_write_wanted)
        translating.replace_wanted.connect(self._on_replace_wanted)

    def close(self) -> None:
        """Wait until everything is written."""
        self._disk.close()

    # In the disk's thread.

    def _read(self, path: str) -> Then:
        try:
            return partial(self._translating.take, path, read_text(Path(path)))
        except StoreError as error:
            return partial(self._translating.refuse, error.sentence)

    def _write(self, path: str, text: str) -> Then:
        if is_there(Path(path)):
            return partial(self._translating.ask_to_replace, path, text)
        return self._replace(path, text)

    def _replace(self, path: str, text: str) -> Then:
        from hmpush_gui.exchange.language_table import MARK

        try:
            write_text(Path(path), MARK + text)
        except StoreError as error:
            return partial(self._translating.refuse, error.sentence)
        return partial(self._translating.saved, path)

    # In the window's thread.

    def _on_read_wanted(self, path: str) -> None:
        self._disk.run(partial(self._read, os.path.abspath(path)))

    def _on_write_wanted(self, path: str, text: str) -> None:
        self._disk.run(partial(self._write, os.path.abspath(path), text))

    def _on_replace_wanted(self, path: str, text: str) -> None:
        self._disk.run(partial(self._replace, os.path.abspath(path), text))
