"""The custom data of a message: rows or JSON, sent as its kind wants it."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.data_tree import (
    Node,
    ValueType,
    read_tree,
    squeezed,
    written,
)
from hmpush_gui.pushkit.document import Path, compact, parse, read
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.kinds import Kind
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.problem import Problem

from .code_edit import CodeEdit, laid_out
from .data_rows import DataRows
from .data_wire import DataWire
from .restyle import restyle
from .typed_text import typed
from .words import said

_UNSEEN = b""


class DataView(QWidget):
    """Edits the data of one message, as rows or as text.

    The text is what counts: the rows are read from it and written to it. A kind that
    carries data as an object takes only a JSON object; until the text is one, the last
    good data stays in force. A kind that carries text takes any text, and JSON is sent
    without blanks.

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
        self._is_broken = False
        self._problem: Problem | None = None
        self._wants_rows = True
        self.text = CodeEdit(self, gutter=True)
        self.text.setObjectName("data.text")
        self.text.setAccessibleName(self.tr("Data"))
        self.text.setPlaceholderText('{\n  "orderId": "77"\n}')
        self.text.textChanged.connect(self._on_text_changed)
        self.rows = DataRows(self)
        self.rows.edited.connect(self._on_rows_edited)
        self.rows.chosen.connect(self._say)
        self.rows.undo_wanted.connect(self.text.undo)
        self._travels = QLabel(self)
        self._travels.setProperty("quiet", True)
        self._travels.setWordWrap(True)
        self._state = QLabel(self)
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setWordWrap(True)
        self.wire = DataWire(self)
        self._as_rows = self._switch("rows", self.tr("Rows"))
        self._as_text = self._switch("json", self.tr("Text"))
        self._lay_out()
        self._show_face(rows=True)
        self._error = ""

    @property
    def wants_rows(self) -> bool:
        """Whether rows are shown wherever the data has some."""
        return self._wants_rows

    def want_rows(self, on: bool) -> None:
        self._wants_rows = on
        self._choose_face()

    def build(self, kind: Kind) -> None:
        self._kind = kind
        self._shown = _UNSEEN
        place = ".".join(kind.data_path)
        if kind.data_is_text:
            words = self.tr("Travels as text in {place}; JSON is sent without blanks.")
        else:
            words = self.tr("Travels as a JSON object in {place}.")
        self._travels.setText(words.format(place=place))
        if self._is_broken:
            # What no object could take, a text may; but not while the kind changes.
            QTimer.singleShot(0, self, self._on_text_changed)

    def show_message(self, message: Message) -> None:
        """Show the message's data, unless the text says the same or is still broken."""
        assert self._kind is not None
        self._message = message
        self.wire.show_message(message, self._kind)
        value = read(message.document, self._kind.data_path)
        if self._is_broken or compact(value) == self._shown:
            return
        self._shown = compact(value)
        self._set_text(_as_text(value))

    def show_broken(self, text: str | None) -> None:
        """Show text that was broken when it was last typed; None for the message."""
        if text is not None:
            self._set_text(text)
            self._on_text_changed()
        elif self._is_broken:
            self._mend()
            self._shown = _UNSEEN
            if self._message is not None:
                self.show_message(self._message)

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong with data that is good enough to be in the message."""
        self._problem = problem
        self._say()

    def go_to(self, path: Path) -> None:
        """Put the keyboard into the rows or the text, at the value of `path`.

        The path begins inside the data; a path that is not there goes near it.
        """
        self.rows.choose(path)
        if self.rows.isHidden() and (part := self.text.code().outline.nearest(path)):
            self.text.go_to(part.start)
        shown = self.text if self.rows.isHidden() else self.rows.tree
        shown.setFocus()

    # The two faces.

    def _switch(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"data.as_{name}")
        button.setText(words)
        button.setCheckable(True)
        button.clicked.connect(lambda: self._on_switched(name == "rows"))
        return button

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._travels, 1)
        for button in (self._as_rows, self._as_text):
            group.addButton(button)
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addLayout(head)
        column.addWidget(self.rows, 1)
        column.addWidget(self.text, 1)
        column.addWidget(self._state)
        column.addWidget(self.wire)

    def _on_switched(self, rows: bool) -> None:
        self.want_rows(rows)
        self.go_to(())

    def _choose_face(self) -> None:
        """Show rows where they are wanted and the text has some."""
        tree = _rows_of(typed(self.text.document()))
        if self._wants_rows and tree is not None:
            self.rows.show_rows(tree)
        self._show_face(rows=self._wants_rows and tree is not None)

    def _show_face(self, *, rows: bool) -> None:
        self.rows.setVisible(rows)
        self.text.setVisible(not rows)
        self._as_rows.setChecked(rows)
        self._as_text.setChecked(not rows)
        self.setFocusProxy(self.rows if rows else self.text)
        self._say()

    # Text and rows in step.

    def _set_text(self, text: str) -> None:
        self.text.put(text)
        self._choose_face()

    def _on_rows_edited(self) -> None:
        self.text.put(self._rows_text(), undoable=True)
        self._read(by_row=True)

    def _rows_text(self) -> str:
        """The text of the rows; without rows what a new message has there."""
        assert self._kind is not None
        root = self.rows.model.root
        if root.children or root.type is ValueType.LIST:
            return _kept(written(root))
        return "{}" if read(self._kind.blank, self._kind.data_path) == {} else ""

    def _on_text_changed(self) -> None:
        self._read(by_row=False)
        if not self.rows.isHidden():
            # Undo of what is in no message yet; the rows follow.
            self._choose_face()

    def _read(self, *, by_row: bool) -> None:
        text = typed(self.text.document())
        try:
            value = self._value(text)
        except DocumentError as error:
            self._break(text, error)
            return
        if self._is_broken:
            self._mend()
            self.broke.emit(None)
        if compact(value) != self._shown:
            self._shown = compact(value)
            (self.stepped if by_row else self.edited).emit(value)

    def _break(self, text: str, error: DocumentError) -> None:
        self._is_broken = self.text.own_undo = self.rows.tree.own_undo = True
        self._error = said(error.sentence)
        self.text.mark(error.position, self._error)
        self._say()
        self.broke.emit(text)

    def _mend(self) -> None:
        self._is_broken = self.text.own_undo = self.rows.tree.own_undo = False
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

    # What is wrong.

    def _say(self) -> None:
        """Below: what keeps the data from being sent, or is worth knowing of it."""
        words, look = self._words()
        self._state.setText(words)
        self._state.setVisible(bool(words))
        if self._state.property("problem") != look:
            restyle(self._state, "problem", look)

    def _words(self) -> tuple[str, str]:
        stays = self.tr("Until it is mended, the last good data is sent.")
        row = "" if self.rows.isHidden() else self.rows.words()
        if self._is_broken:
            return f"{row or self._error} {stays}", "blocking"
        if row:
            return row, "hint"
        if self._problem is not None:
            return said(self._problem.sentence), str(self._problem.severity)
        if self._wants_rows and self.rows.isHidden():
            return self.tr("This is no JSON object or list, so it has no rows."), "hint"
        return "", "hint"


def _as_text(value: Any) -> str:
    """Data as it is easiest to read and edit."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return laid_out(value)
    tree = read_tree(value)
    return _kept(written(tree)) if tree else value


def _rows_of(text: str) -> Node | None:
    return read_tree(text) if text.strip() else Node(ValueType.OBJECT)


def _kept(text: str) -> str:
    """Qt takes U+2029 for the end of a line."""
    return text.replace("\u2029", "\\u2029")
