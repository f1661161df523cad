"""What is known of the message's picture, and a way to try another."""

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.picture_rules import amount

from .file_dialogs import first_folder
from .picture_source import PictureSource
from .plain_label import plain_label
from .restyle import restyle
from .words import said


class PictureBar(QWidget):
    """Below a preview; there while a picture is named or a file is tried.

    `try_one` is for a menu: it tries a file also where no picture is named.
    """

    def __init__(self, source: PictureSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview.image")
        self._source = source
        self._state = plain_label("", self, name="preview.image.state")
        self._state.setProperty("quiet", True)
        self._hints = plain_label("", self, name="preview.image.hints")
        self.load = QCheckBox(self.tr("Load picture"), self)
        self.load.setObjectName("preview.image.load")
        self.load.setToolTip(
            self.tr(
                "Asks the picture’s server for it, which sees this request: when, and "
                "from which address. Nothing of the message is sent along."
            )
        )
        self.choose = self._button("choose", self.tr("Try a file…"))
        self.choose.setToolTip(
            self.tr("Shows a picture of yours in the preview only. It is not sent.")
        )
        self.try_one = QAction(self.tr("Try an &image from a file…"), self)
        self.try_one.setObjectName("action.image.try")
        self.try_one.setToolTip(self.choose.toolTip())
        self.drop = self._button("drop", self.tr("Without the file"))
        self.drop.setToolTip(self.tr("Shows the message’s own picture again"))
        self._lay_out()
        self.load.toggled.connect(source.set_on)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.try_one.triggered.connect(self._on_choose_clicked)
        self.drop.clicked.connect(source.forget_file)
        source.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what is known now."""
        source = self._source
        named = source.place is not None and bool(source.place.url)
        self.setVisible(named or (source.place is not None and source.file is not None))
        self.try_one.setVisible(source.place is not None)
        self.load.blockSignals(True)
        self.load.setChecked(source.on)
        self.load.blockSignals(False)
        self.load.setVisible(named and source.file is None)
        self.drop.setVisible(source.file is not None)
        self._state.setText(self._said())
        facts = source.facts
        self._state.setToolTip(facts.format if facts else "")
        hints = source.hints
        self._hints.setVisible(bool(hints))
        self._hints.setText("\n".join(f"▲ {said(hint.sentence)}" for hint in hints))
        restyle(self._hints, "problem", "warning")

    def _said(self) -> str:
        """The state in one line."""
        source = self._source
        if source.waiting:
            return self.tr("Loading…")
        if source.file is not None:
            words = self.tr("Only here, not in the message: {name}")
            return " · ".join([words.format(name=source.file.name), *self._measures()])
        return " · ".join(self._measures())

    def _measures(self) -> list[str]:
        facts = self._source.facts
        if facts is None:
            return []
        return [f"{facts.width}×{facts.height}", amount(facts.file_bytes)]

    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(
            self,
            self.tr("A picture to try in the preview"),
            first_folder(),
            self.tr("Pictures (*.png *.jpg *.jpeg *.bmp *.webp);;All files (*)"),
        )
        dialog.setObjectName("preview.image.file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._source.try_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"preview.image.{name}")
        button.setText(words)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.load)
        row.addWidget(self._state, 1)
        row.addWidget(self.drop)
        row.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._hints)
