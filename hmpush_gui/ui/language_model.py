"""The texts of a message in all its languages, side by side."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from hmpush_gui.pushkit.document import Path, compact
from hmpush_gui.pushkit.language_rules import Measured, as_written, sizes
from hmpush_gui.pushkit.language_tags import runs_from_right
from hmpush_gui.pushkit.languages import Languages, texts_in
from hmpush_gui.pushkit.reference import limits
from hmpush_gui.pushkit.shown_text import Room, fitting, overfills
from hmpush_gui.pushkit.text_cells import from_cell, to_cell
from hmpush_gui.pushkit.text_measures import room_for
from hmpush_gui.pushkit.texts import Text, TextPlace, text_places

from .graphemes import clusters
from .language_editing import LanguageEditing
from .language_names import named
from .message_document import MessageDocument
from .size_meter import grouped, tone_for
from .table_model import AnyIndex, TableModel
from .theme import Tone
from .words import described

_MARKS = {Tone.WARNING: "▲ ", Tone.BAD: "✕ "}


class LanguageRole(IntEnum):
    """Roles of `LanguageModel` beside Qt's own."""

    CELL = Qt.ItemDataRole.UserRole
    HEAD = Qt.ItemDataRole.UserRole + 1
    PLACE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class LanguageCell:
    """A text in one language.

    `hidden` are the parts that the phone does not show, as start and length.
    `is_missing` says that the active language has this text, and this one has not.
    """

    text: str
    detail: str
    hidden: tuple[tuple[int, int], ...] = ()
    is_missing: bool = False
    from_right: bool = False


@dataclass(frozen=True, slots=True)
class LanguageHead:
    """One language: its name, its bytes in words, and how near the limit they are."""

    tag: str
    title: str
    size: str
    tone: Tone
    is_active: bool


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
            return ", ".join(part for part in parts if part)
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
            return f"{title} {int(entry) + 1}" if entry else title
        if role == Qt.ItemDataRole.ToolTipRole:
            return ".".join(place.path)
        return None

    def _cell(self, place: TextPlace, tag: str) -> LanguageCell:
        text = self._texts[tag].get(place.path, "")
        from_right = runs_from_right(tag)
        if not text:
            mine = self._texts[self._languages.active].get(place.path)
            is_missing = bool(mine) or place.required
            detail = self.tr("▲ missing") if is_missing else ""
            return LanguageCell("", detail, (), is_missing, from_right)
        hidden, detail = self._measured(text, place)
        return LanguageCell(to_cell(text), detail, hidden, False, from_right)

    def _measured(
        self, text: Text, place: TextPlace
    ) -> tuple[tuple[tuple[int, int], ...], str]:
        """What of a text is not shown, and its bytes and cut in words."""
        size = len(compact(text if isinstance(text, str) else list(text)))
        words = self.tr("{size} B").format(
            size=grouped(size - 2 if isinstance(text, str) else size)
        )
        room = room_for(self._document.message, place.where)
        lines = (text,) if isinstance(text, str) else text
        hidden, start = [], 0
        for line in lines:
            if (shown := shown_length(line, room)) < len(line):
                hidden.append((start + shown, len(line) - shown))
            start += len(line) + 1
        if not hidden:
            return (), words
        if isinstance(text, str):
            cut = self.tr("▲ {shown} of {count} shown").format(
                shown=hidden[0][0], count=len(text)
            )
        else:
            cut = self.tr("▲ lines cut: {count}").format(count=len(hidden))
        found = tuple(hidden) if to_cell(text) == "\n".join(lines) else ()
        return found, f"{words} · {cut}"

    def _heads_now(self) -> list[LanguageHead]:
        message, languages = self._document.message, self._languages
        allowed, share = limits()["body_bytes"], limits()["warn_share"]
        heads = []
        for tag, size in sizes(message, languages, self.measured).items():
            which = tone_for(size, allowed, share)
            words = self.tr("{size} of {allowed} bytes").format(
                size=grouped(size), allowed=grouped(allowed)
            )
            words = _MARKS.get(which, "") + words
            active = tag == languages.active
            heads.append(LanguageHead(tag, named(tag), words, which, active))
        return heads


def shown_length(text: str, room: Room | None) -> int:
    """How many characters of `text` a phone shows before its “…”; all if it fits."""
    if room is None or not overfills(text, room):
        return len(text)
    # As the preview cuts it: never inside of what a person sees as one character.
    pieces = clusters(text, room.latin + 1)
    return len("".join(pieces[: fitting(pieces, room)]))


_EDIT = Qt.ItemDataRole.EditRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
