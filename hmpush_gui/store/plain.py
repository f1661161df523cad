"""Our values as plain JSON objects, and back."""

from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Plain = TypeVar("Plain", bound="DataclassInstance")


def to_plain(value: "DataclassInstance") -> dict[str, Any]:
    """A dataclass of texts, truth values, numbers and StrEnums as a JSON object."""
    # Not `asdict`, which copies deeply and takes seconds for a long list of devices.
    return {field.name: getattr(value, field.name) for field in fields(value)}


def from_plain(kind: type[Plain], content: object) -> Plain:
    """The `kind` that `to_plain` wrote. Raises ValueError for anything else.

    Keys that `kind` does not know are left out, missing ones take their defaults, so
    that neighbouring versions of the program can share a file.
    """
    content = json_object(content)
    values: dict[str, Any] = {}
    for field in fields(kind):
        if field.name in content:
            values[field.name] = _read(field.type, content[field.name])
        elif field.default is MISSING:
            raise ValueError(f"no {field.name}")
    return kind(**values)


def json_object(content: object) -> dict[str, Any]:
    """`content` if it is a JSON object. Raises ValueError if not."""
    if not isinstance(content, dict):
        raise ValueError("not an object")
    return content


def json_text(content: object) -> str:
    """`content` if it is a text. Raises ValueError if not."""
    if not isinstance(content, str):
        raise ValueError("not a text")
    return content


def _read(kind: Any, raw: object) -> object:
    # A StrEnum is made from a text, and refuses the texts it does not know.
    wanted = kind if kind in (bool, int) else str
    # To Python, True is a number.
    if not isinstance(raw, wanted) or (kind is int and isinstance(raw, bool)):
        raise ValueError(f"not a {kind}")
    return kind(raw)
