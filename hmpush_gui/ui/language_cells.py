"""What is shown of a text in one language, and of a language as a whole."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hmpush_gui.pushkit.document import compact
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.reference import limits
from hmpush_gui.pushkit.shown_text import Room, fitting, overfills
from hmpush_gui.pushkit.text_cells import to_cell
from hmpush_gui.pushkit.text_measures import room_for
from hmpush_gui.pushkit.texts import Text, TextPlace

from .graphemes import clusters
from .language_names import named
from .size_meter import tone_for
from .theme import Tone
from .words import grouped

_MARKS = {Tone.WARNING: "▲ ", Tone.BAD: "✕ "}


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


def empty_cell(is_missing: bool, from_right: bool) -> LanguageCell:
    words = QCoreApplication.translate("LanguageCells", "▲ missing")
    return LanguageCell("", words if is_missing else "", (), is_missing, from_right)


def written_cell(
    text: Text, message: Message, place: TextPlace, from_right: bool
) -> LanguageCell:
    """`text` with its bytes, and what a phone cuts off at this place of `message`."""
    cell = to_cell(text)
    lines = (text,) if isinstance(text, str) else text
    hidden = _hidden(lines, room_for(message, place.where))
    detail = _size(text)
    if hidden:
        detail = f"{detail} · {_cut(text, hidden)}"
    # Lines that are written as JSON stand elsewhere in the cell.
    found = hidden if cell == "\n".join(lines) else ()
    return LanguageCell(cell, detail, found, from_right=from_right)


def language_head(tag: str, size: int, is_active: bool) -> LanguageHead:
    """A language whose message has `size` bytes."""
    allowed = limits()["body_bytes"]
    which = tone_for(size, allowed, limits()["warn_share"])
    words = QCoreApplication.translate("LanguageCells", "{size} of {allowed} bytes")
    filled = words.format(size=grouped(size), allowed=grouped(allowed))
    return LanguageHead(
        tag, named(tag), _MARKS.get(which, "") + filled, which, is_active
    )


def shown_length(text: str, room: Room | None) -> int:
    """How many characters of `text` a phone shows before its “…”; all if it fits."""
    if room is None or not overfills(text, room):
        return len(text)
    # As the preview cuts it: never inside of what a person sees as one character.
    pieces = clusters(text, room.latin + 1)
    return len("".join(pieces[: fitting(pieces, room)]))


def _hidden(lines: tuple[str, ...], room: Room | None) -> tuple[tuple[int, int], ...]:
    hidden, start = [], 0
    for line in lines:
        if (shown := shown_length(line, room)) < len(line):
            hidden.append((start + shown, len(line) - shown))
        start += len(line) + 1
    return tuple(hidden)


def _size(text: Text) -> str:
    """The bytes of a text as the encoder writes it, without the quotes around it."""
    value = text if isinstance(text, str) else list(text)
    size = len(compact(value)) - (2 if isinstance(text, str) else 0)
    words = QCoreApplication.translate("LanguageCells", "{size} B")
    return words.format(size=grouped(size))


def _cut(text: Text, hidden: tuple[tuple[int, int], ...]) -> str:
    if isinstance(text, str):
        words = QCoreApplication.translate(
            "LanguageCells", "▲ {shown} of {count} shown"
        )
        return words.format(shown=hidden[0][0], count=len(text))
    words = QCoreApplication.translate("LanguageCells", "▲ lines cut: {count}")
    return words.format(count=len(hidden))
