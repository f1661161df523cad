"""The message being written, and drafts that made room for another."""

from collections.abc import Sequence
from typing import Any

from hmpush_gui.pushkit.language_json import languages_from_json, languages_to_json
from hmpush_gui.pushkit.message import Api, Draft, Message, Origin, PutAway

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


class PutAwayStore:
    """Keeps the drafts that were put away, in their order."""

    def __init__(self, folder: DataFolder) -> None:
        self._file: JsonFile[Sequence[PutAway]] = JsonFile(
            folder, "put-away.json", _write_all, _read_all, list
        )

    def load(self) -> list[PutAway]:
        """The drafts kept. Raises StoreError (see JsonFile.load)."""
        return list(self._file.load())

    def save(self, drafts: Sequence[PutAway]) -> None:
        """Keep exactly these. Raises StoreError."""
        self._file.save(drafts)


def _write_all(drafts: Sequence[PutAway]) -> Any:
    return [{"draft": _write(each.draft), "at": each.at} for each in drafts]


def _read_all(content: Any) -> list[PutAway]:
    if not isinstance(content, list):
        raise ValueError("not a list")
    return [_read_one(json_object(each)) for each in content]


def _read_one(content: dict[str, Any]) -> PutAway:
    at = content.get("at")
    # A truth value is a number to Python, and a number too large no time at all.
    if not isinstance(at, int | float) or isinstance(at, bool) or not 0 <= at < 1e11:
        raise ValueError("not a time")
    return PutAway(_read(content.get("draft")), at)


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
