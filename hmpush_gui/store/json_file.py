"""One value kept as one JSON file."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from .errors import Damaged
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

    def load(self) -> Value:
        """The value kept.

        Raises StoreError; Damaged after a file that cannot be understood was set
        aside, so that the next call gives the empty value.
        """
        try:
            text = self.folder.read_text(self.name)
            return self.empty() if text is None else self.read(json.loads(text))
        except (ValueError, RecursionError) as error:
            aside = self.folder.set_aside(self.name)
            raise Damaged(self.folder.path / self.name, aside) from error

    def save(self, value: Value) -> None:
        """Keep `value`. Raises StoreError, and then the old value stays kept."""
        self.folder.write_text(self.name, _text(self.write(value)))


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
