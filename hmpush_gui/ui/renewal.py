"""Puts new push tokens in the place of old ones in the device list."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from .device_list import DeviceListModel


class Renewal:
    """One renewal of devices of the project in force, done when it is made.

    The new token takes over name, tags, note and language, and is chosen. The old one
    stays, for comparison: marked by its name, and no longer chosen.
    """

    def __init__(self, model: DeviceListModel, fresh: Mapping[str, str]) -> None:
        """`fresh` is old token → new token."""
        self._model = model
        self._roll = roll = model.roll
        self._ticks = bytes(roll.ticks)
        self._labels: dict[int, str] = {}
        model.add(list(fresh.values()))
        for old, new in fresh.items():
            self._take_over(roll.slot_of(old), roll.slot_of(new))
        self._new = [
            slot for new in fresh.values() if (slot := roll.slot_of(new)) is not None
        ]

    def __len__(self) -> int:
        return len(self._new)

    def undo(self) -> None:
        """Have the old ones as they were, and the new ones not at all."""
        model, roll = self._model, self._roll
        model.withdraw(roll, self._new)
        for slot, label in self._labels.items():
            roll.write(slot, label=label)
        model.rechoose(roll, self._ticks)

    def _take_over(self, old: int | None, new: int | None) -> None:
        if old is None or new is None:
            return
        model, roll = self._model, self._roll
        device = roll.device(old)
        self._labels[old] = roll.details.labels.get(old, "")
        model.write(
            [new],
            label=device.label,
            tags=device.tags,
            note=device.note,
            language=device.language,
        )
        words = QCoreApplication.translate("Renewal", "{name} (old token)")
        model.write([old], label=words.format(name=device.label))
        model.choose([old], False)
