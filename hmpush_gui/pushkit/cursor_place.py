"""What is being written at a place of a JSON text, complete or not."""

from dataclasses import dataclass

from .document import Path
from .outline import TOKEN, Outline, plain


@dataclass(frozen=True, slots=True)
class CursorPlace:
    """A key or a value being written.

    `path` is the object that gets the key, or the value itself. `start` and `end` are
    what a completion would replace, `typed` is what stands there before the cursor,
    without quotes. `after` is the next character that is no blank, or empty.
    """

    path: Path
    writes_key: bool
    start: int
    end: int
    typed: str
    after: str


def place_at(text: str, position: int) -> CursorPlace | None:
    """What the character typed at `position` would belong to; None where nothing may.

    That is the case outside the brackets, and after a whole key or value.
    """
    start, end = _touched(text, position)
    before = Outline(text, until=start)
    top = before.innermost
    if top is None:
        return None
    if top.done or (top.key is not None and not top.has_colon):
        return None
    after = text[end:].lstrip()[:1]
    typed = plain(text[start:position]) if text[start:position] else ""
    if not text[start:position].startswith('"'):
        typed = text[start:position]
    path = top.path if top.wants_key else top.inner()
    return CursorPlace(path, top.wants_key, start, end, typed, after)


def may_be_key(text: str, position: int) -> bool:
    """Whether the word at `position` can be a key; cheap, and sometimes too hopeful."""
    start, end = _touched(text, position)
    return end > start and text[:start].rstrip()[-1:] in ("{", ",")


def _touched(text: str, position: int) -> tuple[int, int]:
    """The text, number or word that the cursor stands in or behind."""
    # No token goes over the end of a line.
    for match in TOKEN.finditer(text, text.rfind("\n", 0, position) + 1):
        if match.start() >= position:
            break
        token = match[0]
        if token in "{}[]:,":
            continue
        if position < match.end() or (position == match.end() and _goes_on(token)):
            return match.start(), match.end()
    return position, position


def _goes_on(token: str) -> bool:
    """Whether what is typed right behind `token` belongs to it."""
    is_closed = token.startswith('"') and len(token) > 1 and token.endswith('"')
    return not is_closed
