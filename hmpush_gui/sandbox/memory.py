"""Remembers for a while, at a bounded cost."""

from collections import OrderedDict
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Seen:
    """Says whether something was seen within the last `seconds`.

    Kept are hashes: about 75 bytes for each, at most `keep` of one spell.
    """

    def __init__(self, seconds: float, keep: int = 1_000_000) -> None:
        self._seconds = seconds
        self._keep = keep
        self._begun = 0.0
        # Two spells, so that old ones go at once and not one by one.
        self._young: dict[int, float] = {}
        self._old: dict[int, float] = {}

    def before(self, key: int, now: float) -> bool:
        """Whether `key` was seen in time; it is seen now otherwise."""
        self._turn(now)
        seen = self._young.get(key, self._old.get(key))
        if seen is not None and now - seen < self._seconds:
            return True
        self._young[key] = now
        return False

    def _turn(self, now: float) -> None:
        if now - self._begun >= self._seconds or len(self._young) >= self._keep:
            self._begun, self._old, self._young = now, self._young, {}


class Recent(Generic[Key, Value]):
    """A mapping that forgets what was touched longest ago."""

    def __init__(self, keep: int) -> None:
        self._keep = keep
        self._values = OrderedDict[Key, Value]()

    def get(self, key: Key) -> Value | None:
        return self._values.get(key)

    def put(self, key: Key, value: Value) -> None:
        self._values[key] = value
        self._values.move_to_end(key)
        if len(self._values) > self._keep:
            self._values.popitem(last=False)

    def pop(self, key: Key) -> Value | None:
        return self._values.pop(key, None)
