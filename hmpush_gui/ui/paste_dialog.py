"""The window in which a message of another service is pasted and turned into ours."""

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.exchange.conversion import Conversion
from hmpush_gui.exchange.convert import convert_recognised
from hmpush_gui.exchange.curl_secrets import hidden
from hmpush_gui.exchange.recognise import recognise
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.message import Api

from .dialog_foot import dialog_foot
from .fate_words import source_words
from .file_dialogs import PASTED, ask_to_open
from .import_words import added_words
from .paste_report import PasteReport
from .pause import Pause
from .reading_dialog import ReadingDialog
from .theme import fixed_font
from .words import grouped, said

if TYPE_CHECKING:
    from .pasting import Pasting

_PAUSE = 250
"""Milliseconds without typing after which the text is converted."""


class PasteDialog(ReadingDialog):
    """Stays beside the window; nothing gets into the message before “Use as message”.

    What proves who sends is hidden in the text, and the text is gone with the dialog.
    """

    def __init__(self, pasting: "Pasting", parent: QWidget | None = None) -> None:
        super().__init__("paste", parent)
        self.setWindowTitle(self.tr("Paste from elsewhere"))
        self._pasting = pasting
        self.made: Conversion | None = None
        self._used: Conversion | None = None
        self.text = self._make_text()
        self.told = self.label("told")
        self.target = QComboBox(self)
        self.target.setObjectName("paste.target")
        self.target.setAccessibleName(self.tr("Turn it into"))
        self.target.addItem(self.tr("v3: HarmonyOS 5 and later"), Api.V3)
        self.target.addItem(self.tr("v1: HarmonyOS 4 and older"), Api.V1)
        self.report = PasteReport(self)
        self._paste = self.button("paste", self.tr("Paste"))
        self._open = self.button("open", self.tr("Open file…"))
        self.add = self.button("add", "")
        self.copy = self.button("copy", self.tr("Copy what is left over"))
        self.use = self.button("use", self.tr("Use as message"))
        self.use.setProperty("primary", True)
        self._close = self.button("close", self.tr("Close"))
        self._pause = Pause(_PAUSE, self)
        self._lay_out()
        self._connect()
        self._show(None)

    # Told by the user.

    def open_file(self, path: str) -> None:
        """Have a file read into the text."""
        self.folder = str(PurePath(path).parent)
        self._pasting.file_wanted.emit(path)

    def put(self, text: str) -> None:
        """Put a text there, and convert it at once."""
        self.text.setPlainText(text)
        self.convert()

    def convert(self) -> None:
        """Turn the text into a message, or say why that cannot be."""
        self._pause.stop()
        self._used = None
        text = self.text.toPlainText()
        try:
            found = recognise(text)
            made = convert_recognised(found, Api(self.target.currentData()))
        except DocumentError as error:
            self._show(None)
            self.told.clear()
            self.say(said(error.sentence) if text.strip() else "", "blocking")
            return
        if found.command and (safe := hidden(text, found.command)) != text:
            self._replace(safe)
        self.say("")
        self._show(made)
        self.told.setText(f"✓ {source_words(made)}")

    def done(self, result: int) -> None:
        # Esc ends a dialog without a close event.
        super().done(result)
        self.text.clear()
        self.convert()

    # Inside.

    def _make_text(self) -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setObjectName("paste.text")
        text.setAccessibleName(self.tr("Text from elsewhere"))
        text.setPlaceholderText(
            self.tr(
                "Paste here what another service takes:\n\n"
                "• a Firebase message, HTTP v1 or legacy\n"
                "• an Apple payload, with aps\n"
                "• a Push Kit message of v1, v2 or v3\n"
                "• a command of curl, for bash, PowerShell or cmd\n\n"
                "It is turned into a message here, with a line for every value. Keys "
                "and tokens stay out of it."
            )
        )
        text.setFont(fixed_font(10))
        text.setTabChangesFocus(True)
        # Undo would bring back what was hidden.
        text.setUndoRedoEnabled(False)
        text.setAcceptDrops(False)
        return text

    def _lay_out(self) -> None:
        into = QLabel(self.tr("Turn it into"), self)
        into.setBuddy(self.target)
        head = QHBoxLayout()
        head.addWidget(self.told, 1)
        head.addWidget(into)
        head.addWidget(self.target)
        sources = QHBoxLayout()
        sources.addWidget(self._paste)
        sources.addWidget(self._open)
        sources.addStretch(1)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.text, 1)
        column.addLayout(sources)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.addWidget(left)
        halves.addWidget(self.report)
        halves.setSizes([400, 780])
        halves.setChildrenCollapsible(False)
        foot = dialog_foot([self.add, self.copy], [self._close, self.use])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 14, 18, 14)
        whole.setSpacing(10)
        whole.addLayout(head)
        whole.addWidget(halves, 1)
        whole.addWidget(self.said)
        whole.addLayout(foot)
        self.resize(1180, 660)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.convert)
        self.target.currentIndexChanged.connect(self.convert)
        self._paste.clicked.connect(self._on_paste)
        self._open.clicked.connect(
            lambda: ask_to_open(self, self.folder, self.open_file, PASTED)
        )
        self.add.clicked.connect(self._on_add)
        self.copy.clicked.connect(self._on_copy)
        self.use.clicked.connect(self._on_use)
        self._close.clicked.connect(self.close)
        self.report.place_wanted.connect(self._on_place_wanted)

    def _replace(self, text: str) -> None:
        place = self.text.textCursor().position()
        self.text.blockSignals(True)
        self.text.setPlainText(text)
        self.text.blockSignals(False)
        cursor = self.text.textCursor()
        cursor.setPosition(min(place, len(self.text.toPlainText())))
        self.text.setTextCursor(cursor)

    def _show(self, made: Conversion | None) -> None:
        self.made = made
        self.report.show_conversion(made)
        self.use.setEnabled(made is not None)
        self.copy.setVisible(bool(made and made.unmapped))
        count = len(made.tokens) if made else 0
        words = self.tr("Add tokens to devices ({count})")
        self.add.setText(words.format(count=grouped(count)))
        self.add.setVisible(count > 0)

    def _on_paste(self) -> None:
        self.put(QGuiApplication.clipboard().text())

    def _on_add(self) -> None:
        if self.made is None:
            return
        count = len(self.made.tokens)
        added = self._pasting.add_tokens(self.made.tokens)
        words = added_words(added, count - added)
        self.say(words, "hint" if added else "warning")

    def _on_copy(self) -> None:
        if self.made is not None:
            QGuiApplication.clipboard().setText(self.made.unmapped)
            self.say(self.tr("Copied."))

    def _on_use(self) -> None:
        if self.made is not None:
            self._used = self.made
            self._pasting.use(self.made)
            self.say(
                self.tr(
                    "It is the message now; Undo brings back the one before. A double "
                    "click on a line leads to its field. What is left over stays here "
                    "until you close this window."
                )
            )

    def _on_place_wanted(self, path: tuple[str, ...]) -> None:
        """Go there, where it is the message that is written."""
        if self._used is not None and self._used is self.made:
            self._pasting.go_to(path)
            self._give_way()

    def _give_way(self) -> None:
        """Hide where the field would be covered; the text stays for the next time."""
        window = self.parentWidget()
        field = window.focusWidget() if window else None
        if field is None:
            return
        place = QRect(field.mapToGlobal(QPoint()), field.size())
        if self.frameGeometry().intersects(place):
            self.hide()
