"""Turns codes into a meaning and a next step, from `resources/pushkit/codes.json`."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from hmpush_gui import assets

from .words import QT_TRANSLATE_NOOP, Sentence


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means and what to do about it, in one language.

    `causes` are in the order of how likely they are; there may be none. `retry` is one
    of `renew`, `backoff`, `limited`, `later` and `never` (facts F.5): repeat once with
    a new token, repeat more slowly, repeat once or twice, another time, not at all.
    """

    meaning: str
    causes: tuple[str, ...]
    fix: str
    retry: str


@cache
def _catalogue() -> dict[str, dict[str, Any]]:
    return dict(assets.read_json("pushkit/codes.json"))


def explain_code(code: str, language: str = "en") -> Explanation | None:
    """The meaning of a Push Kit `code`, None if we do not know it (facts F.2)."""
    return _look_up("codes", code, language)


def explain_reason(reason: str, language: str = "en") -> Explanation | None:
    """The meaning of a reason inside `illegalTokens` (facts F.3)."""
    return _look_up("reasons", reason, language)


def explain_http(status: str, language: str = "en") -> Explanation | None:
    """The meaning of an HTTP status such as `503` (facts F.1)."""
    return _look_up("http", status, language)


_FOR_NOW = frozenset({"HTTP 429", "HTTP 503"})
"""Reasons of ours by which a request was certainly refused, and only for now."""


def explain_fate(code: str, reason: str, language: str = "en") -> Explanation | None:
    """Why a device met its verdict: by its reason, else its code, else flow control."""
    known = explain_reason(reason, language) or explain_code(code, language)
    if known is None and reason in _FOR_NOW and not code:
        return explain_http(reason.removeprefix("HTTP "), language)
    return known


def explain_oauth(codes: str, language: str = "en") -> Explanation | None:
    """The meaning of `error/sub_error` of the OAuth service, `1101/12304` (A.2)."""
    return _look_up("oauth", codes, language)


def explain_receipt(result: str, language: str = "en") -> Explanation | None:
    """The meaning of a receipt's result such as `256` (facts I.1)."""
    return _look_up("receipts", result, language)


def explain_device(code: str, language: str = "en") -> Explanation | None:
    """The meaning of a code that an app meets on the device (facts F.4)."""
    return _look_up("device", code, language)


def known_codes(table: str) -> tuple[str, ...]:
    """All of `codes`, `reasons`, `http`, `oauth`, `receipts` or `device`, in order."""
    return tuple(_catalogue()[table])


def apis_of(table: str, key: str) -> str:
    """Where a code of `table` is met: L legacy, 3, R revoke, T topics, I images."""
    entry = _catalogue()[table].get(key, {})
    return str(entry.get("api", ""))


def retry_of(code: str, http_status: int) -> str:
    """Whether repeating a request can help, as `Explanation.retry` puts it.

    A `code` decides, of Push Kit or `error/sub_error` of OAuth, whatever the status
    (facts A.11); without one that we know, the status.
    """
    known = explain_code(code) or explain_oauth(code) or explain_http(str(http_status))
    return known.retry if known else "never"


def _look_up(table: str, key: str, language: str) -> Explanation | None:
    entry = _catalogue()[table].get(key)
    if entry is None:
        return None
    words = entry.get(language) or entry["en"]
    return Explanation(
        words["meaning"], tuple(words["causes"]), words["fix"], entry["retry"]
    )


def oauth_sentence(error: str, sub_error: str, client_id: str, status: int) -> Sentence:
    """What the OAuth service's refusal means (facts A.2, second table)."""
    codes = {"error": error, "sub_error": sub_error, "client_id": client_id}
    if sub_error == "12304":
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "The client secret does not match client ID {client_id} "
            "(OAuth error {error}/{sub_error}). Copy the secret again from the "
            "project settings in AppGallery Connect.",
        ).format(**codes)
    if sub_error in {"20002", "20003", "12303", "20001"}:
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "Client ID {client_id} is not known to the OAuth service "
            "(error {error}/{sub_error}). It is the number under “OAuth 2.0 client "
            "ID” in AppGallery Connect.",
        ).format(**codes)
    if sub_error in {"20085", "20171", "20172"}:
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "The client secret is empty or cut (OAuth error {error}/{sub_error}). "
            "Copy it again from AppGallery Connect.",
        ).format(**codes)
    if error:
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "The OAuth service refused the client (error {error}/{sub_error}). "
            "Check client ID and secret, and try again later.",
        ).format(**codes)
    return QT_TRANSLATE_NOOP(
        "pushkit",
        "No access token: the OAuth address answered HTTP {status} without one. "
        "A proxy or a wrong address probably answered; check the project’s OAuth host.",
    ).format(status=status)
