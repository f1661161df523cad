"""What is done with many devices at once: told, with a way back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from hmpush_gui.pushkit.device_details import Tags

from .device_list import DeviceListModel
from .notice_bar import Offer
from .words import grouped


class DeviceDeeds(QObject):
    """Changes the devices of the project in force.

    Signals:
        done: what was done, in words, and how to undo it (an Offer).
    """

    done = Signal(str, object)

    def __init__(self, model: DeviceListModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model

    def remove(self, rows: Sequence[int]) -> None:
        """Take rows out of the list."""
        if rows:
            taken = self._model.remove(rows)
            words = self.tr("Devices removed: {count}.")
            self._tell(words, len(taken), lambda: self._model.put_back(taken))

    def choose_listed(self, chosen: bool) -> None:
        """Choose the devices that are listed, or no longer."""
        self._tick(self._model.shown().slots, chosen)

    def choose_none(self) -> None:
        """Choose no device, listed or not."""
        self._tick(range(len(self._model.roll.numbers)), False)

    def untick_dead(self) -> None:
        """Choose those no longer that are dead."""
        model, roll = self._model, self._model.roll
        slots = [slot for slot in roll.dead if roll.ticks[slot]]
        before = bytes(roll.ticks)
        model.choose(slots, False)
        words = self.tr("Dead devices that are no longer chosen: {count}.")
        self._tell(words, len(slots), lambda: model.rechoose(roll, before))

    def tag(self, slots: Sequence[int], add: Tags, remove: Tags) -> None:
        """Give devices tags, and take some away."""
        model, roll = self._model, self._model.roll
        before = model.tag(slots, add, remove)
        words = self.tr("Devices whose tags changed: {count}.")
        self._tell(words, len(slots), lambda: model.retag(roll, before))

    def _tick(self, slots: Sequence[int], chosen: bool) -> None:
        """Choose these or not; undone if it was more than the one click to get back."""
        roll = self._model.roll
        before, count = bytes(roll.ticks), roll.chosen_count
        self._model.choose(slots, chosen)
        if count in (0, len(roll)) or count == roll.chosen_count:
            return
        words = self.tr("Chosen now: {count}.")
        self._tell(words, roll.chosen_count, lambda: self._model.rechoose(roll, before))

    def _tell(self, words: str, count: int, undo: Callable[[], object]) -> None:
        offer = Offer(self.tr("Undo"), undo)
        self.done.emit(words.format(count=grouped(count)), offer)
