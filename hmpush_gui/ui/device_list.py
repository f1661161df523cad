"""The device book: all devices, of which those of one project are shown."""

import time
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from hmpush_gui.pushkit.arrivals import Arrivals
from hmpush_gui.pushkit.book_edit import BookEdit, Touched
from hmpush_gui.pushkit.death import ReceiptDeath
from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.device_details import Tags
from hmpush_gui.pushkit.device_view import (
    ListKind,
)
from hmpush_gui.pushkit.outcome import Outcome
from hmpush_gui.pushkit.picked import Picked
from hmpush_gui.pushkit.roll import Roll
from hmpush_gui.pushkit.rolls import rolls_of

from .device_rows import Column, DeviceRows
from .pulse import Pulse
from .slices import Slices
from .table_model import AnyIndex

FEW = 1000
"""So many tokens are looked up one by one, and so many runs of rows taken out."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Devices that were removed, for `put_back`."""

    roll: Roll
    slots: Sequence[int]
    ticks: bytes

    def __len__(self) -> int:
        return len(self.ticks)


class DeviceListModel(DeviceRows):
    """Devices of the project in force; ticked ones get the next send.

    Signals:
        edited: the device book differs from what is on disk; a BookEdit.
        chosen_changed: other devices are ticked, or another project is shown.
        counts_changed: other numbers of devices are in the lists.
    """

    edited = Signal(object)
    chosen_changed = Signal()
    counts_changed = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent, clock)
        self._unnamed = self.tr("Device {number}")
        self._rolls: dict[str, Roll] = {}
        self._project = ""
        self.roll = Roll(unnamed=self._unnamed)
        self._indexing = Slices(self)
        self._settled: list[int] = []
        self._pulse = Pulse(self)
        self._pulse.beat.connect(self._on_beat)
        self.loading = False
        """Whether the book is still being read; nothing is added to it meanwhile."""

    # The book.

    def load(self, devices: Iterable[Device]) -> None:
        """Take a whole device book."""
        self.take(rolls_of(devices))

    def take(self, rolls: Mapping[str, Roll]) -> None:
        """Take a whole device book: a roll by the key of its project."""
        self._rolls = dict(rolls)
        for roll in self._rolls.values():
            roll.unnamed = self._unnamed
        self.loading = False
        self.show_project(self._project)

    def show_project(self, project: str) -> None:
        """Show the devices of the project with this key."""
        self._project = project
        self.roll = self.roll_of(project)
        self.view = replace(self.view, kind=ListKind.ALL, tag="", text="")
        self._show(())
        self._arrange()
        self._told_of_rows()

    def roll_of(self, project: str) -> Roll:
        """The devices of a project, also of one that has none yet."""
        if project not in self._rolls:
            self._rolls[project] = Roll(project, self._unnamed)
        return self._rolls[project]

    def devices(self) -> list[Device]:
        """The whole device book."""
        return [each for roll in self._rolls.values() for each in roll.devices()]

    def label_of(self, project: str, token: str) -> str:
        """What a device is called; its token if it is not in the book."""
        return self.name_of(project, token) or token

    def name_of(self, project: str, token: str) -> str:
        """What a device is called; "" if it is not in the book."""
        roll = self._rolls.get(project)
        slot = roll.slot_of(token) if roll else None
        return "" if roll is None or slot is None else roll.label(slot)

    def knows(self, token: str) -> bool:
        """Whether it is a token of the book, of whichever project."""
        return any(roll.slot_of(token) is not None for roll in self._rolls.values())

    # What is chosen.

    @property
    def chosen_count(self) -> int:
        """How many devices the next send goes to, listed or not."""
        return self.roll.chosen_count

    def chosen(self) -> Picked:
        """The ticked devices of the project in force, as they are now."""
        return self.roll.chosen()

    def first_label(self) -> str:
        """The name of the first device that the next send goes to."""
        slot = self.roll.first_chosen()
        return "" if slot is None else self.roll.label(slot)

    def choose_all(self, chosen: bool) -> None:
        """Choose all that are listed, or none at all."""
        everything = range(len(self.roll.numbers))
        self.choose(self._rows if chosen else everything, chosen)

    def choose(self, slots: Sequence[int], chosen: bool) -> None:
        if slots:
            self.roll.tick(slots, chosen)
            self._told(BookEdit(self.roll, slots, Touched.TICKS))
            self.chosen_changed.emit()

    def rechoose(self, roll: Roll, ticks: bytes) -> None:
        """Choose again as `ticks` of `roll` once said."""
        roll.retick(ticks)
        slots = range(len(roll.numbers))
        self._told(BookEdit(roll, slots, Touched.TICKS))
        self.chosen_changed.emit()

    # Changing it.

    def add(self, tokens: Sequence[str]) -> int:
        """Add devices, ticked; gives how many of the tokens were new."""
        return self.add_compared(self.roll.compare(tokens, few=len(tokens) <= FEW))

    def add_compared(self, arrivals: Arrivals) -> int:
        """Add what `roll.compare` found, perhaps in another thread."""
        roll, before = self.roll, len(self.roll)
        slots = roll.add(arrivals)
        self._keep_indexed()
        for touched in (slots, arrivals.removed):
            if touched:
                self._told(BookEdit(roll, touched, Touched.DEVICES))
        if self.view.plain and isinstance(self._rows, range) and slots:
            self.beginInsertRows(QModelIndex(), before, before + len(slots) - 1)
            self._rows = range(slots.stop)
            self.endInsertRows()
        elif len(roll) > before:
            self._arrange()
        if len(roll) > before:
            self._told_of_rows()
        return len(roll) - before

    def remove(self, rows: Sequence[int]) -> Taken:
        """Take rows out; what was taken, for `put_back`."""
        slots = [self._rows[row] for row in sorted(rows)]
        taken = Taken(self.roll, slots, self.roll.remove(slots))
        self._drop_rows(list(_runs(sorted(rows))))
        self._after_moving(taken)
        return taken

    def withdraw(self, roll: Roll, slots: Sequence[int]) -> int:
        """Undo an `add_compared` to `roll`; gives how many devices it took out."""
        here = [slot for slot in slots if roll.has(slot)]
        taken = Taken(roll, here, roll.remove(here))
        if roll is self.roll:
            self._arrange()
        self._after_moving(taken)
        return len(taken)

    def put_back(self, taken: Taken) -> None:
        """Undo a `remove`, in whichever project that was.

        One that was added again meanwhile stays as it is.
        """
        taken.roll.put_back(taken.slots, taken.ticks)
        if taken.roll is self.roll:
            self._arrange()
        self._after_moving(taken)

    def write(
        self,
        slots: Sequence[int],
        *,
        label: str | None = None,
        tags: Tags | None = None,
        note: str | None = None,
        language: str | None = None,
    ) -> None:
        """Write what is not None about these devices."""
        for slot in slots:
            self.roll.write(slot, label=label, tags=tags, note=note, language=language)
        self._written(self.roll, slots)

    def tag(
        self, slots: Sequence[int], add: Tags, remove: Tags = ()
    ) -> dict[int, Tags]:
        """Give devices tags and take some away; what they had, for `retag`."""
        own = self.roll.details.tags
        before = {slot: own.get(slot, ()) for slot in slots}
        shared: dict[Tags, Tags] = {}
        after = {}
        for slot, tags in before.items():
            if tags not in shared:
                kept = (tag for tag in (*tags, *add) if tag not in remove)
                shared[tags] = tuple(dict.fromkeys(kept))
            after[slot] = shared[tags]
        self.retag(self.roll, after)
        return before

    def retag(self, roll: Roll, tags: Mapping[int, Tags]) -> None:
        """Let devices of `roll` have exactly these tags."""
        for slot, own in tags.items():
            roll.write(slot, tags=own)
        self._written(roll, list(tags))

    def settle(
        self,
        project: str,
        outcomes: Sequence[Outcome],
        dead: Mapping[str, str],
        at: float,
    ) -> None:
        """Take what a request did to devices of a project; see `Roll.settle`."""
        roll = self.roll_of(project)
        slots = roll.settle(outcomes, dead, at)
        if slots:
            self.edited.emit(BookEdit(roll, slots, Touched.OUTCOMES))
            if roll is self.roll:
                self._settled += (min(slots), max(slots))
            self._pulse.want()

    def take_receipts(self, fates: Mapping[str, ReceiptDeath]) -> int:
        """Take what receipts say of tokens, in whichever project; how many changed."""
        count = 0
        for roll in self._rolls.values():
            slots = roll.take_receipts(fates)
            if slots:
                count += len(slots)
                self.edited.emit(BookEdit(roll, slots, Touched.OUTCOMES))
                self._pulse.want()
        return count

    def setData(
        self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if not index.isValid() or index.column() != Column.LABEL:
            return False
        slot = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            self.choose([slot], Qt.CheckState(value) is Qt.CheckState.Checked)
        elif role == Qt.ItemDataRole.EditRole and str(value).strip():
            self.write([slot], label=str(value).strip())
        else:
            return False
        return True

    # Inside.

    def _drop_rows(self, runs: Sequence[tuple[int, int]]) -> None:
        left = array("i", self._rows)
        if len(runs) > FEW:
            self._show(array("i", filter(self.roll.has, left)))
            return
        self._rows = left
        for first, last in reversed(runs):
            self.beginRemoveRows(QModelIndex(), first, last)
            del left[first : last + 1]
            self.endRemoveRows()

    def _after_moving(self, taken: Taken) -> None:
        if taken.slots:
            self._told(BookEdit(taken.roll, taken.slots, Touched.DEVICES))
            self._told_of_rows()
        if self._arranging.busy:
            self._arrange()

    def _written(self, roll: Roll, slots: Sequence[int]) -> None:
        self._told(BookEdit(roll, slots, Touched.DETAILS))
        self._told_of_rows()

    def _told(self, edit: BookEdit) -> None:
        """Tell of an edit, and have the rows drawn anew that can be seen."""
        if edit.roll is self.roll and edit.what is not Touched.DEVICES:
            self._draw_anew()
        self.edited.emit(edit)

    def _draw_anew(self, first: int = 0, last: int | None = None) -> None:
        end = len(self._rows) - 1
        last = end if last is None else min(last, end)
        if first <= last:
            ends = self.index(first, 0), self.index(last, len(Column) - 1)
            self.dataChanged.emit(*ends)

    def _on_beat(self) -> None:
        """Many requests a second settle; nobody could follow each of them."""
        settled, self._settled = self._settled, []
        if settled and self.view.sort is None:
            first = bisect_left(self._rows, min(settled))
            self._draw_anew(first, bisect_right(self._rows, max(settled)) - 1)
        elif settled:
            self._draw_anew()
        self.counts_changed.emit()

    def _told_of_rows(self) -> None:
        self.chosen_changed.emit()
        self.counts_changed.emit()

    def _keep_indexed(self) -> None:
        roll = self.roll

        def work() -> Any:
            while not roll.catch_up(4_000):
                yield

        self._indexing.run(work(), lambda _done: None)


def _runs(rows: Sequence[int]) -> Iterable[tuple[int, int]]:
    """The first and the last of each run of rows that follow each other."""
    first = last = None
    for row in rows:
        if first is None or last is None:
            first = row
        elif row != last + 1:
            yield first, last
            first = row
        last = row
    if first is not None and last is not None:
        yield first, last
