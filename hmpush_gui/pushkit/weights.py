"""What each part of a message weighs: the bytes it takes of those allowed."""

from collections.abc import Iterator
from typing import NamedTuple

from .document import Path, compact, encode
from .message import Json, Message


class Weight(NamedTuple):
    """Bytes that a value takes with its key; an empty path is all that holds them."""

    path: Path
    size: int


def weights(message: Message) -> list[Weight]:
    """The values of `message`, heaviest first, then braces and commas.

    A list is one value, and so is an empty object. The sizes add up to the encoder's
    own number (facts D, first row).
    """
    parts = sorted(_leaves(message), key=lambda part: -part.size)
    rest = encode(message).size - sum(part.size for part in parts)
    return [*parts, Weight((), rest)]


def _leaves(message: Message) -> Iterator[Weight]:
    for part in _below(message.document, ()):
        # Tokens are not counted, and the empty list that is belongs to the frame.
        if part.path != message.token_path:
            yield part


def _below(node: Json, path: Path) -> Iterator[Weight]:
    for key, value in node.items():
        here = (*path, key)
        if isinstance(value, dict) and value:
            yield from _below(value, here)
        else:
            yield Weight(here, len(compact(key)) + 1 + len(compact(value)))
