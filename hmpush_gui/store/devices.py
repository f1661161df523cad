"""The devices, kept as one JSON file."""

from collections.abc import Sequence
from typing import Any

from hmpush_gui.pushkit.device import Device

from .folder import DataFolder
from .json_file import JsonFile, list_file


class DeviceStore:
    """Keeps the devices of all projects, in the order they came."""

    def __init__(self, folder: DataFolder) -> None:
        reading = list_file(folder, "devices.json", Device)
        self._file: JsonFile[Sequence[Device]] = JsonFile(
            folder, "devices.json", _plain, reading.read, list
        )

    def load(self) -> list[Device]:
        """The devices kept. Raises StoreError (see JsonFile.load)."""
        return list(self._file.load())

    def save(self, devices: Sequence[Device]) -> None:
        """Keep exactly these devices. Raises StoreError."""
        self._file.save(devices)


def _plain(devices: Sequence[Device]) -> list[dict[str, Any]]:
    return [
        {
            "token": each.token,
            "label": each.label,
            "project": each.project,
            "chosen": each.chosen,
        }
        for each in devices
    ]
