"""The device book on disk: a database with a thread of its own."""

from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from hmpush_gui.pushkit.book_edit import BookEdit, Touched
from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.roll import Roll
from hmpush_gui.pushkit.rolls import put
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from . import device_reads, device_writes
from .database_file import DatabaseFile
from .device_reads import Rolls
from .device_tables import MIGRATIONS
from .errors import Damaged, StoreError, raise_bug
from .folder import DataFolder
from .json_file import list_file

if TYPE_CHECKING:
    from hmpush_gui.pushkit.words import Sentence

NAME = "devices.sqlite3"
EARLIER = "devices.json"

_LATER = QT_TRANSLATE_NOOP(
    "store",
    "The device book was written by a later version of this program. Use that version; "
    "until then devices are kept in memory only.",
)


class BookStore:
    """The devices of all projects, in `folder`.

    Both methods hand their work to the one thread that owns the database, in the order
    of the calls, and return its Future, which raises StoreError when the disk refuses.
    Until `load` has gone well nothing is written over what it could not read. `told`
    is what was found amiss by it.
    """

    def __init__(self, folder: DataFolder) -> None:
        self.told: list[Sentence] = []
        self._folder = folder
        self._file = DatabaseFile(folder.path / NAME, MIGRATIONS, _LATER)
        self._rolls: Rolls = {}
        self._trouble: StoreError | None = None
        self._owes = False
        self._thread = ThreadPoolExecutor(1, "devices")

    def load(self) -> "Future[Rolls]":
        """Read everything: a roll by the key of its project.

        What an earlier version kept in devices.json is taken over, once.
        """
        return self._thread.submit(self._load)

    def write(self, edit: BookEdit) -> "Future[None]":
        """Write what was edited. A file that turns out damaged is written anew."""
        return self._thread.submit(self._write, edit)

    def write_owed(self) -> "Future[bool]":
        """Write what a full disk would not take; whether there was any."""
        return self._thread.submit(self._write_owed)

    def close(self) -> None:
        """Wait until everything is written, and close. Blocks."""
        self.write_owed().add_done_callback(raise_bug)
        self._thread.submit(self._file.close).result()
        self._thread.shutdown()

    def _load(self) -> Rolls:
        try:
            self._rolls = self._read()
            self._take_over()
        except StoreError as error:
            self._trouble = error
            raise
        self._trouble = None
        return self._rolls

    def _read(self) -> Rolls:
        try:
            return self._file.run(device_reads.read)
        except Damaged as error:
            self.told.append(error.sentence)
        except (ValueError, TypeError, KeyError):
            self.told.append(self._file.set_aside().sentence)
        return self._file.run(device_reads.read)

    def _take_over(self) -> None:
        for device in self._earlier():
            roll = self._rolls.setdefault(device.project, Roll(device.project))
            if roll.slot_of(device.token) is None:
                put(roll, device)
        if (self._folder.path / EARLIER).exists():
            self._write_all()
            self._folder.remove(EARLIER)

    def _earlier(self) -> list[Device]:
        try:
            return list(list_file(self._folder, EARLIER, Device).load())
        except Damaged as error:
            self.told.append(error.sentence)
            return []

    def _write(self, edit: BookEdit) -> None:
        if self._trouble:
            raise self._trouble
        self._rolls[edit.roll.project] = edit.roll
        self._write_owed()
        try:
            self._file.run(partial(device_writes.write, edit=edit))
        except Damaged:
            self._write_all()
            raise
        except StoreError:
            self._owes = True
            raise

    def _write_owed(self) -> bool:
        if not self._owes:
            return False
        # Which pages they were is not worth keeping.
        self._write_all()
        self._owes = False
        return True

    def _write_all(self) -> None:
        for roll in self._rolls.values():
            edit = BookEdit(roll, range(len(roll.numbers)), Touched.DEVICES)
            self._file.run(partial(device_writes.write, edit=edit))
