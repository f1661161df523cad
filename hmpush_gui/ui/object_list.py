"""An editor for a list of objects: one card for each, to add, move and take away."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hmpush_gui.pushkit.document import Path
from hmpush_gui.pushkit.fields import Field
from hmpush_gui.pushkit.problem import Problem

from .entry_card import EntryCard
from .icons import icon
from .words import described


class ObjectListEditor(QWidget):
    """A list whose entries are objects that the schema describes.

    Signals:
        value_edited: the whole list; None when its last entry was taken away.
        refocus: entries came or went.
    """

    value_edited = Signal(object)
    refocus = Signal()

    def __init__(self, field: Field, at: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = field.schema["items"]
        self._at = at
        self._limit = field.schema.get("maxItems")
        self._list_name = described(field.title)
        self._entry_name = described(str(self._items.get("title", field.title)))
        self._value: Any = None
        self._cards: list[EntryCard] = []
        self._empty: Any = None
        self._strange = QLabel(self.tr("This is no list. See the JSON view."), self)
        self._strange.setProperty("problem", "warning")
        self._strange.hide()
        self._lay_out()

    def show_value(self, value: Any) -> None:
        self._value = value
        entries = value if isinstance(value, list) else []
        if value in (None, []):
            self._empty = value
        strange = value is not None and not isinstance(value, list)
        self._strange.setVisible(strange)
        full = self._limit is not None and len(entries) >= self._limit
        self._add.setVisible(not strange and not full)
        changed = self._match(len(entries))
        for card, entry in zip(self._cards, entries, strict=True):
            card.show_value(entry, len(entries))
        if changed:
            self.refocus.emit()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Paths begin with the number of the entry."""
        for card in self._cards:
            number = str(card.index)
            card.show_problems(
                [
                    replace(each, path=each.path[1:])
                    for each in problems
                    if each.path[0] == number
                ]
            )

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [*(stop for card in self._cards for stop in card.stops()), self._add]

    def focus_part(self, path: Path) -> QWidget:
        """Go to the entry and field of `path`, such as `0`, `name`."""
        number = int(path[0]) if path and path[0].isdecimal() else 0
        if number < len(self._cards):
            return self._cards[number].focus_part(path[1:])
        self._add.setFocus()
        return self

    def _lay_out(self) -> None:
        self._add = QPushButton(icon("add"), self.tr("Add"), self)
        self._add.setObjectName("field." + ".".join(self._at) + ".add")
        self._add.setAccessibleName(
            self.tr("Add to {list}").format(list=self._list_name)
        )
        self._add.clicked.connect(self._on_add)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._strange)
        self._column.addLayout(foot)

    def _match(self, count: int) -> bool:
        """Have `count` cards; whether that needed a change."""
        before = len(self._cards)
        while len(self._cards) > count:
            card = self._cards.pop()
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(self._cards) < count:
            self._make_card()
        return before != count

    def _make_card(self) -> None:
        index = len(self._cards)
        at = (*self._at, str(index))
        card = EntryCard(self._items, self._entry_name, index, at, self)
        card.edited.connect(self._on_edited)
        card.move_wanted.connect(self._on_move)
        card.remove_wanted.connect(self._on_remove)
        card.refocus.connect(self.refocus)
        self._cards.append(card)
        # Below the note and the cards, above the foot.
        self._column.insertWidget(1 + index, card)

    def _entries(self) -> list[Any]:
        return list(self._value) if isinstance(self._value, list) else []

    def _on_add(self) -> None:
        new = self._items.get("x-new", {})
        entries = [*self._entries(), new]
        self.value_edited.emit(entries)
        if len(self._cards) == len(entries):
            self._cards[-1].focus_part(())

    def _on_edited(self, index: int, value: Any) -> None:
        entries = self._entries()
        entries[index] = value
        self.value_edited.emit(entries)

    def _on_move(self, index: int, step: int) -> None:
        entries = self._entries()
        entries.insert(index + step, entries.pop(index))
        self.value_edited.emit(entries)
        self._cards[index + step].focus_move(step)

    def _on_remove(self, index: int) -> None:
        entries = self._entries()
        entries.pop(index)
        if self._cards:
            (self._cards[index - 1].remove if index else self._add).setFocus()
        self.value_edited.emit(entries or self._empty)


def is_object_list(field: Field) -> bool:
    """Whether the entries of the list have fields of their own."""
    return field.schema.get("type") == "array" and "properties" in field.schema.get(
        "items", {}
    )
