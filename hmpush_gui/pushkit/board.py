"""What became of each device of one send, in columns: a campaign has a million."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from .board_outcomes import VERDICTS, BoardOutcomes, Fate
from .device import Device
from .outcome import Outcome, Outcomes, Verdict, tokens_of
from .picked import Picked, tokens_in
from .protocol import Exchange
from .receipt_column import ReceiptColumn

Rows = range | Sequence[int]
"""Rows of a board, in the order of the tokens of a request."""

_CODES = {verdict: code for code, verdict in enumerate(VERDICTS)}
_WAITS, _NOT_SENT = _CODES[None], _CODES[Verdict.NOT_SENT]


class Answered(NamedTuple):
    """What all devices of a request share. `at` is Unix seconds, None if unknown."""

    request_id: str = ""
    at: float | None = None


class Board:
    """One row a device, in their order. Rows are found by the request they went in.

    A request carries neighbours, so that they are found without a table of a million
    tokens; where it does not, that table is made.
    """

    def __init__(self, devices: Sequence[Device] = ()) -> None:
        self.devices = devices
        self.receipts = ReceiptColumn(len(devices))
        self._verdicts = bytearray(len(devices))
        self._requests = array("i", [-1]) * len(devices)
        self._fates = array("i", [0]) * len(devices)
        self._known: dict[Fate, int] = {Fate(): 0}
        self.fates: list[Fate] = [Fate()]
        """All that any row has met, by `fate_number`."""
        self._counts = [0] * len(VERDICTS)
        self._counts[_WAITS] = len(devices)
        self._rows: dict[int, Rows] = {}
        self._answered: dict[int, Answered] = {}
        self._places: dict[str, list[int]] | None = None
        self._end = self._width = 0

    def __len__(self) -> int:
        return len(self.devices)

    # What happens.

    def begin(self, number: int, tokens: Sequence[str]) -> Rows:
        """Request `number` goes out, perhaps again; the rows that it carries.

        Tokens that are not of this send are passed over. Of twins, the one that no
        request has carried yet comes first.
        """
        rows = self._rows.get(number)
        if rows is None or not self._carries(rows, tokens):
            rows = self._neighbours(number, tokens)
            if rows is None:
                rows = self._scattered(number, tokens)
            self._rows[number] = rows
        return rows

    def settle(self, number: int, exchange: Exchange) -> Rows:
        """The fate of request `number` is known; the rows that it changed."""
        outcomes = exchange.outcomes
        rows = self.begin(number, tokens_of(outcomes))
        ended = exchange.timing.ended_at
        self._answered[number] = Answered(exchange.request_id, ended)
        whole = isinstance(rows, range) and len(rows) == len(outcomes)
        if whole and isinstance(outcomes, Outcomes):
            self._settle_alike(rows, outcomes)
        else:
            self._settle_each(rows, outcomes)
        return rows

    def close(self) -> bool:
        """The send is over: what waits was not sent. Whether anything did."""
        waited = self._counts[_WAITS]
        if waited:
            self._verdicts = self._verdicts.replace(b"\0", bytes([_NOT_SENT]))
            self._counts[_NOT_SENT] += waited
            self._counts[_WAITS] = 0
        return waited > 0

    # What is known.

    @property
    def counts(self) -> Mapping[Verdict | None, int]:
        """How many devices met each verdict; None counts those waiting. No zeros."""
        return {
            verdict: count
            for verdict, count in zip(VERDICTS, self._counts, strict=True)
            if count
        }

    @property
    def answered(self) -> Mapping[int, Answered]:
        """What is known of each request that is over, by its number."""
        return self._answered

    def verdict(self, row: int) -> Verdict | None:
        return VERDICTS[self._verdicts[row]]

    def token(self, row: int) -> str:
        devices = self.devices
        return devices.token(row) if isinstance(devices, Picked) else devices[row].token

    def label(self, row: int) -> str:
        devices = self.devices
        return devices.label(row) if isinstance(devices, Picked) else devices[row].label

    def fate_number(self, row: int) -> int:
        return self._fates[row]

    def request(self, row: int) -> int | None:
        """The number of the request that carried the row last."""
        number = self._requests[row]
        return None if number < 0 else number

    def answer(self, row: int) -> Answered:
        return self._answered.get(self._requests[row], _NOTHING)

    def rows_of(self, number: int) -> Rows:
        """The rows that a request carried."""
        return self._rows.get(number, ())

    def counts_of(self, number: int) -> Mapping[Verdict | None, int]:
        """How many devices of one request stand at each verdict now."""
        rows = self._rows.get(number, ())
        if isinstance(rows, range):
            part = self._verdicts[rows.start : rows.stop]
        else:
            part = bytearray(map(self._verdicts.__getitem__, rows))
        counts = ((each, part.count(_CODES[each])) for each in VERDICTS)
        return {verdict: count for verdict, count in counts if count}

    def outcomes(self) -> "BoardOutcomes":
        """What is known of each device now; of one that still waits, Unknown.

        It stays as it is, whatever happens to the board.
        """
        return BoardOutcomes(
            self.devices, bytes(self._verdicts), self._fates[:], [*self.fates]
        )

    # Inside.

    def _carries(self, rows: Rows, tokens: Sequence[str]) -> bool:
        return len(rows) == len(tokens) and self._tokens(rows) == list(tokens)

    def _tokens(self, rows: Rows) -> list[str]:
        if isinstance(rows, range):
            return [*tokens_in(self.devices[rows.start : rows.stop])]
        return [self.token(row) for row in rows]

    def _neighbours(self, number: int, tokens: Sequence[str]) -> range | None:
        """Rows one after the other that hold just these tokens, and are free."""
        self._width = max(self._width, len(tokens))
        before = self._rows.get(number - 1, ())
        starts = [before.stop] if isinstance(before, range) else []
        starts += [number * self._width, self._end]
        starts += [self._verdicts.find(code) for code in (_WAITS, _NOT_SENT)]
        wanted = list(tokens)
        for start in dict.fromkeys(starts):
            rows = range(start, start + len(tokens))
            if start < 0 or rows.stop > len(self) or not wanted:
                continue
            if self._are_free(rows) and self._tokens(rows) == wanted:
                self._requests[rows.start : rows.stop] = array("i", [number]) * len(
                    rows
                )
                self._end = max(self._end, rows.stop)
                return rows
        return None

    def _are_free(self, rows: range) -> bool:
        carried = self._requests[rows.start : rows.stop]
        if carried.count(-1) == len(rows):
            return True
        return all(map(self._is_free, rows))

    def _is_free(self, row: int) -> bool:
        """Whether a request may still carry it: none has, or it was not sent."""
        return self._requests[row] < 0 or self._verdicts[row] == _NOT_SENT

    def _scattered(self, number: int, tokens: Iterable[str]) -> list[int]:
        if self._places is None:
            self._places = {}
            for row, token in enumerate(tokens_in(self.devices)):
                self._places.setdefault(token, []).append(row)
        rows = []
        for token in tokens:
            twins = self._places.get(token)
            if not twins:
                continue
            mine = (row for row in twins if self._requests[row] != number)
            free = (row for row in twins if self._is_free(row))
            row = next(free, next(mine, twins[0]))
            self._requests[row] = number
            rows.append(row)
        return rows

    def _settle_alike(self, rows: Rows, outcomes: Outcomes) -> None:
        """A thousand at once: all met the same, but for those with a reason."""
        start, stop = rows[0], rows[-1] + 1
        for each in range(len(VERDICTS)):
            self._counts[each] -= self._verdicts.count(each, start, stop)
        verdict, code, reason = outcomes.rest
        number = _CODES[verdict]
        self._verdicts[start:stop] = bytes([number]) * len(rows)
        self._fates[start:stop] = array("i", [self._fate(code, reason)]) * len(rows)
        self._counts[number] += len(rows)
        if outcomes.reasons:
            for place, token in enumerate(outcomes.tokens):
                if token in outcomes.reasons:
                    self._put(rows[place], outcomes[place])

    def _settle_each(self, rows: Rows, outcomes: Sequence[Outcome]) -> None:
        known = iter(outcomes)
        for row in rows:
            token = self.token(row)
            self._put(row, next(each for each in known if each.token == token))

    def _put(self, row: int, outcome: Outcome) -> None:
        code = _CODES[outcome.verdict]
        self._counts[self._verdicts[row]] -= 1
        self._counts[code] += 1
        self._verdicts[row] = code
        self._fates[row] = self._fate(outcome.code, outcome.reason)

    def _fate(self, code: str, reason: str) -> int:
        fate = Fate(code, reason)
        if fate not in self._known:
            self._known[fate] = len(self.fates)
            self.fates.append(fate)
        return self._known[fate]


_NOTHING = Answered()
