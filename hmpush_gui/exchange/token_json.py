"""Tokens in JSON: a list of them, of objects that hold one, or lines of such."""

import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .token_columns import Progress
from .token_delimited import BATCH
from .token_guess import is_token_name

_NAMED_BY = 1000
"""So many objects say which keys there are."""
_SHOWN = 50
_DEEPEST = 8

_BROKEN = QT_TRANSLATE_NOOP(
    "exchange",
    "This JSON breaks off in line {line}, column {column}: the file was probably cut, "
    "or changed by hand. Mend it there, or export it again.",
)
_NO_LIST = QT_TRANSLATE_NOOP(
    "exchange",
    "There is no list of tokens in this JSON. It may be a list of texts, a list of "
    "objects with a token in each, or an object in which one of them stands, such as "
    "{example}.",
)


class NamedRows:
    """Records as rows, of which the first holds the names of the columns, if any."""

    def __init__(self, records: Sequence[object]) -> None:
        self.names = names_of(records[:_NAMED_BY])
        self.head = [list(self.names)] if self.names else []
        self.first = self.head + self.rows_of(records[:_SHOWN])

    def rows_of(self, records: Iterable[object]) -> list[list[str]]:
        """The rows of some of the records."""
        return [row for each in records for row in rows_of(each, self.names)]

    def again(self) -> bool:
        """Whether reading once more, in another encoding, can help."""
        return False

    def rows(self, progress: Progress) -> Iterator[list[list[str]]]:
        """Batches of rows."""
        raise NotImplementedError

    def cells(self, progress: Progress) -> Iterator[tuple[list[str], bool]]:
        """Batches of texts, whatever key they stand under."""
        for batch in self.rows(progress):
            yield [cell for row in batch for cell in row], False


class JsonRows(NamedRows):
    """The records of one JSON text."""

    def __init__(self, records: Sequence[object]) -> None:
        super().__init__(records)
        self._records = records

    def rows(self, progress: Progress) -> Iterator[list[list[str]]]:
        """Batches of rows."""
        yield self.head
        for start in range(0, len(self._records), BATCH):
            some = self._records[start : start + BATCH]
            yield self.rows_of(some)
            progress(start + len(some), len(self._records))

    def cells(self, progress: Progress) -> Iterator[tuple[list[str], bool]]:
        """Batches of texts, whatever key they stand under."""
        if set(map(type, self._records)) != {str}:
            yield from super().cells(progress)
            return
        for start in range(0, len(self._records), BATCH):
            some = [str(each) for each in self._records[start : start + BATCH]]
            yield some, False
            progress(start + len(some), len(self._records))


def read_json(text: str) -> JsonRows:
    """The list in a JSON text that most probably holds tokens. Raises DocumentError."""
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        place = _BROKEN.format(line=error.lineno, column=error.colno)
        raise DocumentError(place, error.lineno, error.colno) from error
    except (ValueError, RecursionError):
        # A number of thousands of digits, or lists in lists in lists.
        raise DocumentError(_BROKEN.format(line=1, column=1)) from None
    found = _list_in(content)
    if found is None:
        raise DocumentError(_NO_LIST.format(example='{"token": ["…", "…"]}'))
    return JsonRows(found)


def names_of(records: Sequence[object]) -> tuple[str, ...]:
    """The keys of all objects in `records`, in the order in which they come."""
    names: dict[str, None] = {}
    for each in records:
        if isinstance(each, Mapping):
            names.update(dict.fromkeys(_flat(each)))
    return tuple(names)


def rows_of(record: object, names: Sequence[str]) -> list[list[str]]:
    """A cell for each name; a row for each token, where an object has a list of them.

    What is no object fills the first column that is a token's.
    """
    if isinstance(record, Mapping):
        flat = _flat(record)
        tokens = _token_list(flat)
        rows = [flat]
        if tokens:
            rows = [{**flat, tokens: each} for each in _values(flat[tokens])]
        return [[_cell(row.get(name)) for name in names] for row in rows]
    if not names:
        return [list(map(_cell, _values(record)))]
    place = next((n for n, name in enumerate(names) if is_token_name(name)), 0)
    return [
        [_cell(each) if n == place else "" for n in range(len(names))]
        for each in _values(record)
    ]


def _token_list(flat: Mapping[str, object]) -> str:
    """The key under which an object has a list of tokens, or ""."""
    lists = (name for name, value in flat.items() if isinstance(value, list))
    return next(filter(is_token_name, lists), "")


def _values(value: object) -> list[object]:
    """What is in a list, also in those inside of it; anything else is one value."""
    # Walked one by one: lists may nest without end.
    waiting, found = [value], []
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting += reversed(each)
        else:
            found.append(each)
    return found


def _flat(
    record: Mapping[str, object], before: str = "", depth: int = 0
) -> dict[str, object]:
    """Keys of objects inside are joined by dots."""
    flat: dict[str, object] = {}
    for key, value in record.items():
        if isinstance(value, Mapping) and depth < _DEEPEST:
            flat.update(_flat(value, f"{before}{key}.", depth + 1))
        else:
            flat[f"{before}{key}"] = value
    return flat


def _cell(value: object) -> str:
    if isinstance(value, str):
        # Half a character, which JSON can write, has no place in UTF-8.
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    if value is None:
        return ""
    if isinstance(value, list) and not any(isinstance(v, dict | list) for v in value):
        return ", ".join(map(_cell, value))
    return json.dumps(value)


def _list_in(content: object) -> list[object] | None:
    """The list of tokens: one that is named so, or else the longest of the highest."""
    found: list[tuple[tuple[bool, int], list[object]]] = []
    waiting: deque[tuple[str, object]] = deque([("", content)])
    while waiting:
        name, value = waiting.popleft()
        if isinstance(value, list):
            found.append(((is_token_name(name), len(value)), value))
        elif isinstance(value, Mapping):
            waiting.extend(value.items())
    if found:
        return max(found, key=lambda pair: pair[0])[1]
    if isinstance(content, Mapping) and any(map(is_token_name, _flat(content))):
        return [content]
    return None
