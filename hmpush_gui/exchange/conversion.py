"""What became of each value of an input that was turned into a message."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from hmpush_gui.pushkit.document import compact
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.words import Sentence

from .message_file import MessageFile
from .redact import MASK
from .secret_keys import is_secret

Path = tuple[str, ...]
"""Keys from the top of the input, or of a message; places in lists count from 0."""


class Source(StrEnum):
    """What an input is."""

    FCM = "fcm"
    FCM_LEGACY = "fcm-legacy"
    APNS = "apns"
    HMS = "hms"
    V3 = "v3"
    OURS = "hmpush"


class Fate(StrEnum):
    """What became of a value, in the order in which people need to know."""

    CHOICE = "choice"
    DROPPED = "dropped"
    CHANGED = "changed"
    MAPPED = "mapped"
    TOKENS = "tokens"
    SECRET = "secret"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a report.

    `source` is a place of the input, empty for what it lacks; `target` one of the
    message, empty for what has none. `value` is what stood in the input; None for
    tokens and secrets. `row` is the row of the facts that it rests on, and `options`
    are what a choice is between.
    """

    fate: Fate
    source: Path
    target: Path = ()
    why: Sentence | None = None
    row: str = ""
    value: Any = field(default=None, repr=False)
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tokens:
    """Push tokens that stand in an input; `ours` if they are those of Push Kit."""

    source: Path
    tokens: tuple[str, ...] = field(repr=False)
    ours: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """A value of the input, and where its like stands in a v1 message (facts A).

    That generation has nearly all that the others have, so that they are told by its
    places. `why` says how the value was altered already.
    """

    place: Path
    value: Any
    source: Path
    why: Sentence | None = None
    row: str = "H"


Reading = Iterator[Found | Line | Tokens]
"""What a reader of one format makes of an input."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """A message made of an input, and a line for every value of it.

    `tokens` are those of Push Kit: never in the message, each once. `shell` names the
    shell of the command in which the input stood, if any.
    """

    source: Source
    file: MessageFile
    lines: tuple[Line, ...]
    tokens: tuple[str, ...] = field(default=(), repr=False)
    shell: str = ""

    @property
    def message(self) -> Message:
        """The message without its frame."""
        return self.file.message

    def of(self, *fates: Fate) -> list[Line]:
        """The lines that say one of `fates`."""
        return [line for line in self.lines if line.fate in fates]

    @property
    def unmapped(self) -> str:
        """All that found no place, as `path: value` lines to copy."""
        lines = self.of(Fate.DROPPED)
        return "\n".join(f"{dotted(each.source)}: {shown(each)}" for each in lines)


def dotted(path: Path) -> str:
    """A path for people, such as `message.android.ttl`."""
    return ".".join(path)


def shown(line: Line) -> str:
    """The value of a line as JSON; masked where its name tells a secret."""
    if line.fate in (Fate.TOKENS, Fate.SECRET) or line.value is None:
        return ""
    if any(map(is_secret, line.source)):
        return MASK
    return compact(line.value).decode()


def at(content: Any, path: Path) -> Any:
    """The value at `path`, through lists as well; None where there is none."""
    for key in path:
        if isinstance(content, dict):
            content = content.get(key)
        elif isinstance(content, list) and key.isdecimal() and len(content) > int(key):
            content = content[int(key)]
        else:
            return None
    return content


def leaves(content: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    """Every value that holds no other, with its place; in the order of the text.

    An empty object or list is one, too.
    """
    found: list[tuple[Path, Any]] = []
    waiting = [(path, content)]
    while waiting:
        here, value = waiting.pop()
        below: Iterable[tuple[str, Any]] = ()
        if isinstance(value, dict):
            below = value.items()
        elif isinstance(value, list):
            below = [(str(place), each) for place, each in enumerate(value)]
        inside = [((*here, key), each) for key, each in below]
        waiting += reversed(inside)
        if not inside and here:
            found.append((here, value))
    return found


def uncovered(content: Any, told: Iterable[Path]) -> list[tuple[Path, Any]]:
    """The leaves of which none of the paths `told` says anything."""
    known = {path for path in told if path}
    return [
        (path, value)
        for path, value in leaves(content)
        if not any(path[:length] in known for length in range(1, len(path) + 1))
    ]
