"""The texts of all languages as a table for translators: CSV out and in."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.kinds import kind_of
from hmpush_gui.pushkit.language_tags import canonical_tag
from hmpush_gui.pushkit.languages import Languages, texts_in
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.text_cells import from_cell, to_cell
from hmpush_gui.pushkit.texts import (
    Text,
    TextPlace,
    Texts,
    text_node,
    text_places,
    texts_of,
    with_texts,
)
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from hmpush_gui.pushkit.document import Path

MARK = "\ufeff"
"""Begins the file: by it Excel knows the table for UTF-8, and shows Chinese.

A text loses it on its way through Qt, so it is written with the file.
"""

_PATH, _LABEL = "path", "label"
_DELIMITERS = ",;\t"
"""Excel takes what the system's language separates lists with."""

_NO_TABLE = QT_TRANSLATE_NOOP(
    "exchange",
    "This is no table of texts: its first line has to name a column “path” and one "
    "column for each language, such as “en”. Export a table to see one.",
)
_BROKEN = QT_TRANSLATE_NOOP(
    "exchange",
    "This table breaks off in line {line}: a quote is probably missing. Save it again "
    "as CSV (UTF-8).",
)


@dataclass(frozen=True, slots=True)
class LanguageTable:
    """What a table says: texts by language, and what of it has no place.

    `unknown_paths` are of no text of the message, `unknown_tags` of no language.
    `missing` counts the cells that say nothing.
    """

    texts: Mapping[str, Texts]
    unknown_paths: tuple[str, ...] = ()
    unknown_tags: tuple[str, ...] = ()
    missing: int = 0


def write_table(message: Message, languages: Languages) -> str:
    """All texts as CSV: a row for each, a column for each language."""
    texts = {tag: texts_in(message, languages, tag) for tag in languages.tags}
    paths = {path for found in texts.values() for path in found}
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow((_PATH, _LABEL, *languages.tags))
    for place in text_places(message, paths):
        cells = [to_cell(texts[tag].get(place.path, "")) for tag in languages.tags]
        table.writerow((".".join(place.path), place.title, *cells))
    return out.getvalue()


def read_table(content: str, message: Message) -> LanguageTable:
    """What a table says of the texts of `message`. Raises DocumentError."""
    rows = _rows(content.removeprefix(MARK))
    head = [name.strip() for name in rows[0]] if rows else []
    if _PATH not in head:
        raise DocumentError(_NO_TABLE)
    columns = {
        number: name
        for number, name in enumerate(head)
        if name and name.lower() not in (_PATH, _LABEL)
    }
    tags = {number: canonical_tag(name) for number, name in columns.items()}
    known = {number: tag for number, tag in tags.items() if tag}
    if not known:
        raise DocumentError(_NO_TABLE)
    strange = tuple(name for number, name in columns.items() if number not in known)
    return _read(rows[1:], head.index(_PATH), known, strange, message)


def _read(
    rows: list[list[str]],
    path_column: int,
    tags: Mapping[int, str],
    unknown_tags: tuple[str, ...],
    message: Message,
) -> LanguageTable:
    texts: dict[str, dict[Path, Text]] = {tag: {} for tag in tags.values()}
    unknown, missing = [], 0
    for row in rows:
        name = _cell(row, path_column).strip()
        place = _place(message, name)
        if place is None:
            unknown += [name] if name else []
            continue
        for number, tag in tags.items():
            text = from_cell(_cell(row, number), is_list=place.is_list)
            if text is None:
                missing += 1
            else:
                texts[tag][place.path] = text
    return LanguageTable(texts, tuple(unknown), unknown_tags, missing)


def _place(message: Message, name: str) -> TextPlace | None:
    path = tuple(name.split("."))
    node = text_node(kind_of(message).schema, path) if name else {}
    if "x-shown" not in node:
        return None
    place = TextPlace(path, node)
    # An entry that its list does not have has no place, though the schema knows it.
    text: Text = (name,) if place.is_list else name
    tried = with_texts(message, {**texts_of(message), path: text})
    return place if texts_of(tried).get(path) == text else None


def _cell(row: list[str], number: int) -> str:
    return row[number] if number < len(row) else ""


def _rows(content: str) -> list[list[str]]:
    first = content.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    # Strict, so that a quote that is missing does not swallow the rest unseen.
    table = csv.reader(
        io.StringIO(content, newline=""), delimiter=delimiter, strict=True
    )
    try:
        return [row for row in table if any(row)]
    except csv.Error as error:
        raise DocumentError(_BROKEN.format(line=table.line_num)) from error
