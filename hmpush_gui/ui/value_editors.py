"""One editor for each type of value a message holds."""

import json
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from hmpush_gui.pushkit.document import compact
from hmpush_gui.pushkit.fields import Field

from .undo_keys import is_undo_key
from .words import described


class TextEditor(QLineEdit):
    """A one-line text, or a whole number where the schema asks for one.

    Signals:
        value_edited: the user changed the value; None when it was cleared.
    """

    value_edited = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.setPlaceholderText(_placeholder(field))
        suggestions = field.schema.get("x-suggestions")
        if suggestions:
            completer = QCompleter(list(suggestions), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.setCompleter(completer)
        self.textChanged.connect(self._on_text_changed)

    def show_value(self, value: Any) -> None:
        if compact(value) != compact(self._value()):
            self.blockSignals(True)
            self.setText(_as_text(value))
            self.blockSignals(False)

    def event(self, event: QEvent) -> bool:
        if is_undo_key(event):
            event.ignore()
            return True
        return super().event(event)

    def _on_text_changed(self) -> None:
        self.value_edited.emit(self._value())

    def _value(self) -> Any:
        text = clean(self.text())
        if not text:
            # An empty required text stays in the document, where the checks see it.
            return "" if self._keeps_empty() else None
        if self._field.schema.get("type") == "integer":
            return _whole_number(text)
        return text

    def _keeps_empty(self) -> bool:
        return self._field.required and self._field.schema.get("type") == "string"


class LongTextEditor(QPlainTextEdit):
    """A text over several lines, or a list of texts, one a line.

    Signals:
        value_edited: the user changed the value; None when it was cleared.
    """

    value_edited = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.setPlaceholderText(_placeholder(field))
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 22)
        self.textChanged.connect(self._on_text_changed)

    def show_value(self, value: Any) -> None:
        if compact(value) != compact(self._value()):
            self.blockSignals(True)
            at = self.textCursor().position()
            self.setPlainText(_as_text(value))
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(at, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
            self.blockSignals(False)

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
        self.value_edited.emit(self._value())

    def _value(self) -> Any:
        text = typed(self.document())
        if self._field.schema.get("type") == "array":
            return [line for line in text.split("\n") if line] or None
        if not text and not self._field.required:
            return None
        return text


class ChoiceEditor(QComboBox):
    """One of the values a schema lists; suggestions leave any other text possible.

    Signals:
        value_edited: the user chose; None for “not set”.
    """

    value_edited = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        # Beside the items: Qt takes no large numbers, and sorts the keys of objects.
        self._values: list[Any] = []
        if not field.required:
            self._add(self._unset_text(), None)
        values: list[Any] = field.schema.get("enum") or field.schema["x-suggestions"]
        names: list[Any] = field.schema.get("x-names") or values
        for value, name in zip(values, names, strict=True):
            shown = described(str(name))
            self._add(shown if name == value else f"{shown}  ({value})", value)
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.activated.connect(self._on_activated)

    def show_value(self, value: Any) -> None:
        row = self._row_of(value)
        if row < 0:
            self._add(_as_text(value), value)
            row = self.count() - 1
        self.setCurrentIndex(row)

    def _row_of(self, value: Any) -> int:
        same = compact(value)
        for row, known in enumerate(self._values):
            if compact(known) == same:
                return row
        return -1

    def _add(self, text: str, value: Any) -> None:
        self.addItem(text)
        self._values.append(value)

    def _unset_text(self) -> str:
        if "default" not in self._field.schema:
            return self.tr("not set")
        return self.tr("default: {value}").format(value=self._field.schema["default"])

    def _on_activated(self, row: int) -> None:
        self.value_edited.emit(self._values[row])


class SwitchEditor(QCheckBox):
    """A yes or no; shows the default until it is set.

    Signals:
        value_edited: the user switched it.
    """

    value_edited = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._default = bool(field.schema.get("default", False))
        self.setText(described(field.title))
        self.clicked.connect(self._on_clicked)

    def show_value(self, value: Any) -> None:
        self.setChecked(value if isinstance(value, bool) else self._default)

    def _on_clicked(self, checked: bool) -> None:
        self.value_edited.emit(checked)


AnyEditor = TextEditor | LongTextEditor | ChoiceEditor | SwitchEditor


def editor_for(field: Field, parent: QWidget | None = None) -> AnyEditor:
    """The editor that fits the schema of `field`."""
    schema = field.schema
    if schema.get("type") == "boolean":
        return SwitchEditor(field, parent)
    if "enum" in schema or ("x-suggestions" in schema and field.required):
        return ChoiceEditor(field, parent)
    if schema.get("type") == "array" or schema.get("x-multiline"):
        return LongTextEditor(field, parent)
    return TextEditor(field, parent)


def clean(text: str) -> str:
    """`text` without halves of characters, which no encoder can send."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def typed(document: QTextDocument) -> str:
    """The text as it was typed; `toPlainText` would make other blanks of some."""
    return clean(document.toRawText().replace("\u2029", "\n"))


def _whole_number(text: str) -> int | str:
    """The number, or the text as it is: the checks say what is wrong with it."""
    digits = text.strip().replace("\N{MINUS SIGN}", "-")
    is_whole = digits.removeprefix("-").isdecimal() and len(digits) < 20
    return int(digits) if is_whole else text


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return "\n".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _placeholder(field: Field) -> str:
    examples = field.schema.get("examples")
    if not examples:
        return ""
    return _as_text(examples[0])
