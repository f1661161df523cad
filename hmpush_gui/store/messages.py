"""The message being written, kept as one JSON file."""

from typing import Any

from hmpush_gui.pushkit.message import Api, Draft, Message

from .folder import DataFolder
from .json_file import JsonFile
from .plain import json_object, json_text


class DraftStore:
    """Keeps the one draft, so that closing the window loses nothing."""

    def __init__(self, folder: DataFolder) -> None:
        self._file: JsonFile[Draft | None] = JsonFile(
            folder, "draft.json", _write, _read, lambda: None
        )

    def load(self) -> Draft | None:
        """The draft kept, or None. Raises StoreError (see JsonFile.load)."""
        return self._file.load()

    def save(self, draft: Draft) -> None:
        """Keep `draft` in place of the one before. Raises StoreError."""
        self._file.save(draft)


def _write(draft: Draft | None) -> Any:
    return draft and {
        "api": draft.message.api,
        "push_type": draft.message.push_type,
        "document": draft.message.document,
        "broken_text": draft.broken_text,
    }


def _read(content: Any) -> Draft:
    content = json_object(content)
    message = Message(
        Api(json_text(content.get("api"))),
        json_text(content.get("push_type")),
        json_object(content.get("document")),
    )
    broken = content.get("broken_text")
    return Draft(message, None if broken is None else json_text(broken))
