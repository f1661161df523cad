"""The message being written, kept as one JSON file."""

from typing import Any

from hmpush_gui.pushkit.language_json import languages_from_json, languages_to_json
from hmpush_gui.pushkit.message import Api, Draft, Message, Origin

from .folder import DataFolder
from .json_file import JsonFile
from .plain import from_plain, json_object, json_text, to_plain


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
        "broken_data": draft.broken_data,
        "origin": draft.origin and to_plain(draft.origin),
        "languages": draft.languages and languages_to_json(draft.languages),
    }


def _read(content: Any) -> Draft:
    content = json_object(content)
    message = Message(
        Api(json_text(content.get("api"))),
        json_text(content.get("push_type")),
        json_object(content.get("document")),
    )
    origin, languages = content.get("origin"), content.get("languages")
    return Draft(
        message,
        _text_or_none(content.get("broken_text")),
        _text_or_none(content.get("broken_data")),
        None if origin is None else from_plain(Origin, origin),
        None if languages is None else languages_from_json(languages),
    )


def _text_or_none(content: object) -> str | None:
    return None if content is None else json_text(content)
