"""The custom data of a message: written as JSON, sent as its kind wants it."""

import json
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hmpush_gui.pushkit.document import compact, parse, read
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.kinds import Kind
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.problem import Problem

from .code_edit import CodeEdit, laid_out
from .field_row import restyle
from .value_editors import typed
from .words import said

_UNSEEN = b""


class DataView(QWidget):
    """Edits the data of one message.

    A kind that carries data as an object takes only a JSON object; until the text is
    one, the last good data stays in force. A kind that carries text takes any text, and
    JSON is sent without blanks.

    Signals:
        edited: the new data, an object or a text; None when it was cleared.
        broke: the text as typed while it cannot be sent; None when it is good again.
    """

    edited = Signal(object)
    broke = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: Kind | None = None
        self._message: Message | None = None
        self._shown = _UNSEEN
        self._is_broken = False
        self.text = CodeEdit(self)
        self.text.setObjectName("data.text")
        self.text.setAccessibleName(self.tr("Data"))
        self.text.setPlaceholderText('{\n  "orderId": "77"\n}')
        self.text.textChanged.connect(self._on_text_changed)
        self.setFocusProxy(self.text)
        self._travels = QLabel(self)
        self._travels.setProperty("quiet", True)
        self._travels.setWordWrap(True)
        self._state = QLabel(self)
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setWordWrap(True)
        self._state.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(self._travels)
        column.addWidget(self.text, 1)
        column.addWidget(self._state)

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
            self._is_broken = self.text.own_undo = False
            self.text.mark(None)
            self._tell("", "hint")
            self._shown = _UNSEEN
            if self._message is not None:
                self.show_message(self._message)

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong with data that is good enough to be in the message."""
        if not self._is_broken:
            self._tell(
                said(problem.sentence) if problem else "",
                str(problem.severity) if problem else "hint",
            )

    def _set_text(self, text: str) -> None:
        self.text.blockSignals(True)
        self.text.setPlainText(text)
        self.text.blockSignals(False)

    def _on_text_changed(self) -> None:
        text = typed(self.text.document())
        try:
            value = self._value(text)
        except DocumentError as error:
            self._is_broken = self.text.own_undo = True
            self.text.mark(error.position)
            stays = self.tr("Until it is one, the last good data is sent.")
            self._tell(f"{said(error.sentence)} {stays}", "blocking")
            self.broke.emit(text)
            return
        if self._is_broken:
            self._is_broken = self.text.own_undo = False
            self.broke.emit(None)
            self._tell("", "hint")
        self.text.mark(None)
        if compact(value) != self._shown:
            self._shown = compact(value)
            self.edited.emit(value)

    def _value(self, text: str) -> Any:
        """What is sent for `text`. Raises DocumentError where an object is needed."""
        assert self._kind is not None
        if not text.strip():
            # Without its text a data message would be another kind of message.
            silent = self._kind.data_is_text and not self._kind.shows_notification
            return "" if silent else None
        if not self._kind.data_is_text:
            return parse(text)
        try:
            return compact(parse(text)).decode()
        except DocumentError:
            # Any text may travel, and what is no good JSON is not ours to change.
            return text

    def _tell(self, text: str, severity: str) -> None:
        self._state.setText(text)
        self._state.setVisible(bool(text))
        restyle(self._state, "problem", severity)


def _as_text(value: Any) -> str:
    """Data as it is easiest to read and edit."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return laid_out(value)
    try:
        inner = json.loads(value)
        return laid_out(inner) if isinstance(inner, dict | list) else value
    except (ValueError, RecursionError):
        return value
