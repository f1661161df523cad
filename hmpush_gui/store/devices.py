"""The devices, kept as one JSON file."""

from collections.abc import Sequence

from hmpush_gui.pushkit.device import Device

from .folder import DataFolder
from .json_file import list_file


class DeviceStore:
    """Keeps the devices of all projects, in the order they came."""

    def __init__(self, folder: DataFolder) -> None:
        self._file = list_file(folder, "devices.json", Device)

    def load(self) -> list[Device]:
        """The devices kept. Raises StoreError (see JsonFile.load)."""
        return list(self._file.load())

    def save(self, devices: Sequence[Device]) -> None:
        """Keep exactly these devices. Raises StoreError."""
        self._file.save(devices)
