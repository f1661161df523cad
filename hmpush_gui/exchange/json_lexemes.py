"""A JSON text cut into its smallest parts, each with the keys it stands under."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_PART = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|\s+|[^\s{}\[\],:"]+', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A part as it is written. `keys` lead to it, from the outside in."""

    text: str
    keys: tuple[str, ...] = ()
    is_key: bool = False

    @property
    def is_layout(self) -> bool:
        """Whether it is a brace, a comma or blanks."""
        return self.text[0] in "{}[],: \t\r\n"

    @property
    def value(self) -> Any:
        """What it means. Only for what is no layout."""
        return None if self.is_layout else json.loads(self.text)


def lexemes(text: str) -> Iterator[Lexeme]:
    """The parts of a right JSON text; joined they are the text again."""
    keys: list[str] = []
    objects: list[bool] = []
    awaits_key = False
    for match in _PART.finditer(text):
        part = match[0]
        is_key = awaits_key and part[0] == '"'
        if is_key:
            keys[-1] = json.loads(part)
        elif part in ("{", "["):
            objects.append(part == "{")
            keys.append("")
        elif part in ("}", "]"):
            objects.pop()
            keys.pop()
        yield Lexeme(part, tuple(key for key in keys if key), is_key)
        if not part.isspace():
            awaits_key = part == "{" or (part == "," and objects[-1])
