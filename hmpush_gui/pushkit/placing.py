"""Writes a value into a message so that setting it back leaves the very same bytes."""

from typing import Any

from .document import Path
from .message import Json


def put(document: Json, path: Path, value: Any, origin: Json) -> Json:
    """A copy of `document` with `value` at `path`; None takes the key away.

    `origin` is the message as it was before it was edited key by key: what comes back
    goes to the place it had there, and what was empty or null there may be so again.
    Other objects that become empty go, so that clearing a field leaves no trace.
    """
    key, *rest = path
    if rest:
        child = document.get(key)
        if value is None and not (isinstance(child, dict) and child):
            return dict(document)
        before = origin.get(key)
        below = put(_object(child), tuple(rest), value, _object(before))
        gone = value is None and not below and before != {}
        value = None if gone else below
    elif value is None and key in origin and origin[key] is None:
        return _placed(document, key, None, origin)
    if value is None:
        return {name: kept for name, kept in document.items() if name != key}
    return _placed(document, key, value, origin)


def _placed(document: Json, key: str, value: Any, origin: Json) -> Json:
    """`document` with `key` where it is, or before what followed it in `origin`."""
    if key in document or key not in origin:
        return {**document, key: value}
    names = list(origin)
    after = set(names[names.index(key) + 1 :])
    placed: Json = {}
    for name, kept in document.items():
        if name in after and key not in placed:
            placed[key] = value
        placed[name] = kept
    return {**placed, key: value}


def _object(value: Any) -> Json:
    return value if isinstance(value, dict) else {}
