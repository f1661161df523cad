"""Copies and saves pictures of the preview."""

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage, QImageWriter, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from .file_dialogs import first_folder
from .theme import Tone

Draw = Callable[[float], QImage]
"""Draws a picture so many times as large as life."""


class PreviewPictures(QObject):
    """The menu of pictures.

    Signals:
        told: what became of it, and how that sounds.
    """

    told = Signal(str, Tone)

    def __init__(
        self,
        parent: QWidget,
        one: Draw,
        sheet: Draw,
        name: Callable[[], str],
        sheet_name: Callable[[], str],
    ) -> None:
        """`one` and `sheet` draw what is in view now; the names are their files'."""
        super().__init__(parent)
        self._widget = parent
        self._one, self._sheet = one, sheet
        self._folder = ""
        self.menu = QMenu(self.tr("Pict&ure of the preview"), parent)
        self._add("copy1", self.tr("&Copy"), lambda: self._copy(one(1)))
        self._add(
            "copy2", self.tr("Copy at &2×"), lambda: self._copy(one(2)), "Ctrl+Shift+I"
        )
        self._add("save1", self.tr("&Save…"), lambda: self._save(one(1), name()))
        self._add(
            "save2", self.tr("Save &at 2×…"), lambda: self._save(one(2), f"{name()}@2x")
        )
        self.menu.addSeparator()
        self._add(
            "sheet.copy", self.tr("Copy &all places"), lambda: self._copy(sheet(1))
        )
        self._add(
            "sheet1",
            self.tr("Sa&ve all places…"),
            lambda: self._save(sheet(1), sheet_name()),
        )
        self._add(
            "sheet2",
            self.tr("Save all places at 2&×…"),
            lambda: self._save(sheet(2), f"{sheet_name()}@2x"),
        )

    def save_to(self, image: QImage, path: str) -> None:
        """Write `image` as a PNG file, and say how that went."""
        writer = QImageWriter(path, b"png")
        if writer.write(image):
            size = f"{image.width()} × {image.height()}"
            words = self.tr("Saved the preview, {size} pixels: {path}")
            self.told.emit(words.format(size=size, path=path), Tone.GOOD)
        else:
            words = self.tr("The preview was not saved to {path}: {reason}")
            reason = writer.errorString()
            self.told.emit(words.format(path=path, reason=reason), Tone.BAD)

    def _add(
        self, name: str, words: str, act: Callable[[], None], keys: str = ""
    ) -> None:
        action = QAction(words, self.menu)
        action.setObjectName(f"action.picture.{name}")
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: act())
        self.menu.addAction(action)

    def _copy(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        size = f"{image.width()} × {image.height()}"
        words = self.tr("Copied the preview, {size} pixels.")
        self.told.emit(words.format(size=size), Tone.GOOD)

    def _save(self, image: QImage, name: str) -> None:
        dialog = QFileDialog(self._widget, self.tr("Save the preview"))
        dialog.setDirectory(first_folder(self._folder or usual_folder()))
        dialog.setObjectName("preview.save")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Picture (*.png)"))
        dialog.setDefaultSuffix("png")
        dialog.selectFile(f"{name}.png")
        dialog.fileSelected.connect(lambda path: self._on_named(image, path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_named(self, image: QImage, path: str) -> None:
        self._folder = str(PurePath(path).parent)
        self.save_to(image, path)


def usual_folder() -> str:
    """Where this system keeps pictures."""
    place = QStandardPaths.StandardLocation.PicturesLocation
    return QStandardPaths.writableLocation(place)
