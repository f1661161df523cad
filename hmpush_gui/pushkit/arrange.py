"""Which rows of a board to show, and in which order, found a slice at a time."""

from array import array
from collections.abc import Callable, Collection, Generator, Sequence
from dataclasses import dataclass
from heapq import merge
from typing import Any

from .board import Board
from .board_outcomes import Fate
from .outcome import Verdict

SLICE = 4_000
"""Rows between two moments at which whoever asks may do something else."""

Key = Callable[[int], Any]
"""What a row is sorted by."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a board to show. All of it, as it stands, unless something is said.

    `verdicts` are those to show, None those that wait. `text` stands in label, token,
    code, reason, its words, the request ID or the words of the receipt, in upper or
    lower case.
    """

    verdicts: Collection[Verdict | None] = ()
    text: str = ""
    key: Key | None = None
    descending: bool = False

    @property
    def filters(self) -> bool:
        return bool(self.verdicts or self.text)

    @property
    def plain(self) -> bool:
        """Whether every row is shown where it stands."""
        return not self.filters and self.key is None


Order = Sequence[int]
"""Rows of a board."""

Arranging = Generator[None, None, Order]

ReceiptWords = Callable[[Verdict | None, int | None], str]
"""What is shown of the receipt of a device that met a verdict; None: there is none."""


def arrange(
    board: Board,
    wanted: Wanted,
    words: Callable[[Verdict | None, Fate], str],
    receipt_words: ReceiptWords,
) -> Arranging:
    """The rows to show, in order; those that are alike stay as they stand.

    It pauses every few milliseconds. `words` tells why a device met its verdict.
    """
    runs: list[list[int]] = []
    match = _matcher(board, wanted, words, receipt_words)
    for start in range(0, len(board), SLICE):
        rows = range(start, min(start + SLICE, len(board)))
        run = [row for row in rows if match(row)] if match else [*rows]
        if wanted.key:
            run.sort(key=wanted.key, reverse=wanted.descending)
        runs.append(run)
        yield
    if wanted.key is None or len(runs) < 2:
        return array("I", (row for run in runs for row in run))
    return (yield from _merged(runs, wanted))


def _merged(runs: list[list[int]], wanted: Wanted) -> Arranging:
    order = array("I")
    for row in merge(*runs, key=wanted.key, reverse=wanted.descending):
        order.append(row)
        if len(order) % SLICE == 0:
            yield
    return order


def _matcher(
    board: Board,
    wanted: Wanted,
    words: Callable[[Verdict | None, Fate], str],
    receipt_words: ReceiptWords,
) -> Callable[[int], bool] | None:
    verdicts = frozenset(wanted.verdicts)
    text = wanted.text.casefold()
    if not text:
        return (lambda row: board.verdict(row) in verdicts) if verdicts else None
    requests = {
        number
        for number, answer in board.answered.items()
        if text in answer.request_id.casefold()
    }
    fates, receipts = board.fates, board.receipts
    told: dict[tuple[Verdict | None, int, int | None], bool] = {}

    def matches(row: int) -> bool:
        verdict, number = board.verdict(row), board.fate_number(row)
        if verdicts and verdict not in verdicts:
            return False
        if text in board.label(row).casefold() or text in board.token(row).casefold():
            return True
        if board.request(row) in requests:
            return True
        why = verdict, number, receipts.result(row)
        if why not in told:
            fate = fates[number]
            said = f"{fate.code}\n{fate.reason}\n{words(verdict, fate)}"
            said += f"\n{receipt_words(verdict, why[2])}"
            told[why] = text in said.casefold()
        return told[why]

    return matches
