"""What differs between two JSON values, place by place."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Path = tuple[str | int, ...]

_PLAIN = re.compile(r"[^\W\d][\w-]*")


class Change(StrEnum):
    """What became of a place."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """A place whose value differs; `before` is None where it was added, `after` where
    it was removed. The numbers of what was removed from a list are the old ones.
    """

    path: Path
    change: Change
    before: Any = None
    after: Any = None


def differences(before: Any, after: Any, path: Path = ()) -> Iterator[Difference]:
    """What differs, in the order of `before`; what was added to an object comes last.

    `true` is no `1`, and `1` no `1.0`. In lists, what begins and ends alike is passed
    over, and the rest held against each other by number.
    """
    if isinstance(before, dict) and isinstance(after, dict):
        yield from _in_objects(before, after, path)
    elif isinstance(before, list) and isinstance(after, list):
        yield from _in_lists(before, after, path)
    elif type(before) is not type(after) or before != after:
        yield Difference(path, Change.CHANGED, before, after)


def path_text(path: Path) -> str:
    """`payload.list[0]["odd key"]`; the whole is `$`."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        elif _PLAIN.fullmatch(step):
            text += f".{step}" if text else step
        else:
            text += f"[{json.dumps(step, ensure_ascii=False)}]"
    return text or "$"


def value_text(value: Any) -> str:
    """A value on one line, as JSON writes it."""
    return json.dumps(value, ensure_ascii=False)


def _in_objects(
    before: dict[str, Any], after: dict[str, Any], path: Path
) -> Iterator[Difference]:
    for key, value in before.items():
        if key in after:
            yield from differences(value, after[key], (*path, key))
        else:
            yield Difference((*path, key), Change.REMOVED, before=value)
    for key, value in after.items():
        if key not in before:
            yield Difference((*path, key), Change.ADDED, after=value)


def _in_lists(
    before: Sequence[Any], after: Sequence[Any], path: Path
) -> Iterator[Difference]:
    start = _alike(before, after)
    most = min(len(before), len(after)) - start
    end = min(_alike(before[::-1], after[::-1]), most)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    both = min(len(old), len(new))
    for place in range(both):
        yield from differences(old[place], new[place], (*path, start + place))
    for place in range(both, len(old)):
        at = (*path, start + place)
        yield Difference(at, Change.REMOVED, before=old[place])
    for place in range(both, len(new)):
        yield Difference((*path, start + place), Change.ADDED, after=new[place])


def _alike(before: Sequence[Any], after: Sequence[Any]) -> int:
    """How many begin the same."""
    number = 0
    for one, other in zip(before, after, strict=False):
        if next(differences(one, other), None):
            break
        number += 1
    return number
