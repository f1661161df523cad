"""What of a message found no place in the message it was turned into."""

from collections.abc import Collection, Iterator
from typing import Any

from .conditions import same
from .document import Path, read
from .kinds import Kind
from .message import Json, Message
from .schemas import schema

NOTHING: tuple[Any, ...] = (None, "", "{}", {})
"""Data not yet written. A live view's is never nothing: it is no free data."""


def left_over(
    message: Message, before: Kind, moved: Collection[Path]
) -> Iterator[Path]:
    """What somebody wrote into `message`, a `before`, that is not among `moved`."""
    quiet = {message.token_path, before.test_path, *moved}
    for path, value in _leaves(schema(before.schema), message.document, (), before):
        fresh = value in NOTHING or same(value, read(before.blank, path))
        if not fresh and path not in quiet:
            yield path


def _leaves(
    node: Json, value: Any, path: Path, kind: Kind
) -> Iterator[tuple[Path, Any]]:
    """The values that have a name of their own; the data are one."""
    inner = node.get("properties")
    if path == kind.data_path or inner is None or not isinstance(value, dict):
        yield path, value
        return
    for key, below in value.items():
        yield from _leaves(inner.get(key, {}), below, (*path, key), kind)
