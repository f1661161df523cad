"""Reads a request's body: the JSON object in it, its tokens, and how large it is."""

import json
from collections.abc import Iterable
from typing import Any

from hmpush_gui.pushkit.document import Path, read, write
from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.reference import limits

from .refusal import Refusal, illegal

_DEEPEST = 100
"""Levels of nesting, a tenth of those at which Python itself gives up."""

_NO_OBJECT = "the body is not a JSON object"


def read_object(body: bytes) -> Json:
    """The object in `body`; of twin keys the last wins. Raises Refusal."""
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise illegal(_NO_OBJECT) from None
    if not isinstance(value, dict):
        raise illegal(_NO_OBJECT)
    if _is_deep(value):
        raise illegal("the body is nested too deeply")
    return value


def read_tokens(document: Json, path: Path) -> tuple[str, ...]:
    """The tokens at `path`; none where nothing stands. Raises Refusal."""
    tokens = read(document, path)
    if tokens is None:
        return ()
    if isinstance(tokens, list) and all(isinstance(each, str) for each in tokens):
        return tuple(tokens)
    raise illegal("token should be of type array of strings")


def peek_tokens(body: bytes, path: Path) -> tuple[str, ...]:
    """The tokens in a body that nobody judges; none if they cannot be read."""
    try:
        return read_tokens(read_object(body), path)
    except Refusal:
        return ()


def check_size(document: Json, path: Path) -> None:
    """Refuse over 4096 bytes of compact UTF-8, the tokens not counted (facts D)."""
    bare = write(document, path, []) if read(document, path) else document
    try:
        size = len(compact(bare).encode())
    except ValueError:
        # Half a surrogate pair, or a number too large for JSON.
        raise illegal(_NO_OBJECT) from None
    if size > limits()["body_bytes"]:
        raise Refusal("80300008", "Push message size is too long")


def compact(value: Any) -> str:
    """`value` as JSON without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _is_deep(value: Json) -> bool:
    layer: list[Any] = [value]
    for _ in range(_DEEPEST):
        layer = [child for each in layer for child in _containers(each)]
        if not layer:
            return False
    return True


def _containers(value: Any) -> Iterable[Any]:
    children = value.values() if isinstance(value, dict) else value
    return (child for child in children if isinstance(child, dict | list))


def _refuse_constant(name: str) -> None:
    raise ValueError(name)
