"""The last outcome of each of a million devices, in eight bytes for each."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

from .device import LastOutcome
from .outcome import Verdict

Kind = tuple[Verdict, str, str]
"""Verdict, code and reason, which many devices share."""


class LastOutcomes:
    """Last outcomes by slot. `at` is kept in whole Unix seconds."""

    __slots__ = ("_at", "_counts", "_kinds", "_numbers", "_of")

    def __init__(self) -> None:
        self._kinds: list[Kind] = []
        self._numbers: dict[Kind, int] = {}
        self._of = array("I")
        self._at = array("I")
        self._counts: Counter[int] = Counter()

    def __getitem__(self, slot: int) -> LastOutcome | None:
        number = self._number(slot)
        if not number:
            return None
        return LastOutcome(*self._kinds[number - 1], self._at[slot])

    def __setitem__(self, slot: int, last: LastOutcome | None) -> None:
        if last is None and slot >= len(self._of):
            return
        self._reach(slot)
        number = self._numbered(last) if last else 0
        self._count(self._of[slot], -1)
        self._count(number, 1)
        self._of[slot] = number
        self._at[slot] = int(last.at) if last else 0

    def verdict(self, slot: int) -> Verdict | None:
        number = self._number(slot)
        return self._kinds[number - 1][0] if number else None

    def at(self, slot: int) -> int:
        """When it was, 0 for never."""
        return self._at[slot] if slot < len(self._at) else 0

    def counts(self) -> Counter[Verdict]:
        """How many devices met each verdict last time."""
        counts: Counter[Verdict] = Counter()
        for number, count in self._counts.items():
            counts[self._kinds[number - 1][0]] += count
        return +counts

    def forget(self, slots: Iterable[int]) -> None:
        """No longer count these, which are removed; what they met stays known."""
        if self._of:
            self._counts.subtract(filter(None, map(self._number, slots)))

    def recall(self, slots: Iterable[int]) -> None:
        """Count these again."""
        if self._of:
            self._counts.update(filter(None, map(self._number, slots)))

    def columns(self, slots: Sequence[int]) -> tuple[list[Kind], bytes, bytes]:
        """The kinds, and for each slot the number of its kind (from 1) and its time.

        Both are unsigned 32-bit integers of this machine's byte order.
        """
        of = array("I", map(self._number, slots))
        return (
            list(self._kinds),
            of.tobytes(),
            array("I", map(self.at, slots)).tobytes(),
        )

    def _number(self, slot: int) -> int:
        return self._of[slot] if slot < len(self._of) else 0

    def _numbered(self, last: LastOutcome) -> int:
        kind = (last.verdict, last.code, last.reason)
        if kind not in self._numbers:
            self._kinds.append(kind)
            self._numbers[kind] = len(self._kinds)
        return self._numbers[kind]

    def _count(self, number: int, by: int) -> None:
        if number:
            self._counts[number] += by

    def _reach(self, slot: int) -> None:
        missing = slot + 1 - len(self._of)
        if missing > 0:
            # Some more at once: a campaign settles one slot after the other.
            missing += len(self._of) // 8
            for column in (self._at, self._of):
                column.frombytes(bytes(missing * column.itemsize))
