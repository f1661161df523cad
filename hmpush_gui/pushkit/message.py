"""A message: the JSON document without its tokens, and how Push Kit is to read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .languages import Languages

Json = dict[str, Any]
"""A JSON object as `json.loads` gives it."""


class Api(StrEnum):
    """The generations of the send API (facts 0.1)."""

    V1 = "v1"
    V2 = "v2"
    V3 = "v3"

    @property
    def legacy(self) -> bool:
        """Whether this is one of the snake_case generations for HarmonyOS 3 and 4."""
        return self is not Api.V3


class PushType(StrEnum):
    """Values of the v3 `push-type` header (facts B.2)."""

    ALERT = "0"
    WIDGET = "1"
    SPEECH = "2"
    BACKGROUND = "6"
    LIVE_VIEW = "7"
    CALL = "10"


@dataclass(frozen=True, slots=True)
class Message:
    """What is composed: generation, kind and document.

    `push_type` is empty for v1 and v2, where the document's shape tells the kind.
    The document is never changed in place.
    """

    api: Api
    push_type: str
    document: Json

    @property
    def token_path(self) -> tuple[str, str]:
        """Where the tokens stand on the wire (facts A.4, B.4)."""
        return ("message", "token") if self.api.legacy else ("target", "token")

    @property
    def is_test(self) -> bool:
        """Whether Push Kit will treat it as a test or dry run (facts 0.1, Dry run)."""
        if self.api.legacy:
            return self.document.get("validate_only") is True
        return _object(self.document, "pushOptions").get("testMessage") is True

    @property
    def token_cap(self) -> int:
        """The most tokens one request may carry (facts B.4, C.4)."""
        if self.api.legacy:
            return 1000
        if self.push_type == PushType.WIDGET:
            return 1
        return 10 if self.is_test else 1000

    @property
    def title(self) -> str:
        """The title a person would see, empty for messages that show nothing."""
        return self._shown("title")

    @property
    def body(self) -> str:
        """The text a person would see, empty for messages that show nothing."""
        return self._shown("body")

    def _shown(self, name: str) -> str:
        if not self.api.legacy:
            payload = _object(self.document, "payload")
            return _text(_object(payload, "notification").get(name))
        message = _object(self.document, "message")
        android = _object(_object(message, "android"), "notification")
        # Facts A.6: the text in android.notification wins.
        return _text(android.get(name)) or _text(
            _object(message, "notification").get(name)
        )


@dataclass(frozen=True, slots=True)
class Origin:
    """The file a message was opened from or saved as: its path, and its text then."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A message being written, and what was typed but is no JSON yet.

    `broken_text` is the JSON view's, `broken_data` the Data view's; None while good.
    `origin` is None for a message that is in no file yet, `languages` for one that is
    in one language.
    """

    message: Message
    broken_text: str | None = None
    broken_data: str | None = None
    origin: Origin | None = None
    languages: "Languages | None" = None


@dataclass(frozen=True, slots=True)
class PutAway:
    """A draft that made room for another message; `at` in seconds since the epoch."""

    draft: Draft
    at: float


def _object(parent: Mapping[str, Any], name: str) -> Json:
    child = parent.get(name)
    return child if isinstance(child, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
