"""What was sent and what became of it, in a database with threads of its own."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hmpush_gui.pushkit.protocol import Exchange, Request
from hmpush_gui.pushkit.record import (
    SendHistory,
    SendPage,
    SendQuery,
    SendRecord,
    SendSummary,
)

from . import (
    history_care,
    history_forget,
    history_reads,
    history_receipts,
    history_writes,
)
from .errors import Damaged, raise_bug
from .history_file import HistoryFile
from .history_proofs import proofs
from .history_reader import HistoryReader
from .history_receipts import Kept
from .history_schema import MEMORY
from .history_thread import HistoryThread
from .history_under_way import UnderWay
from .history_usage import Used, used_since

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hmpush_gui.pushkit.receipt import KeptReceipt, Receipt, SendName
    from hmpush_gui.pushkit.setup_state import Proof
    from hmpush_gui.pushkit.words import Sentence

Result = TypeVar("Result")
Work = Callable[[sqlite3.Connection], Result]

PAGE = 200
"""Sends that are found at a time."""


class History:
    """The sends of all runs, in `path`; None keeps them in memory.

    What writes is handed to the one thread that may, in the order of the calls; what
    reads has connections of its own, and waits for no writer but where it says so.
    Every method returns a Future. It raises StoreError when the disk refuses, and
    Damaged when the file turned out to be damaged and was set aside; the next call then
    starts an empty one. What a Future has resolved outlives the process, however it
    ends. `told` is what was found amiss on opening.
    """

    def __init__(self, path: Path | None) -> None:
        self.told: tuple[Sentence, ...] = ()
        self._file = HistoryFile(path or Path(MEMORY), self._release)
        self._writer = HistoryThread(self._file)
        self._readers = [self._reader(path) for _ in range(2)] if path else []
        self._under_way = UnderWay()
        self._opened = self._writer.call(self._open_first)

    def opened(self) -> Future[None]:
        """Resolves when the database is open and `told` is final.

        After a StoreError each later call tries to open it anew.
        """
        return self._opened

    def written(self) -> Future[None]:
        """Resolves when all is written that was asked for up to now."""
        return self._writer.submit(lambda database: None)

    # A send, while it goes on.

    def begin(
        self, record: SendRecord, told: Callable[[int], object] | None = None
    ) -> Future[None]:
        """Write a send before any of it leaves: all its devices are Not sent.

        `told` hears, in the thread of history, how many devices are written so far.
        Others may write in between.
        """
        beginning = self._under_way.begin(record)
        return self._writer.in_steps(
            lambda database: self._under_way.write_on(
                database, record.key, beginning, told
            )
        )

    def request_begun(self, key: str, index: int, request: Request) -> Future[None]:
        """Write a request before a byte of it leaves: its devices are Unknown.

        An index that is begun again takes the place of the earlier request.
        """
        return self._writer.submit(
            lambda database: history_writes.request_begun(
                database, key, index, request, self._under_way.places(database, key)
            )
        )

    def request_done(self, key: str, index: int, exchange: Exchange) -> Future[None]:
        """Write what became of a request and of its devices.

        Of headers that prove who sends, only the name and the scheme are kept.
        """
        return self._writer.submit(
            lambda database: history_writes.request_done(database, key, index, exchange)
        )

    def finish(self, key: str) -> Future[None]:
        """Write that nothing more is going to happen in a send."""
        return self._writer.submit(
            lambda database: self._under_way.finish(database, key)
        )

    # Looking back.

    def search(
        self,
        query: SendQuery,
        below: int | None = None,
        limit: int = PAGE,
        *,
        in_tokens: bool = False,
    ) -> Future[SendPage | None]:
        """The sends that were asked for, those that began last first.

        `below` is where a page left off (`SendPage.more`). With `in_tokens`, a word
        that stands nowhere else is looked for inside of tokens, which may take seconds.
        None comes back if another search is asked for meanwhile. It may not see yet
        what is being written.
        """
        find = partial(
            history_reads.search,
            query=query,
            limit=limit,
            below=below,
            in_tokens=in_tokens,
        )
        if not self._readers:
            return self._writer.submit(find)
        return self._readers[0].read_newest(find)

    def recent(self, limit: int) -> Future[SendPage]:
        """The sends that began last."""
        return self._read(lambda each: history_reads.search(each, SendQuery(), limit))

    def unfinished(self) -> Future[list[SendSummary]]:
        """Sends that are under way, or were when an earlier run was cut off."""
        return self._read(history_reads.unfinished)

    def used_since(self, moment: float) -> Future[list[Used]]:
        """The sends since `moment` (Unix seconds), to count against quotas."""
        return self._read(lambda database: used_since(database, moment))

    def proofs(self) -> "Future[Mapping[str, frozenset[Proof]]]":
        """Project key → what was ever accepted through it."""
        return self._read(proofs)

    def load(self, key: str) -> Future[SendHistory | None]:
        """All that is kept of a send, or None if there is none of that key.

        Sees what was asked to be written before.
        """
        return self._read(lambda database: history_reads.load(database, key))

    # Receipts.

    def keep_receipts(self, receipts: "Iterable[Receipt]") -> Future[Kept]:
        """Write receipts to the sends they are of, and tell what has none."""
        return self._writer.submit(lambda each: history_receipts.keep(each, receipts))

    def sends_of(
        self, receipts: "Sequence[Receipt]"
    ) -> "Future[Mapping[Receipt, SendName]]":
        """The send that each receipt is of, where there is one."""
        return self._read(lambda each: history_receipts.sends_of(each, receipts))

    def receipts_of(self, key: str) -> "Future[list[KeptReceipt]]":
        """The receipts of a send, the oldest first."""
        return self._read(lambda each: history_receipts.of_send(each, key))

    def told_of(self, key: str) -> "Future[dict[str, tuple[int, float]]]":
        """Push token → the last result of a send, and when, 0 for unknown."""
        return self._read(lambda each: history_receipts.told_of(each, key))

    def results_of(
        self, key: str
    ) -> Future[tuple[Sequence[int], Sequence[int], Sequence[float]]]:
        """Places of devices in a send, what receipts said, and when, 0 for unknown."""
        return self._read(lambda each: history_receipts.results_of(each, key))

    # What the user makes of it.

    def star(self, keys: Sequence[str], *, on: bool) -> Future[None]:
        """Mark sends, which are then kept for good, or take the mark away."""
        return self._writer.submit(lambda each: history_care.star(each, keys, on=on))

    def rename(self, key: str, name: str) -> Future[None]:
        """Give a send a name, empty for none."""
        return self._writer.submit(lambda each: history_care.rename(each, key, name))

    def annotate(self, key: str, note: str) -> Future[None]:
        """Write a note on a send, empty for none."""
        return self._writer.submit(lambda each: history_care.annotate(each, key, note))

    def older(self, moment: float) -> Future[list[str]]:
        """The keys of sends that are over, have no star and began before `moment`."""
        return self._read(lambda each: history_forget.older(each, moment))

    def newest(self) -> Future[float | None]:
        """When the last send began, in Unix seconds; None if there is none."""
        return self._read(history_forget.newest)

    def hide(self, keys: Sequence[str]) -> Future[None]:
        """Let nobody find these sends any more; `remove_hidden` makes it final."""
        return self._writer.submit(lambda each: history_forget.hide(each, keys))

    def bring_back(self, keys: Sequence[str]) -> Future[None]:
        """Have hidden sends found again, if they were not removed yet."""
        return self._writer.submit(lambda each: history_forget.bring_back(each, keys))

    def remove_hidden(self) -> Future[None]:
        """Take what is hidden out of the file, so that no byte of it is left.

        Somebody else who reads the file may keep its log from being emptied.
        """
        removing = self._writer.in_steps(history_forget.remove_some)
        removing.add_done_callback(raise_bug)
        return self._writer.in_steps(history_forget.sweep)

    def hide_half_written(self) -> Future[None]:
        """Hide what was cut off before any of it left; nobody else may be writing."""
        return self._writer.submit(history_forget.hide_half_written)

    def hide_oldest(self, room: int, now: float) -> Future[str | None]:
        """Hide the oldest send if all take more than `room` bytes; its key.

        Those of the last day and those with a star stay.
        """
        return self._writer.submit(
            lambda each: history_forget.hide_oldest(each, room, now)
        )

    def close(self) -> None:
        """Wait until everything is written, and close. Blocks."""
        self._writer.settle()
        for reader in self._readers:
            reader.close()
        self._writer.close()

    # Inside.

    def _reader(self, path: Path) -> HistoryReader:
        return HistoryReader(
            path, self._wait_for_file, lambda: self._file.age, self._damaged
        )

    def _read(self, work: Work[Result]) -> Future[Result]:
        if not self._readers:
            return self._writer.submit(work)
        return self._readers[1].read(work, self.written())

    def _wait_for_file(self) -> None:
        if not self._file.is_open:
            self.written().result()

    def _damaged(self, age: int) -> Damaged:
        return self._writer.call(lambda: self._file.set_aside(age)).result()

    def _release(self) -> None:
        self._under_way.clear()
        for reader in self._readers:
            reader.release()

    def _open_first(self) -> None:
        try:
            self._file.run(lambda database: None)
        except Damaged as error:
            self.told = (error.sentence,)
            self._file.run(lambda database: None)
