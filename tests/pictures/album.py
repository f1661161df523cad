"""Where the pictures go."""

import asyncio
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget


class Album:
    """Grabs widgets into files of one folder; `scale` is that of the screen."""

    def __init__(self, folder: Path, prefix: str) -> None:
        self._folder = folder
        self._prefix = prefix
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def scale(self) -> float:
        return QApplication.primaryScreen().devicePixelRatio()

    async def take(self, widget: QWidget, name: str) -> None:
        """A picture of what `widget` looks like once it has come to rest."""
        await asyncio.sleep(0.2)
        self.keep(widget.grab().toImage(), name)

    def keep(self, image: QImage, name: str) -> None:
        image.save(str(self._folder / f"{self._prefix}-{name}.png"))
