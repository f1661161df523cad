"""Makes and writes what the window hands out, in a thread of its own."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from hmpush_gui.disk_jobs import DiskJobs, Then
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.message_files import is_there, write_text
from hmpush_gui.ui.file_writing import Content, FileWriting
from hmpush_gui.ui.handing_over import HandingOver


class ExportFiles(QObject):
    """The disk behind what the window exports."""

    def __init__(self, handing: FileWriting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handing = handing
        self._disk = DiskJobs("exports", self)
        if isinstance(handing, HandingOver):
            handing.report_wanted.connect(partial(self._on_report_wanted, handing))
        handing.write_wanted.connect(self._on_write_wanted)
        handing.replace_wanted.connect(self._on_replace_wanted)

    def close(self) -> None:
        """Wait until everything is written."""
        self._disk.close()

    # In the disk's thread.

    def _make(self, handing: HandingOver, content: Content) -> Then:
        return partial(handing.take_report, content())

    def _write(self, path: str, content: Content) -> Then:
        if is_there(Path(path)):
            return partial(self._handing.ask_to_replace, path, content)
        return self._replace(path, content)

    def _replace(self, path: str, content: Content) -> Then:
        try:
            write_text(Path(path), content())
        except StoreError as error:
            return partial(self._handing.refuse, error.sentence)
        return partial(self._handing.saved, path)

    # In the window's thread.

    def _on_report_wanted(self, handing: HandingOver, content: Content) -> None:
        self._disk.run(partial(self._make, handing, content))

    def _on_write_wanted(self, path: str, content: Content) -> None:
        self._disk.run(partial(self._write, os.path.abspath(path), content))

    def _on_replace_wanted(self, path: str, content: Content) -> None:
        self._disk.run(partial(self._replace, os.path.abspath(path), content))
