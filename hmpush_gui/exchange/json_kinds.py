"""Tells what a JSON object is: whose push message, or why it is none."""

from collections.abc import Callable
from enum import StrEnum

from hmpush_gui.pushkit.document import parse
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .conversion import Source, at
from .json_marks import marks_of_fcm, marks_of_hms


class Sureness(StrEnum):
    """How sure it is what an input is."""

    CERTAIN = "certain"
    LIKELY = "likely"
    GUESS = "guess"


_V3 = frozenset(
    ("notification", "extraData", "formData", "formName", "activityId", "activityData")
)
_FCM_LEGACY = frozenset(
    ("registration_ids", "time_to_live", "priority", "collapse_key", "dry_run",
     "content_available", "mutable_content", "restricted_package_name", "to")
)  # fmt: skip
_MESSAGE = frozenset(
    ("notification", "data", "android", "apns", "webpush", "token", "tokens", "topic",
     "condition", "fcm_options", "fcmOptions")
)  # fmt: skip

_NO_MESSAGES: tuple[tuple[frozenset[str], Sentence], ...] = (
    (
        frozenset(("private_key",)),
        QT_TRANSLATE_NOOP(
            "exchange",
            "This is a key file, not a message. Give it to a project: Projects, Edit, "
            "Choose key file. Nothing of it was kept.",
        ),
    ),
    (
        frozenset(("client_secret",)),
        QT_TRANSLATE_NOOP(
            "exchange",
            "This holds a client secret, not a message. Give it to a project: "
            "Projects, Edit. Nothing of it was kept.",
        ),
    ),
    (
        frozenset(("access_token",)),
        QT_TRANSLATE_NOOP(
            "exchange",
            "This is the answer to a request for an access token, not a message. "
            "Nothing of it was kept.",
        ),
    ),
    (
        frozenset(("code", "msg")),
        QT_TRANSLATE_NOOP(
            "exchange",
            "This is an answer of Push Kit, not a message. Paste what was sent.",
        ),
    ),
    (
        frozenset(("statuses",)),
        QT_TRANSLATE_NOOP("exchange", "These are receipts of Push Kit, not a message."),
    ),
    (
        frozenset(("multicast_id",)),
        QT_TRANSLATE_NOOP(
            "exchange",
            "This is an answer of Firebase, not a message. Paste what was sent.",
        ),
    ),
)
_UNKNOWN = QT_TRANSLATE_NOOP(
    "exchange",
    "This JSON is no push message that is known here. Known are Firebase (HTTP v1 and "
    "legacy), Apple (with aps), Push Kit v1, v2 and v3, and message files.",
)
_LIST = QT_TRANSLATE_NOOP(
    "exchange", "This is a list. Paste one message at a time, from {{ to }}."
)


def read_json(text: str) -> Json:
    """The object in a text, out of the fence or quotes around it.

    Raises DocumentError.
    """
    bare = text.removeprefix("\ufeff").strip()
    if bare.startswith("```") and bare.endswith("```"):
        # Behind the first fence stands the name of the language.
        bare = bare.partition("\n")[2].removesuffix("```").strip()
    if bare.startswith("[") and bare.endswith("]"):
        raise DocumentError(_LIST)
    return parse(bare.removesuffix(";"))


def kind_of_json(content: Json) -> tuple[Source, Sureness]:
    """What `content` is, and how sure that is.

    Raises DocumentError where it is no message.
    """
    for source, is_it in _SHAPES:
        if sure := is_it(content):
            return source, sure
    for keys, why in _NO_MESSAGES:
        if keys <= content.keys():
            raise DocumentError(why)
    raise DocumentError(_UNKNOWN)


def _ours(content: Json) -> Sureness | None:
    return Sureness.CERTAIN if {"api", "document"} <= content.keys() else None


def _v3(content: Json) -> Sureness | None:
    payload = content.get("payload")
    if not isinstance(payload, dict) or "aps" in payload:
        return None
    if _V3 & payload.keys():
        return Sureness.CERTAIN
    return Sureness.LIKELY if {"target", "pushOptions"} & content.keys() else None


def _apns(content: Json) -> Sureness | None:
    if isinstance(content.get("aps"), dict):
        return Sureness.CERTAIN
    return (
        Sureness.CERTAIN if isinstance(at(content, ("payload", "aps")), dict) else None
    )


def _fcm_legacy(content: Json) -> Sureness | None:
    if "message" in content or not content.keys() & (_FCM_LEGACY | {"notification"}):
        return None
    if {"token", "tokens", "android", "apns", "webpush"} & content.keys():
        return None
    if {"to", "registration_ids"} & content.keys():
        return Sureness.CERTAIN
    marks = _FCM_LEGACY & content.keys()
    body = {"notification", "data"} & content.keys()
    return Sureness.LIKELY if marks and body else None


def _fcm(content: Json) -> Sureness | None:
    return _by_marks(content, marks_of_fcm, marks_of_hms)


def _hms(content: Json) -> Sureness | None:
    return _by_marks(content, marks_of_hms, marks_of_fcm)


Marks = Callable[[Json], int]


def _by_marks(content: Json, own: Marks, other: Marks) -> Sureness | None:
    """Both vendors have a `message` with nearly the same fields."""
    message = content.get("message", content)
    if not isinstance(message, dict) or not message.keys() & _MESSAGE:
        return None
    mine, others = own(message), other(message)
    if mine > others:
        return Sureness.LIKELY if others else Sureness.CERTAIN
    # Without any mark: Push Kit would refuse it for want of a click action.
    return Sureness.GUESS if mine == others and own is marks_of_fcm else None


_SHAPES: tuple[tuple[Source, Callable[[Json], Sureness | None]], ...] = (
    (Source.OURS, _ours),
    (Source.V3, _v3),
    (Source.APNS, _apns),
    (Source.FCM_LEGACY, _fcm_legacy),
    (Source.HMS, _hms),
    (Source.FCM, _fcm),
)
