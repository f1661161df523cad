"""The JSON view of the message: text and document kept in step both ways."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hmpush_gui.pushkit.completion import Completion, completions
from hmpush_gui.pushkit.cursor_place import CursorPlace
from hmpush_gui.pushkit.document import Path, compact, parse
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.kinds import kind_of
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.problem import Problem

from .code_edit import CodeEdit, laid_out
from .json_marks import message_marks, words_about
from .plain_label import plain_label
from .restyle import restyle
from .typed_text import typed
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
        self._problems: Sequence[Problem] = ()
        self._error: DocumentError | None = None
        self.text = CodeEdit(self, gutter=True)
        self.text.setObjectName("json.text")
        self.text.setAccessibleName(self.tr("Message as JSON"))
        self.text.textChanged.connect(self._on_text_changed)
        self.text.settled.connect(self._mark)
        self.text.cursorPositionChanged.connect(self._say)
        self.text.complete_with(self._offer)
        self.text.tell_of = self._words_about
        self.setFocusProxy(self.text)
        self._state = plain_label("", self)
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
        if self._error is not None or shown == self._shown:
            return
        self.text.put(laid_out(message.document))
        self._shown = shown

    def show_broken(self, text: str | None) -> None:
        """Show text that was broken when it was last typed; None for the message."""
        if text is not None:
            self.text.put(text)
            self._read()
        elif self._error is not None:
            self._drop_text()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Mark each problem at its value; while this is hidden, when it is shown."""
        self._problems = tuple(problems)
        if self.isVisible():
            self._mark()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._mark()

    def go_to(self, path: Path) -> None:
        """Put the cursor at the value of `path`, or at what should hold it."""
        part = self.text.code().outline.nearest(path)
        if path and part is not None:
            # Into the brackets or quotes, where there are such.
            quoted = self.text.code().text[part.start] in '{["'
            self.text.go_to(part.start + quoted)
        self.text.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.addWidget(self._state, 1)
        row.addWidget(self._restore)
        row.addWidget(self._format)
        column.addLayout(row)

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
        if self._error is not None:
            self.broke.emit(None)
        self._tell(None)
        return document

    def _tell(self, error: DocumentError | None) -> None:
        self._error = error
        self.text.own_undo = error is not None
        self._restore.setVisible(error is not None)
        self._format.setEnabled(error is None)
        if error is not None:
            self.text.mark(error.position, said(error.sentence))
        else:
            self.text.mark(None)
        self._say()

    def _say(self) -> None:
        """Below the text: where it broke, or what is wrong on the cursor's line."""
        marks = self.text.marks_on(self.text.textCursor().blockNumber())
        if self._error is not None:
            words, look = said(self._error.sentence), "blocking"
        elif marks:
            words, look = marks[0].mark.words, marks[0].mark.weight.look
        else:
            look = "hint"
            words = self.tr(
                "Tokens are not part of the message: a send adds the devices."
            )
        if (words, look) != (self._state.text(), self._state.property("problem")):
            restyle(self._state, "problem", look)
            self._state.setText(words)

    def _mark(self) -> None:
        if self._message is None:
            return
        kind, outline = kind_of(self._message), self.text.code().outline
        self.text.show_marks(message_marks(kind, self._problems, outline))
        self._say()

    def _offer(self, place: CursorPlace) -> list[Completion]:
        if self._message is None:
            return []
        present = self.text.code().outline.keys(place.path)
        return completions(kind_of(self._message), place, present)

    def _words_about(self, position: int) -> str:
        if self._message is None:
            return ""
        outline = self.text.code().outline
        return words_about(kind_of(self._message), outline, position)

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
