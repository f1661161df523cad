"""The window in which a list of tokens is looked at before it is taken in."""

from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from hmpush_gui.exchange.token_columns import Counts
from hmpush_gui.exchange.token_source import Preview
from hmpush_gui.pushkit.words import Sentence

from .dialog_foot import dialog_foot
from .elided_label import ElidedLabel
from .file_dialogs import TOKENS, ask_to_open
from .file_drop import local_files
from .import_words import result_words
from .list_preview import ListPreview
from .reading_dialog import ReadingDialog

if TYPE_CHECKING:
    from .importing import Importing

_STEPS = 1000
"""Of the progress bar, whatever is counted."""


class TokenImportDialog(ReadingDialog):
    """Stays beside the window: a file or a paste, its first rows, its columns."""

    def __init__(self, importing: "Importing", parent: QWidget | None = None) -> None:
        super().__init__("import", parent)
        self._importing = importing
        self._path = ""
        self._there = self._reading = False
        self._name = ElidedLabel("", self)
        self._name.setObjectName("import.name")
        self._choose = self.button("choose", self.tr("Choose file…"))
        self._paste = self.button("paste", self.tr("Paste"))
        self._paste.setToolTip(self.tr("Take the list from the clipboard (Ctrl+V)"))
        self._hint = self.label("hint")
        self._hint.setProperty("quiet", True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setMargin(40)
        self._hint.setText(
            self.tr(
                "Choose a file, drop one here, or paste a list (Ctrl+V). Text, CSV, "
                "TSV, JSON and Excel are read; blanks and quotes are cleaned away, and "
                "each token is taken once."
            )
        )
        self.preview = ListPreview(self)
        self.bar = QProgressBar(self)
        self.bar.setObjectName("import.progress")
        self.bar.setAccessibleName(self.tr("Reading"))
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self._log = self.button("log", self.tr("From a device log…"))
        self._log.setProperty("link", True)
        self._undo: Callable[[], object] | None = None
        self.undo = self.button("undo", self.tr("Undo"))
        self.undo.setToolTip(self.tr("Take out again what this import added"))
        self.go = self.button("go", self.tr("Import"))
        self.go.setProperty("primary", True)
        self.stop = self.button("stop", self.tr("Stop"))
        self._close = self.button("close", self.tr("Close"))
        self._lay_out()
        self._connect()
        self._show_state()

    # Told by the user.

    def open_file(self, path: str) -> None:
        """Look into a file."""
        if not self._reading:
            self._path, self.folder = path, str(PurePath(path).parent)
            self._clear(PurePath(path).name)
            self._importing.file_wanted.emit(path, "")

    def take_text(self, text: str) -> None:
        """Look into a pasted text."""
        if not self._reading:
            self._path = ""
            self._clear(self.tr("Pasted text"))
            self._importing.text_wanted.emit(text)

    # Told by the application.

    def show_project(self, name: str) -> None:
        """Say which project the devices are for."""
        words = self.tr("Import devices into {project}")
        self.setWindowTitle(words.format(project=name))

    def show_preview(self, name: str, preview: Preview) -> None:
        """Show how a list begins; the `name` of a paste is ""."""
        self._there = True
        if name:
            self._name.setText(name)
        self.preview.show_preview(preview)
        self.say("")
        self._show_state()
        self.go.setFocus()

    def show_progress(self, done: int, total: int) -> None:
        self.bar.setValue(_STEPS * done // max(total, 1))

    def show_result(
        self,
        counts: Counts,
        added: int,
        known: int,
        undo: Callable[[], object] | None = None,
    ) -> None:
        """Say what became of all of it; `undo` takes out what was added."""
        self._undo = undo
        self._end()
        self.say(result_words(counts, added, known), "" if added else "warning")
        self._close.setFocus()

    def show_refusal(self, sentence: Sentence) -> None:
        self._end()
        super().show_refusal(sentence)

    def show_stopped(self) -> None:
        """Reading was stopped by the user."""
        self._end()
        self.say(self.tr("Stopped. Nothing was added."), "warning")

    def reject(self) -> None:
        """Close; what is being read is given up."""
        if self._reading:
            self._importing.stop_wanted.emit()
        self._leave()
        super().reject()

    # Inside.

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._name, 1)
        head.addStretch(0)
        head.addWidget(self._choose)
        head.addWidget(self._paste)
        ends = [self.undo, self.stop, self.go, self._close]
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._hint, 1)
        column.addWidget(self.preview, 1)
        column.addWidget(self.said)
        column.addWidget(self.bar)
        column.addLayout(dialog_foot([self._log], ends))
        self.resize(780, 540)

    def _connect(self) -> None:
        self._choose.clicked.connect(
            lambda: ask_to_open(self, self.folder, self.open_file, TOKENS)
        )
        self._paste.clicked.connect(self._on_paste)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(self._on_paste)
        self.preview.sheet_chosen.connect(self._on_sheet_chosen)
        self._log.clicked.connect(self._importing.show_log)
        self.go.clicked.connect(self._on_go)
        self.undo.clicked.connect(self._on_undo)
        self.stop.clicked.connect(self._importing.stop_wanted)
        self._close.clicked.connect(self.reject)

    def _clear(self, name: str) -> None:
        """Forget the list that was looked at, for one of this name."""
        self._leave()
        self._there = False
        self._name.setText(name)
        self._name.setToolTip(self._path)
        self.say("")
        self._show_state()

    def _end(self) -> None:
        self._reading = False
        self._show_state()

    def _show_state(self) -> None:
        """Show what can be done now, and no more."""
        self._hint.setVisible(not self._there)
        self.preview.setVisible(self._there)
        self.bar.setVisible(self._reading)
        self.stop.setVisible(self._reading)
        self.undo.setVisible(self._undo is not None)
        self.go.setEnabled(self._there and not self._reading)
        for widget in (self._choose, self._paste, self.preview):
            widget.setEnabled(not self._reading)

    def _on_paste(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        files = local_files(data)
        if files:
            self.open_file(files[0])
        else:
            self.take_text(data.text())

    def _on_sheet_chosen(self, name: str) -> None:
        self._importing.file_wanted.emit(self._path, name)

    def _leave(self) -> None:
        """Go on; what was imported can be undone in the window from now on."""
        if self._undo:
            self._importing.left.emit(self.said.text(), self._undo)
            self._undo = None
            self.say("")
            self._show_state()

    def _on_undo(self) -> None:
        if self._undo:
            self._undo()
            self._undo = None
            self.say(self.tr("The import is undone."))
            self._show_state()
            self.go.setFocus()

    def _on_go(self) -> None:
        self._leave()
        self._reading = True
        self.bar.setValue(0)
        self.say("")
        self._show_state()
        self.stop.setFocus()
        roll = self._importing.devices.roll
        self._importing.read_wanted.emit(self.preview.columns(), roll)
