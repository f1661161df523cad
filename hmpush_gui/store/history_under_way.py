"""The sends that go on: written down in slices, then known by their places."""

import sqlite3
from collections.abc import Callable

from hmpush_gui.pushkit.places import Places
from hmpush_gui.pushkit.record import SendRecord

from . import history_writes
from .history_begin import Beginning
from .history_tables import unwritten


class UnderWay:
    """Knows where each device of a send stands, so that nobody has to look it up.

    Belongs to the thread that writes; `begin` may be called in any.
    """

    def __init__(self) -> None:
        self._beginning: dict[str, Beginning] = {}
        self._places: dict[str, Places] = {}

    def clear(self) -> None:
        """Forget all: what was written is in another file now."""
        self._beginning.clear()
        self._places.clear()

    def begin(self, record: SendRecord) -> Beginning:
        """A send is to be written down, by `write_on` and by no other of its key."""
        beginning = self._beginning[record.key] = Beginning(record)
        return beginning

    def write_on(
        self,
        database: sqlite3.Connection,
        key: str,
        beginning: Beginning,
        told: Callable[[int], object] | None = None,
    ) -> bool:
        """Write one more slice; whether that was the last.

        `told` hears how many devices are written so far. Raises sqlite3.Error, and
        from then on StoreError.
        """
        if beginning.over:
            return True
        if self._beginning.get(key) is not beginning:
            raise unwritten()
        try:
            beginning.go_on(database)
        except sqlite3.Error:
            del self._beginning[key]
            raise
        if beginning.over:
            del self._beginning[key]
            self._places[key] = beginning.places
        if told:
            told(beginning.written)
        return beginning.over

    def places(self, database: sqlite3.Connection, key: str) -> Places:
        """Where the devices of a send stand; writes what is left to write of it."""
        if beginning := self._beginning.get(key):
            while not self.write_on(database, key, beginning):
                pass
        if key not in self._places:
            self._places[key] = history_writes.positions(database, key)
        return self._places[key]

    def finish(self, database: sqlite3.Connection, key: str) -> None:
        """Nothing more is going to happen in a send."""
        self._places.pop(key, None)
        history_writes.finish(database, key)
