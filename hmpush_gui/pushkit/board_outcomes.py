"""The outcomes that the columns of a board stand for, as a sequence."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

from .device import Device
from .outcome import Outcome, Verdict
from .picked import tokens_in

VERDICTS: tuple[Verdict | None, ...] = (None, *Verdict)
"""What a byte of the column of verdicts stands for."""


class Fate(NamedTuple):
    """Why a device met its verdict; shared by all that met it for the same reason."""

    code: str = ""
    reason: str = ""


class BoardOutcomes(Sequence[Outcome]):
    """The outcomes of `devices` in their order, each made when it is looked at."""

    def __init__(
        self,
        devices: Sequence[Device],
        verdicts: bytes,
        numbers: Sequence[int],
        fates: Sequence[Fate],
    ) -> None:
        self._devices = devices
        self._verdicts = verdicts
        self._numbers = numbers
        self._fates = fates

    @overload
    def __getitem__(self, index: int) -> Outcome: ...
    @overload
    def __getitem__(self, index: slice) -> "BoardOutcomes": ...
    def __getitem__(self, index: int | slice) -> "Outcome | BoardOutcomes":
        if isinstance(index, slice):
            return BoardOutcomes(
                self._devices[index],
                self._verdicts[index],
                self._numbers[index],
                self._fates,
            )
        fate = self._fates[self._numbers[index]]
        verdict = VERDICTS[self._verdicts[index]] or Verdict.UNKNOWN
        return Outcome(self._devices[index].token, verdict, *fate)

    def __iter__(self) -> Iterator[Outcome]:
        rows = zip(tokens_in(self._devices), self._verdicts, self._numbers, strict=True)
        for token, code, number in rows:
            verdict = VERDICTS[code] or Verdict.UNKNOWN
            yield Outcome(token, verdict, *self._fates[number])

    def __len__(self) -> int:
        return len(self._verdicts)

    def __eq__(self, other: object) -> bool:
        """Like a tuple of the same outcomes."""
        if not isinstance(other, BoardOutcomes | tuple):
            return NotImplemented
        return tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]
