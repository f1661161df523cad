"""Editors for values that are typed: texts, numbers, lists of texts, JSON."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from hmpush_gui.pushkit.fields import Field

from .typed_text import TypedValue, clean, placeholder_of, typed
from .undo_keys import is_undo_key

_MOST_LINES = 8


class TextEditor(QLineEdit):
    """A one-line text, or a number where the schema asks for one.

    Signals:
        value_edited: the user changed the value; None when it was cleared.
    """

    value_edited = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = TypedValue(field)
        self.setPlaceholderText(placeholder_of(field).replace("\n", " "))
        self.textChanged.connect(self._on_text_changed)

    def show_value(self, value: Any) -> None:
        if self._typed.differs(value, clean(self.text())):
            self.blockSignals(True)
            self.setText(self._typed.written(value))
            self.setCursorPosition(0)
            self.blockSignals(False)
            self._typed.remember(value, clean(self.text()))

    def event(self, event: QEvent) -> bool:
        if is_undo_key(event):
            event.ignore()
            return True
        return super().event(event)

    def _on_text_changed(self) -> None:
        self.value_edited.emit(self._typed.of(clean(self.text())))


class LongTextEditor(QPlainTextEdit):
    """A text over several lines, a list of texts, one a line, or JSON.

    Signals:
        value_edited: the user changed the value; None when it was cleared.
    """

    value_edited = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = TypedValue(field)
        self.setPlaceholderText(placeholder_of(field))
        self.setTabChangesFocus(True)
        self._least = 3 if field.schema.get("type") != "array" else 2
        self._fit()
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._on_text_changed)

    def _fit(self) -> None:
        """Be as high as the text, within limits; a long one scrolls."""
        # The layout of a plain text counts in lines.
        lines = round(self.document().documentLayout().documentSize().height())
        lines = min(max(lines, self._least), _MOST_LINES)
        height = self.fontMetrics().lineSpacing() * lines + 22
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def show_value(self, value: Any) -> None:
        if self._typed.differs(value, typed(self.document())):
            self.blockSignals(True)
            at = self.textCursor().position()
            self.setPlainText(self._typed.written(value))
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(at, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
            self.blockSignals(False)
            self._typed.remember(value, typed(self.document()))

    def event(self, event: QEvent) -> bool:
        if is_undo_key(event):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Ctrl+Enter sends, here as everywhere.
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            event.ignore()
            return
        super().keyPressEvent(event)

    def _on_text_changed(self) -> None:
        self.value_edited.emit(self._typed.of(typed(self.document())))
