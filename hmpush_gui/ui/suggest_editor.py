"""An editor for a text with suggestions."""

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hmpush_gui.pushkit.fields import Field

from .choice_editors import NARROW
from .typed_text import TypedValue, clean, placeholder_of
from .undo_keys import is_undo_key
from .words import described


class _Named(QStyledItemDelegate):
    """Draws a suggestion with what people call it; the text gets its value alone."""

    def __init__(self, names: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._names = names

    def initStyleOption(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().initStyleOption(option, index)
        if name := self._names.get(str(index.data())):
            option.text = f"{name}  ({index.data()})"


class SuggestEditor(QComboBox):
    """A text with suggestions, which leave any other text possible.

    Signals:
        value_edited: the user typed or chose; None when it was cleared.
    """

    value_edited = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = TypedValue(field)
        self._all: list[str] = field.schema["x-suggestions"]
        self._offered: Collection[Any] = self._all
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(NARROW)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._delegate = _Named(self._names(field), self)
        self.view().setItemDelegate(self._delegate)
        self.addItems(self._all)
        self.setCurrentIndex(-1)
        if line := self.lineEdit():
            line.setPlaceholderText(placeholder_of(field))
        self.editTextChanged.connect(self._on_text_changed)

    def show_value(self, value: Any) -> None:
        if self._typed.differs(value, clean(self.currentText())):
            self.blockSignals(True)
            self.setEditText(self._typed.written(value))
            self.blockSignals(False)
            self._typed.remember(value, clean(self.currentText()))

    def offer(self, values: Collection[Any] | None) -> None:
        """Suggest only `values`; None for all."""
        wanted = self._all if values is None else values
        if wanted != self._offered:
            self._offered = wanted
            text = self.currentText()
            self.blockSignals(True)
            self.clear()
            self.addItems([each for each in self._all if each in wanted])
            self.setEditText(text)
            self.blockSignals(False)

    def event(self, event: QEvent) -> bool:
        if is_undo_key(event):
            event.ignore()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _names(self, field: Field) -> dict[str, str]:
        names = field.schema.get("x-names", ())
        pairs = zip(self._all, names, strict=False)
        return {value: described(name) for value, name in pairs}

    def _on_text_changed(self) -> None:
        self.value_edited.emit(self._typed.of(clean(self.currentText())))
