"""The window's settings, kept as one JSON file."""

from collections.abc import Mapping
from typing import Any

from .folder import DataFolder
from .json_file import JsonFile
from .plain import json_object, json_text


class SettingsStore:
    """Keeps texts by name, such as the language or the places of splitters."""

    def __init__(self, folder: DataFolder) -> None:
        self._file: JsonFile[Mapping[str, str]] = JsonFile(
            folder, "settings.json", _write, _read, dict
        )

    def load(self) -> dict[str, str]:
        """The settings kept. Raises StoreError (see JsonFile.load)."""
        return dict(self._file.load())

    def save(self, settings: Mapping[str, str]) -> None:
        """Keep exactly these settings. Raises StoreError."""
        self._file.save(settings)


def _write(settings: Mapping[str, str]) -> Any:
    # In order of their names, so that two states of the file can be compared by line.
    return dict(sorted(settings.items()))


def _read(content: Any) -> dict[str, str]:
    return {name: json_text(value) for name, value in json_object(content).items()}
