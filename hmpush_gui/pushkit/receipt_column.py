"""What receipts say of the devices of a send, in columns: a campaign has a million."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping

_NONE = -1

ToldOf = tuple[int, int, float]
"""The place of a device in its send, a result, and when in Unix seconds, 0: unknown."""


class ReceiptColumn:
    """The last receipt of each row; the columns are made when the first one comes."""

    def __init__(self, rows: int = 0, told: Iterable[ToldOf] = ()) -> None:
        self._rows = rows
        self._results: array[int] | None = None
        self._times: array[float] | None = None
        self.take(told)

    def __bool__(self) -> bool:
        """Whether there is any receipt."""
        return self._results is not None

    def take(self, told: Iterable[ToldOf]) -> list[int]:
        """Take receipts, and tell which rows they are of; of two the later counts.

        Those of no row, such as of the tokens behind a topic, are passed over.
        """
        changed = []
        for row, result, at in told:
            if 0 <= row < self._rows:
                results, times = self._columns()
                if results[row] == _NONE or at >= times[row]:
                    results[row], times[row] = result, at
                    changed.append(row)
        return changed

    def result(self, row: int) -> int | None:
        """What the receipt of a row says; None if there is none."""
        found = self._results[row] if self._results else _NONE
        return None if found == _NONE else found

    def at(self, row: int) -> float | None:
        """When that was, in Unix seconds; None if it is unknown."""
        return (self._times[row] if self._times else 0) or None

    def counts(self) -> Mapping[int, int]:
        """How many rows each result was told of, the smallest result first."""
        found = Counter(self._results or ())
        return {each: found[each] for each in sorted(found) if each != _NONE}

    def copy(self) -> "ReceiptColumn":
        """What is known now; it stays as it is."""
        copy = ReceiptColumn(self._rows)
        if self._results is not None and self._times is not None:
            copy._results, copy._times = self._results[:], self._times[:]
        return copy

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ReceiptColumn):
            return NotImplemented
        mine, theirs = (self._results, self._times), (other._results, other._times)
        return mine == theirs

    __hash__ = None  # type: ignore[assignment]

    def _columns(self) -> tuple["array[int]", "array[float]"]:
        if self._results is None or self._times is None:
            self._results = array("i", [_NONE]) * self._rows
            self._times = array("d", [0]) * self._rows
        return self._results, self._times


NO_RECEIPTS = ReceiptColumn()
"""Of a send of which no receipt is known."""
