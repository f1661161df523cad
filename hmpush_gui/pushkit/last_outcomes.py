"""The last outcome of each of a million devices, in eight bytes for each."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

from .device import LastOutcome
from .outcome import Kind, Verdict


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
        kind = (last.verdict, last.code, last.reason) if last else None
        number = self._numbered(kind) if kind else 0
        self._count(self._of[slot], -1)
        self._count(number, 1)
        self._of[slot] = number
        self._at[slot] = int(last.at) if last else 0

    def put(self, slots: Sequence[int], kind: Kind, at: float) -> None:
        """All of these met the same at `at`, in Unix seconds."""
        if not slots:
            return
        self._reach(max(slots))
        number, of, moments, moment = self._numbered(kind), self._of, self._at, int(at)
        before = Counter(_at(of, slots))
        # 0 is of those of which nothing was known.
        del before[0]
        self._counts.subtract(before)
        self._counts[number] += len(slots)
        if isinstance(slots, range):
            of[slots.start : slots.stop] = array("I", [number]) * len(slots)
            moments[slots.start : slots.stop] = array("I", [moment]) * len(slots)
            return
        for slot in slots:
            of[slot] = number
            moments[slot] = moment

    def not_later(self, slots: Sequence[int], at: float) -> Sequence[int]:
        """Those of `slots` of which nothing is known that came after `at`."""
        if isinstance(slots, range) and max(_at(self._at, slots), default=0) <= at:
            return slots
        return [slot for slot in slots if self.at(slot) <= at]

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

    # For what is kept on disk.

    def kinds(self) -> list[Kind]:
        """Every kind there is; kind number 1 comes first."""
        return list(self._kinds)

    def raw(self, slot: int) -> tuple[int, int]:
        """The number of the kind, 0 for none, and the time."""
        return self._number(slot), self.at(slot)

    def raws(self, slots: range) -> tuple[Sequence[int], Sequence[int]]:
        """Of neighbours, the numbers of their kinds and the times."""
        numbers, times = _at(self._of, slots), _at(self._at, slots)
        missing = [0] * (len(slots) - len(numbers))
        return [*numbers, *missing], [*times, *missing]

    def learn(self, kinds: Iterable[Kind]) -> None:
        """Take the kinds that `restore` names, in the order of their numbers."""
        self._kinds = list(kinds)
        self._numbers = {kind: number for number, kind in enumerate(self._kinds, 1)}

    def restore(self, slot: int, kind: int, at: int) -> None:
        """Put back what `raw` gave. Raises ValueError for a kind that is not known."""
        if kind > len(self._kinds):
            raise ValueError("an unknown kind of outcome")
        self._reach(slot)
        self._counts[kind] += 1
        self._of[slot] = kind
        self._at[slot] = at

    def _number(self, slot: int) -> int:
        return self._of[slot] if slot < len(self._of) else 0

    def _numbered(self, kind: Kind) -> int:
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


def _at(column: "array[int]", slots: Sequence[int]) -> Sequence[int]:
    if isinstance(slots, range):
        return column[slots.start : slots.stop]
    return [column[slot] for slot in slots]
