"""Files that are taken for a service-account key file, each with what it is."""

from .finding import Finding, Part, wrong
from .key_advice import DOWNLOAD
from .message import Json
from .words import QT_TRANSLATE_NOOP, Sentence

_LABELS = {
    "ENCRYPTED PRIVATE KEY": QT_TRANSLATE_NOOP(
        "pushkit", "This is a private key behind a pass phrase, not a key file."
    ),
    "PRIVATE KEY": QT_TRANSLATE_NOOP(
        "pushkit",
        "This is a bare private key, such as Apple’s .p8, and not a key file: it says "
        "neither project nor key ID.",
    ),
    "PUBLIC KEY": QT_TRANSLATE_NOOP(
        "pushkit", "This is a public key: nothing can be signed with it."
    ),
    "CERTIFICATE": QT_TRANSLATE_NOOP(
        "pushkit", "This is a certificate: nothing can be signed with it."
    ),
}


def foreign_text(text: str) -> Finding | None:
    """A file that is no JSON at all, if it is known what it is."""
    start = text.lstrip()[:2000]
    if start.startswith("-----BEGIN"):
        for label, sentence in _LABELS.items():
            if f"{label}-----" in start.partition("\n")[0]:
                return _foreign("pem", sentence)
        return _foreign("pem", _LABELS["PRIVATE KEY"])
    if start.startswith("<"):
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "This is a web page, not a key file: probably the page that asks one to "
            "sign in was saved in its place.",
        )
        return _foreign("html", words)
    if start.startswith("eyJ"):
        words = QT_TRANSLATE_NOOP(
            "pushkit", "This is a token (JWT), not a key file: it works for an hour."
        )
        return _foreign("jwt", words)
    return None


def foreign_object(content: Json) -> Finding | None:
    """A JSON object that is known to be something else; None if it may be a key."""
    return _of_huawei(content) or _of_google(content) or _of_ours(content)


def _of_huawei(content: Json) -> Finding | None:
    if "agcgw" in content or ("app_info" in content and "client" in content):
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "This is agconnect-services.json, the settings that an app is built with. "
            "Nothing can be signed with it.",
        )
        return _foreign("agconnect", words)
    if str(content.get("type", "")).endswith("_client_id"):
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "This is the file of an API client of AppGallery Connect. Push Kit wants a "
            "service account.",
        )
        return _foreign("api-client", words)
    if "module" in content and isinstance(content["module"], dict):
        words = QT_TRANSLATE_NOOP(
            "pushkit", "This is module.json5 of an app, not a key file."
        )
        return _foreign("module", words)
    return None


def _of_google(content: Json) -> Finding | None:
    if "project_info" in content and "client" in content:
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "This is google-services.json, the settings of an app for Firebase.",
        )
        return _foreign("google-services", words)
    if content.get("type") == "service_account" or "client_email" in content:
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "This is a service account of Google (Firebase, FCM). Push Kit knows "
            "nothing of it.",
        )
        return _foreign("google-account", words)
    if any(isinstance(content.get(each), dict) for each in ("installed", "web")):
        words = QT_TRANSLATE_NOOP("pushkit", "This is an OAuth client of Google.")
        return _foreign("google-client", words)
    return None


def _of_ours(content: Json) -> Finding | None:
    if "client_secret" in content and "private_key" not in content:
        return wrong(
            Part.FILE,
            "client",
            QT_TRANSLATE_NOOP(
                "pushkit",
                "This is a client ID with its secret, not a service-account key.",
            ),
            QT_TRANSLATE_NOOP(
                "pushkit",
                "Type them under Client ID and Client secret: v1 and v2 take them. v3 "
                "needs a service-account key.",
            ),
        )
    if content.keys() & {"payload", "message", "$schema"}:
        words = QT_TRANSLATE_NOOP("pushkit", "This is a push message, not a key file.")
        return _foreign("message", words)
    return None


def _foreign(name: str, sentence: Sentence) -> Finding:
    return wrong(Part.FILE, name, sentence, DOWNLOAD)
