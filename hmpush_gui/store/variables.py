"""The placeholders that projects define for themselves, kept as one JSON file."""

from collections.abc import Mapping
from typing import Any

from .folder import DataFolder
from .json_file import JsonFile
from .plain import json_object, json_text

Variables = Mapping[str, Mapping[str, str]]
"""Project key → name → value."""


class VariableStore:
    """Keeps the variables of all projects."""

    def __init__(self, folder: DataFolder) -> None:
        self._file: JsonFile[Variables] = JsonFile(
            folder, "variables.json", _write, _read, dict
        )

    def load(self) -> Variables:
        """The variables kept. Raises StoreError (see JsonFile.load)."""
        return self._file.load()

    def save(self, variables: Variables) -> None:
        """Keep exactly these variables. Raises StoreError."""
        self._file.save(variables)


def _write(variables: Variables) -> Any:
    return {key: dict(own) for key, own in variables.items() if own}


def _read(content: Any) -> Variables:
    return {
        key: {name: json_text(value) for name, value in json_object(own).items()}
        for key, own in json_object(content).items()
    }
