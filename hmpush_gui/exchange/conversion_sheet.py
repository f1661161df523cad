"""A message that is being written, with a line for each value that goes into it."""

from collections.abc import Callable, Iterable
from typing import Any

from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .conversion import Fate, Found, Line, Path, at, dotted, leaves
from .conversion_table import NOTHING
from .conversion_values import Turned

Turn = Callable[[Any], Turned]

_WINS = QT_TRANSLATE_NOOP("exchange", "{other} wins.")
_WRITTEN = QT_TRANSLATE_NOOP("exchange", "Written as Push Kit takes it.")


def as_it_is(value: Any) -> Turned:
    """The value unaltered."""
    return Turned(value)


class Sheet:
    """`document` and its `lines`; `content` is the input that the sources are of."""

    def __init__(self, content: Any) -> None:
        self.document: Json = {}
        self.lines: list[Line] = []
        self._content = content
        self._taken: dict[Path, Path] = {}
        # What was made here may be written into; what the input holds may not.
        self._made: dict[int, Json] = {}

    def put(self, found: Found, target: Path, turned: Turned) -> None:
        """Write a value, unless it has no like or its place is taken."""
        if turned.value is None:
            self.drop(found, turned.why or NOTHING, found.row)
        elif other := self._taken.get(target):
            self.drop(found, _WINS.format(other=dotted(other)), found.row)
        else:
            self._taken[target] = found.source
            self.set(target, turned.value)
            self.tell(found, target, turned)

    def tell(self, found: Found, target: Path, turned: Turned) -> None:
        """Say that a value stands at `target`: as it was, or altered."""
        value, why = at(self._content, found.source), turned.why or found.why
        fate = Fate.MAPPED if same(value, turned.value) else Fate.CHANGED
        if fate is Fate.CHANGED:
            why = why or _WRITTEN
        self.lines.append(Line(fate, found.source, target, why, found.row, value))

    def tell_change(self, found: Found, target: Path, why: Sentence) -> None:
        """Say that a value became part of what stands at `target`."""
        value = at(self._content, found.source)
        line = Line(Fate.CHANGED, found.source, target, why, found.row, value)
        self.lines.append(line)

    def drop(self, found: Found, why: Sentence, row: str) -> None:
        """Say of a value, or of each inside it, that it has no place."""
        value = at(self._content, found.source)
        each = leaves(value, found.source) or [(found.source, value)]
        self.lines += [
            Line(Fate.DROPPED, path, (), why, row, inner) for path, inner in each
        ]

    def ask(
        self,
        target: Path,
        why: Sentence,
        row: str,
        options: Iterable[str] = (),
        source: Path = (),
    ) -> None:
        """Say that something is for a person to choose."""
        value = at(self._content, source) if source else None
        self.lines.append(
            Line(Fate.CHOICE, source, target, why, row, value, tuple(options))
        )

    def untell(self, source: Path) -> None:
        """Take back what was said of a value: something else became of it."""
        self.lines = [line for line in self.lines if line.source != source]

    def set(self, target: Path, value: Any) -> None:
        """Write what the input lacks."""
        inside = self.document
        for key in target[:-1]:
            inside = self._made_at(inside, key)
        inside[target[-1]] = value

    def _made_at(self, inside: Json, key: str) -> Json:
        """The object under `key`, made or copied so that it can be written into."""
        below = inside.get(key)
        if id(below) in self._made:
            return self._made[id(below)]
        made: Json = dict(below) if isinstance(below, dict) else {}
        self._made[id(made)] = inside[key] = made
        return made

    def has(self, target: Path) -> bool:
        """Whether something stands at `target`."""
        return read(self.document, target) is not None


def same(one: Any, other: Any) -> bool:
    """Whether two JSON values are the same: `true` is no 1."""
    return type(one) is type(other) and bool(one == other)
