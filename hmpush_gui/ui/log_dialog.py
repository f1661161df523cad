"""The window in which a device's log is pasted, and what was found in it is shown."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.exchange.hilog import Finding, Kind

from .dialog_foot import dialog_foot
from .file_dialogs import LOG, ask_to_open
from .finding_list import Column, FindingList
from .finding_words import finding_words
from .import_words import added_words
from .pause import Pause
from .reading_dialog import ReadingDialog
from .table import plain_table, point_at
from .theme import fixed_font

if TYPE_CHECKING:
    from .importing import Importing

_PAUSE = 300
"""Milliseconds without typing after which the text is looked through."""
_SHOWN = 1 << 20
"""Characters of a file that are shown; all of it is looked through."""


class LogDialog(ReadingDialog):
    """Stays beside the window; what is pasted is looked through by itself."""

    def __init__(self, importing: "Importing", parent: QWidget | None = None) -> None:
        super().__init__("log", parent)
        self._importing = importing
        self._make_text()
        self._make_findings()
        self._make_buttons()
        self._pause = Pause(_PAUSE, self)
        self._lay_out()
        self._connect()
        self._on_ticked()

    # What the window is made of.

    def _make_text(self) -> None:
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("log.text")
        self.text.setAccessibleName(self.tr("Log of a device"))
        self.text.setPlaceholderText(
            self.tr(
                "Paste the log of a device here: of hilog, hdc or DevEco Studio. Push "
                "tokens, AAIDs and error codes are found in it; codes are explained."
            )
        )
        self.text.setFont(fixed_font(11))
        self.text.setTabChangesFocus(True)
        self.text.setUndoRedoEnabled(False)
        self.text.setAcceptDrops(False)

    def _make_findings(self) -> None:
        self.model = FindingList(self)
        self.table = plain_table(
            "log.findings",
            self.tr("What was found"),
            self.model,
            {Column.WHAT: 210, Column.CERTAINTY: 90, Column.LINES: 90},
            Column.VALUE,
            self,
        )
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.explained = self.label("explained")
        self.explained.hide()
        self.explained.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def _make_buttons(self) -> None:
        self._open = self.button("open", self.tr("Open file…"))
        self.add = self.button("add", self.tr("Add to devices"))
        self.add.setProperty("primary", True)
        self._close = self.button("close", self.tr("Close"))

    # Told by the user.

    def open_file(self, path: str) -> None:
        """Look through the log in a file."""
        self.folder = str(PurePath(path).parent)
        self._importing.log_file_wanted.emit(path)

    # Told by the application.

    def show_project(self, name: str) -> None:
        """Say which project the devices are for."""
        words = self.tr("Device log: find devices for {project}")
        self.setWindowTitle(words.format(project=name))

    def show_findings(self, text: str, findings: Sequence[Finding]) -> None:
        """Show what was found, and of the text of a file how it begins."""
        if text:
            self.text.blockSignals(True)
            self.text.setPlainText(text[:_SHOWN])
            self.text.blockSignals(False)
        self.model.show_findings(findings)
        self.table.setVisible(bool(findings))
        if findings:
            self.say("")
            point_at(self.table, self.model.index(self._first_of_interest(findings), 0))
        elif text or self.text.toPlainText().strip():
            self.say(
                self.tr(
                    "No push token, AAID or error code of Push Kit stands in this log. "
                    "Start the app again while logging, so that it calls getToken."
                )
            )

    # Inside.

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.text, 3)
        column.addWidget(self.table, 2)
        column.addWidget(self.explained)
        column.addWidget(self.said)
        column.addLayout(dialog_foot([self._open], [self.add, self._close]))
        self.table.hide()
        self.resize(820, 600)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._on_pause)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        self.model.ticked.connect(self._on_ticked)
        self._open.clicked.connect(
            lambda: ask_to_open(self, self.folder, self.open_file, LOG)
        )
        self.add.clicked.connect(self._on_add)
        self._close.clicked.connect(self.close)

    def _first_of_interest(self, findings: Sequence[Finding]) -> int:
        """The first that has something to say; else the first."""
        codes = (n for n, each in enumerate(findings) if each.kind is Kind.CODE)
        told = (n for n, each in enumerate(findings) if finding_words(each))
        return next(codes, next(told, 0))

    def _on_pause(self) -> None:
        self._importing.log_wanted.emit(self.text.toPlainText())

    def _on_row_chosen(self) -> None:
        row = self.table.currentIndex().row()
        words = finding_words(self.model.finding(row)) if row >= 0 else ""
        self.explained.setText(words)
        self.explained.setVisible(bool(words))
        if row >= 0:
            self._show_line(self.model.finding(row).lines[0])

    def _show_line(self, number: int) -> None:
        block = self.text.document().findBlockByNumber(number - 1)
        if block.isValid() and not self.text.hasFocus():
            cursor = self.text.textCursor()
            cursor.setPosition(block.position())
            cursor.movePosition(
                cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor
            )
            self.text.setTextCursor(cursor)
            self.text.centerCursor()

    def _on_ticked(self) -> None:
        self.add.setEnabled(bool(self.model.tokens()))

    def _on_add(self) -> None:
        tokens = self.model.tokens()
        added = self._importing.add(tokens)
        words = added_words(added, len(tokens) - added)
        self.say(words, "hint" if added else "warning")
