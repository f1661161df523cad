"""The texts of a message in all its languages, side by side."""

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from hmpush_gui.pushkit.language_rules import Measured, as_written, sizes
from hmpush_gui.pushkit.language_tags import runs_from_right
from hmpush_gui.pushkit.languages import Languages, texts_in
from hmpush_gui.pushkit.text_cells import from_cell
from hmpush_gui.pushkit.texts import Text, TextPlace, text_places

from .language_cells import (
    LanguageCell,
    LanguageHead,
    empty_cell,
    language_head,
    written_cell,
)
from .language_editing import LanguageEditing
from .message_document import MessageDocument
from .table_model import AnyIndex, TableModel
from .veiling import veils
from .words import described, listed

if TYPE_CHECKING:
    from hmpush_gui.pushkit.document import Path


class LanguageRole(IntEnum):
    """Roles of `LanguageModel` beside Qt's own."""

    CELL = Qt.ItemDataRole.UserRole
    HEAD = Qt.ItemDataRole.UserRole + 1
    PLACE = Qt.ItemDataRole.UserRole + 2


class LanguageModel(TableModel):
    """A row for each text that people read, a column for each language behind it."""

    def __init__(
        self, document: MessageDocument, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.measured: Measured = as_written
        self._document = document
        self._editing = LanguageEditing(document)
        self._places: list[TextPlace] = []
        self._languages = Languages((), "")
        self._texts: dict[str, dict[Path, Text]] = {}
        self._heads: list[LanguageHead] = []
        self._corner = self.tr("Text")
        self.refresh()

    @property
    def languages(self) -> Languages:
        """The languages that are shown."""
        return self._languages

    def tag(self, column: int) -> str:
        """The language of a column; empty for the one of the labels."""
        return self._languages.tags[column - 1] if column > 0 else ""

    def column(self, tag: str) -> int:
        return self._languages.tags.index(tag) + 1

    def refresh(self) -> None:
        """Take what the document holds now."""
        message, languages = self._document.message, self._editing.languages()
        texts = {tag: texts_in(message, languages, tag) for tag in languages.tags}
        paths = {path for found in texts.values() for path in found}
        places = text_places(message, paths)
        is_new = (places, languages.tags) != (self._places, self._languages.tags)
        if is_new:
            self.beginResetModel()
        self._places, self._languages, self._texts = places, languages, texts
        self._heads = self._heads_now()
        self._headers = (self._corner, *(head.title for head in self._heads))
        if is_new:
            self.endResetModel()
        elif places:
            last = self.index(len(places) - 1, len(languages.tags))
            self.dataChanged.emit(self.index(0, 0), last)
            across = Qt.Orientation.Horizontal
            self.headerDataChanged.emit(across, 0, len(languages.tags))

    def count(self) -> int:
        return len(self._places)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() > 0 else flags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if across and 0 < section <= len(self._heads):
            head = self._heads[section - 1]
            if role == LanguageRole.HEAD:
                return head
            if role in (Qt.ItemDataRole.ToolTipRole, _SPOKEN):
                return f"{head.title}\n{head.size}"
        return super().headerData(section, orientation, role)

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self._places[index.row()]
        if role == LanguageRole.PLACE:
            return place
        if index.column() == 0:
            return self._of_label(place, role)
        cell = self._cell(place, self.tag(index.column()))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return cell.text
        if role == LanguageRole.CELL:
            return cell
        if role == _SPOKEN:
            parts = (described(place.title), cell.text, cell.detail)
            return listed(part for part in parts if part)
        return None

    def setData(
        self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if not index.isValid() or not index.column() or role != _EDIT:
            return False
        place, tag = self._places[index.row()], self.tag(index.column())
        text = from_cell(str(value), is_list=place.is_list)
        if text is None and place.required and tag == self._languages.active:
            # As in a form, where the checks see it.
            text = ""
        if text != self._texts[tag].get(place.path):
            self._editing.set_text(tag, place.path, text)
        return True

    def _of_label(self, place: TextPlace, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            entry = next((key for key in reversed(place.path) if key.isdecimal()), "")
            title = described(place.title)
            if entry:
                return f"{title} {int(entry) + 1}"
            same = [each for each in self._places if each.title == place.title]
            if len(same) > 1 and place.around:
                return f"{described(place.around)} · {title}"
            return title
        if role == Qt.ItemDataRole.ToolTipRole:
            return ".".join(place.path)
        return None

    def _cell(self, place: TextPlace, tag: str) -> LanguageCell:
        text = self._texts[tag].get(place.path, "")
        from_right = runs_from_right(tag)
        if text:
            return written_cell(text, self._document.message, place, from_right)
        mine = self._texts[self._languages.active].get(place.path)
        return empty_cell(bool(mine) or place.required, from_right)

    def _heads_now(self) -> list[LanguageHead]:
        languages = self._languages
        found = sizes(self._document.message, languages, self.measured)
        return [
            language_head(tag, size, tag == languages.active)
            for tag, size in found.items()
        ]


_EDIT = Qt.ItemDataRole.EditRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
