"""The JSON view of the message: text and document kept in step both ways."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hmpush_gui.pushkit.document import compact, parse
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.message import Message

from .code_edit import CodeEdit, laid_out
from .field_row import restyle
from .value_editors import typed
from .words import said


class JsonView(QWidget):
    """The whole message as JSON text.

    While the text is broken the last good message stays in force, the text stays as it
    was typed, and a line below says where it broke.

    Signals:
        edited: a whole new document, from good text.
        broke: the text as typed while it is broken; None when it is good again.
    """

    # Not `dict`: Qt would sort its keys and refuse large numbers.
    edited = Signal(object)
    broke = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = b""
        self._message: Message | None = None
        self._is_broken = False
        self.text = CodeEdit(self)
        self.text.setObjectName("json.text")
        self.text.setAccessibleName(self.tr("Message as JSON"))
        self.text.textChanged.connect(self._on_text_changed)
        self.setFocusProxy(self.text)
        self._state = QLabel(self)
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setWordWrap(True)
        self._restore = QPushButton(self.tr("Back to the last good message"), self)
        self._restore.setObjectName("json.restore")
        self._restore.clicked.connect(self._on_restore_clicked)
        self._format = QPushButton(self.tr("Format"), self)
        self._format.setObjectName("json.format")
        self._format.setToolTip(self.tr("Lay the JSON out again: two blanks a level"))
        self._format.clicked.connect(self._on_format_clicked)
        self._lay_out()
        self._tell(None)

    def show_message(self, message: Message) -> None:
        """Show `message`, unless the text says the same or is still broken."""
        self._message = message
        shown = compact(message.document)
        if self._is_broken or shown == self._shown:
            return
        self._set_text(laid_out(message.document))
        self._shown = shown

    def show_broken(self, text: str | None) -> None:
        """Show text that was broken when it was last typed; None for the message."""
        if text is not None:
            self._set_text(text)
            self._read()
        elif self._is_broken:
            self._drop_text()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.addWidget(self._state, 1)
        row.addWidget(self._restore)
        row.addWidget(self._format)
        column.addLayout(row)

    def _set_text(self, text: str) -> None:
        self.text.blockSignals(True)
        self.text.setPlainText(text)
        self.text.blockSignals(False)

    def _on_text_changed(self) -> None:
        document = self._read()
        if document is not None and compact(document) != self._shown:
            self._shown = compact(document)
            self.edited.emit(document)

    def _read(self) -> dict[str, object] | None:
        text = typed(self.text.document())
        try:
            document = parse(text)
        except DocumentError as error:
            self._tell(error)
            self.broke.emit(text)
            return None
        if self._is_broken:
            self.broke.emit(None)
        self._tell(None)
        return document

    def _tell(self, error: DocumentError | None) -> None:
        self._is_broken = self.text.own_undo = error is not None
        self._restore.setVisible(self._is_broken)
        self._format.setEnabled(not self._is_broken)
        self.text.mark(error.position if error else None)
        restyle(self._state, "problem", "blocking" if error else "hint")
        self._state.setText(
            said(error.sentence)
            if error
            else self.tr("Tokens are not part of the message: a send adds the devices.")
        )

    def _drop_text(self) -> None:
        self._tell(None)
        self._shown = b""
        if self._message is not None:
            self.show_message(self._message)

    def _on_restore_clicked(self) -> None:
        self._drop_text()
        self.broke.emit(None)

    def _on_format_clicked(self) -> None:
        if self._message is not None:
            cursor = self.text.textCursor()
            cursor.select(cursor.SelectionType.Document)
            cursor.insertText(laid_out(self._message.document))
