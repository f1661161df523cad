"""One value kept as one JSON file."""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from .errors import Damaged, NotOpened, StoreError
from .folder import DataFolder
from .plain import Plain, from_plain, to_plain

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class JsonFile(Generic[Value]):
    """The file `name`, holding what `write` makes of a value.

    `read` turns it back and raises ValueError for what `write` did not write; `empty`
    gives the value of a file that is not there.
    """

    folder: DataFolder
    name: str
    write: Callable[[Value], Any]
    read: Callable[[Any], Value]
    empty: Callable[[], Value]
    unread: list[StoreError] = field(default_factory=list, init=False)
    """Why the file, which is there, could not be read: it is not written over."""

    def load(self) -> Value:
        """The value kept.

        Raises StoreError; Damaged after a file that cannot be understood, or not be
        opened, was set aside, so that the next call gives the empty value.
        """
        self.unread.clear()
        try:
            text = self.folder.read_text(self.name)
            return self.empty() if text is None else self.read(json.loads(text))
        except (ValueError, RecursionError) as error:
            aside = self.folder.set_aside(self.name)
            raise Damaged(self.folder.path / self.name, aside) from error
        except StoreError as error:
            raise self._closed(error) from error

    def save(self, value: Value) -> None:
        """Keep `value`. Raises StoreError, and then the old value stays kept."""
        if self.unread:
            raise self.unread[0]
        self.folder.write_text(self.name, _text(self.write(value)))

    def _closed(self, error: StoreError) -> StoreError:
        """What becomes of a file that is there and cannot be read."""
        if isinstance(error.__cause__, PermissionError | IsADirectoryError):
            # It does not pass by itself; where renaming is refused too, it stays.
            with suppress(StoreError):
                aside = self.folder.set_aside(self.name)
                return NotOpened(self.folder.path / self.name, aside)
        self.unread.append(error)
        return error


def list_file(
    folder: DataFolder, name: str, kind: type[Plain]
) -> JsonFile[Sequence[Plain]]:
    """A file that holds a list of dataclasses of one `kind`, in their order."""

    def write(values: Sequence[Plain]) -> Any:
        return [to_plain(value) for value in values]

    def read(content: Any) -> list[Plain]:
        if not isinstance(content, list):
            raise ValueError("not a list")
        return [from_plain(kind, one) for one in content]

    return JsonFile(folder, name, write, read, list)


def _text(content: Any) -> str:
    try:
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    except RecursionError:
        # The encoder that indents gives up at a shallower nesting than the one that
        # does not, and a message may be nested as deep as the latter can follow.
        return json.dumps(content, ensure_ascii=False) + "\n"
