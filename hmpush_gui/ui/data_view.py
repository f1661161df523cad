"""The custom data of a message: rows or JSON, sent as its kind wants it."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hmpush_gui.pushkit.data_tree import read_tree, squeezed, written
from hmpush_gui.pushkit.document import Path, compact, parse, read
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.kinds import Kind
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.problem import Problem

from .code_edit import CodeEdit, laid_out
from .data_faces import DataFaces, kept
from .data_rows import DataRows
from .data_wire import DataWire
from .pause import Pause
from .plain_label import plain_label
from .restyle import restyle
from .typed_text import typed
from .words import said, sentences

_UNSEEN = b""


class DataView(QWidget):
    """Edits the data of one message, as rows or as text.

    A kind that carries data as an object takes only a JSON object; until the text is
    one, the last good data stays in force. A kind that carries text takes any text, and
    JSON is sent without blanks.

    Signals:
        edited: the new data, an object or a text; None when it was cleared.
        stepped: the same after a change of a row, which is a step of its own for undo.
        broke: the text as typed while it cannot be sent; None when it is good again.
    """

    edited = Signal(object)
    stepped = Signal(object)
    broke = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: Kind | None = None
        self._message: Message | None = None
        self._shown = _UNSEEN
        self._error = ""
        self._problem: Problem | None = None
        self._faces = DataFaces(self)
        self._faces.text_changed.connect(self._on_text_changed)
        self._faces.rows_changed.connect(self._on_rows_changed)
        self._faces.turned.connect(self._say)
        self._state = plain_label("", self)
        self._state.hide()
        self.wire = DataWire(self)
        # One long line is slow to lay out; not at every key.
        self._pause = Pause(80, self)
        self._pause.timeout.connect(self._show_wire)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(self._faces, 1)
        column.addWidget(self._state)
        column.addWidget(self.wire)

    @property
    def text(self) -> CodeEdit:
        return self._faces.text

    @property
    def rows(self) -> DataRows:
        return self._faces.rows

    @property
    def wants_rows(self) -> bool:
        """Whether rows are shown wherever the data has some."""
        return self._faces.wants_rows

    def want_rows(self, on: bool) -> None:
        self._faces.want_rows(on)

    def build(self, kind: Kind) -> None:
        self._kind = kind
        self._shown = _UNSEEN
        # Without rows the data is what it is in a new message.
        self._faces.empty = "{}" if read(kind.blank, kind.data_path) == {} else ""
        if self._error:
            # What no object could take, a text may; but not while the kind changes.
            QTimer.singleShot(0, self, self._on_text_changed)

    def show_message(self, message: Message) -> None:
        """Show the message's data, unless the text says the same or is still broken."""
        assert self._kind is not None
        self._message = message
        if self.isVisible():
            self._pause.start()
        value = read(message.document, self._kind.data_path)
        if self._error or compact(value) == self._shown:
            return
        self._shown = compact(value)
        self._faces.put(_as_text(value))

    def show_broken(self, text: str | None) -> None:
        """Show text that was broken when it was last typed; None for the message."""
        if text is not None:
            self._faces.put(text)
            self._on_text_changed()
        elif self._error:
            self._mend()
            self._shown = _UNSEEN
            if self._message is not None:
                self.show_message(self._message)

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong with data that is good enough to be in the message."""
        self._problem = problem
        self._say()

    def go_to(self, path: Path) -> None:
        """Put the keyboard at the value of `path`, which begins inside the data."""
        self._faces.go_to(path)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_wire()

    def _show_wire(self) -> None:
        if self._message is not None and self._kind is not None:
            self.wire.show_message(self._message, self._kind)

    def _on_text_changed(self) -> None:
        self._read(self.edited)

    def _on_rows_changed(self) -> None:
        self._read(self.stepped)

    def _read(self, tell: Any) -> None:
        """Take the text as the new data and tell of it, or of where it broke."""
        text = typed(self.text.document())
        try:
            value = self._value(text)
        except DocumentError as error:
            self._break(text, error)
            return
        if self._error:
            self._mend()
            self.broke.emit(None)
        self._say()
        if compact(value) != self._shown:
            self._shown = compact(value)
            tell.emit(value)

    def _break(self, text: str, error: DocumentError) -> None:
        self._error = said(error.sentence)
        self._faces.set_own_undo(True)
        self.text.mark(error.position, self._error)
        self._say()
        self.broke.emit(text)

    def _mend(self) -> None:
        self._error = ""
        self._faces.set_own_undo(False)
        self.text.mark(None)
        self._say()

    def _value(self, text: str) -> Any:
        """What is sent for `text`. Raises DocumentError where an object is needed."""
        assert self._kind is not None
        if not text.strip():
            # Without its text a data message would be another kind of message.
            silent = self._kind.data_is_text and not self._kind.shows_notification
            return "" if silent else None
        if not self._kind.data_is_text:
            return parse(text)
        # Any text may travel, and what is no good JSON is not ours to change.
        return squeezed(text) or text

    def _say(self) -> None:
        """Below: what keeps the data from being sent, or is worth knowing of it."""
        words, look = self._words()
        self._state.setText(words)
        self._state.setVisible(bool(words))
        if self._state.property("problem") != look:
            restyle(self._state, "problem", look)

    def _words(self) -> tuple[str, str]:
        row = self._faces.row_words()
        if self._error:
            words = self.tr("Until it is mended, nothing is sent.")
            return sentences([row or self._error, words]), "blocking"
        if row:
            return row, "hint"
        if self._problem is not None:
            return said(self._problem.sentence), str(self._problem.severity)
        if self.wants_rows and self.isVisible() and not self._faces.has_rows:
            return self.tr("This is no JSON object or list, so it has no rows."), "hint"
        return "", "hint"


def _as_text(value: Any) -> str:
    """Data as it is easiest to read and edit."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return laid_out(value)
    tree = read_tree(value)
    return kept(written(tree)) if tree else value
