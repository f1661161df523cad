"""Editors for values that are chosen: switches and choices."""

from collections.abc import Collection, Iterator
from typing import Any

from PySide6.QtCore import (
    Qt,
    Signal,
)
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QWidget,
)

from hmpush_gui.pushkit.conditions import same
from hmpush_gui.pushkit.fields import Field
from hmpush_gui.pushkit.written import write_out

from .elided_combo import ElidedCombo
from .field_badge import right_words
from .icons import icon
from .words import described

_TIP = Qt.ItemDataRole.ToolTipRole
NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class ChoiceEditor(ElidedCombo):
    """One of the values a schema lists, or any other that is there already.

    Signals:
        value_edited: the user chose; None for “not set”.
    """

    value_edited = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        # Beside the items: Qt takes no large numbers, and sorts the keys of objects.
        self._values: list[Any] = []
        self._offered: Collection[Any] | None = None
        self._is_shown = False
        self._fill()
        self.setSizeAdjustPolicy(NARROW)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._on_activated)

    def show_value(self, value: Any) -> None:
        self._is_shown = True
        row = self._row_of(value)
        if row < 0:
            self._add(self._text_of(value), value)
            row = self.count() - 1
        self.setCurrentIndex(row)

    def offer(self, values: Collection[Any] | None) -> None:
        """Offer only `values`; None for all. What is chosen stays."""
        if values != self._offered:
            self._offered = values
            chosen = self._values[self.currentIndex()] if self._is_shown else None
            self._fill()
            if self._is_shown:
                self.show_value(chosen)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel is for the form: it must not change what it passes over.
        event.ignore()

    def _fill(self) -> None:
        self.clear()
        self._values = []
        if not self._field.required:
            self._add(self._unset_text(), None)
        for value, _ in self._known():
            if self._offered is None or value in self._offered:
                self._add(self._text_of(value), value)

    def _known(self) -> Iterator[tuple[Any, Any]]:
        """The values that the schema lists, and what people call them."""
        schema = self._field.schema
        values: list[Any] = schema.get("enum") or schema["x-suggestions"]
        return zip(values, schema.get("x-names") or values, strict=True)

    def _text_of(self, value: Any) -> str:
        for known, name in self._known():
            if same(known, value):
                shown = described(str(name))
                return shown if name == value else f"{shown}  ({value})"
        return write_out(self._field.schema, value)

    def _row_of(self, value: Any) -> int:
        for row, known in enumerate(self._values):
            if same(known, value):
                return row
        return -1

    def _add(self, text: str, value: Any) -> None:
        self.addItem(text)
        self._values.append(value)
        if self._field.needs_right(value):
            row = self.count() - 1
            self.setItemIcon(row, icon("key"))
            self.setItemData(row, right_words(self._field), _TIP)

    def _unset_text(self) -> str:
        schema = self._field.schema
        if "default" not in schema:
            return self.tr("not set")
        value = schema["default"]
        names = [name for known, name in self._known() if same(known, value)]
        shown = described(str(names[0] if names else value))
        return self.tr("default: {value}").format(value=shown)

    def _on_activated(self, row: int) -> None:
        self.value_edited.emit(self._values[row])


class SwitchEditor(QCheckBox):
    """A yes or no; shows the default until it is set.

    Switched back, it is what it was before: not set, or set to the default.

    Signals:
        value_edited: the user switched it.
    """

    value_edited = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._default = bool(field.schema.get("default", False))
        self._values: dict[bool, Any] = {True: True, False: False}
        self.setText(described(field.title))
        self.clicked.connect(self._on_clicked)

    def show_value(self, value: Any) -> None:
        on = value if isinstance(value, bool) else self._default
        self._values[on] = value
        self.setChecked(on)

    def _on_clicked(self, on: bool) -> None:
        self.value_edited.emit(self._values[on])
