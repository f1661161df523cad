"""One entry of a list of objects: its fields, and buttons to move or remove it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.case import case_of
from hmpush_gui.pushkit.document import Path
from hmpush_gui.pushkit.fields import entry_fields
from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.placing import put
from hmpush_gui.pushkit.problem import Problem

from .icons import icon
from .words import titled


class EntryCard(QFrame):
    """The entry at `index` of a list.

    Signals:
        edited: the index and the whole entry.
        move_wanted: the index and how many places down, -1 for up.
        remove_wanted: the index.
        refocus: editors came or went.
    """

    edited = Signal(int, object)
    move_wanted = Signal(int, int)
    remove_wanted = Signal(int)
    refocus = Signal()

    def __init__(
        self,
        items: Json,
        name: str,
        index: int,
        at: Path,
        parent: QWidget | None = None,
    ) -> None:
        # Imported here: rows may hold lists, whose entries are cards.
        from .rows_box import RowsBox

        super().__init__(parent)
        self.index = index
        self._items = items
        self._value: Any = None
        self._origin: Json = {}
        self._own = False
        self.setProperty("entry", True)
        self._name = self.tr("{name} {number}").format(name=name, number=index + 1)
        prefix = "field." + ".".join(at)
        self.up = self._button("up", self.tr("Move up"), prefix)
        self.down = self._button("down", self.tr("Move down"), prefix)
        self.remove = self._button("remove", self.tr("Remove"), prefix)
        self.up.clicked.connect(lambda: self.move_wanted.emit(self.index, -1))
        self.down.clicked.connect(lambda: self.move_wanted.emit(self.index, 1))
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self.index))
        self._box = RowsBox(entry_fields(items), self, at)
        self._box.edited.connect(self._on_edited)
        self._box.refocus.connect(self.refocus)
        self._strange = QLabel(self.tr("This is no object. See the JSON view."), self)
        self._strange.setProperty("problem", "warning")
        self._lay_out()

    def show_value(self, value: Any, count: int) -> None:
        """Show the entry, one of `count`."""
        self._value = value
        entry = value if isinstance(value, dict) else {}
        if not self._own:
            self._origin = entry
        self._box.show_document(entry, case_of(self._items, entry))
        self._box.setVisible(isinstance(value, dict))
        self._strange.setVisible(not isinstance(value, dict))
        self.up.setEnabled(self.index > 0)
        self.down.setEnabled(self.index < count - 1)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self._box.show_problems(problems)

    def stops(self) -> list[QWidget]:
        return [self.up, self.down, self.remove, *self._box.stops()]

    def focus_part(self, path: Path) -> QWidget:
        """Go to the field of `path`; to the first one where there is none."""
        found = self._box.focus(path) if path else None
        if found is None:
            self._box.focus_first()
        return found or self

    def focus_move(self, step: int) -> None:
        """Keep the keyboard on the button that moved the entry here."""
        wanted, other = (self.up, self.down) if step < 0 else (self.down, self.up)
        (wanted if wanted.isEnabled() else other).setFocus()

    def _button(self, name: str, words: str, prefix: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"{prefix}.{name}")
        button.setIcon(icon(name))
        button.setToolTip(words)
        button.setAccessibleName(titled(words, self._name))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        title = QLabel(self._name, self)
        title.setProperty("quiet", True)
        head.addWidget(title)
        head.addStretch(1)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 10, 10)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._strange)
        column.addWidget(self._box)

    def _on_edited(self, path: Path, value: Any) -> None:
        entry = self._value if isinstance(self._value, dict) else {}
        # What comes back goes to its old place in the entry, too.
        self._own = True
        self.edited.emit(self.index, put(entry, path, value, self._origin))
        self._own = False
