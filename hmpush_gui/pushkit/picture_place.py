"""Which picture a message names, and whether its address may be asked for."""

from enum import StrEnum
from typing import NamedTuple
from urllib.parse import urlsplit

from .document import read
from .loose import a_text, objects
from .message import Message, PushType
from .words import QT_TRANSLATE_NOOP, Sentence


class PictureUse(StrEnum):
    """Where a picture is shown; each has rules of its own."""

    NOTIFICATION = "notification"
    LEGACY = "legacy"
    WIDGET = "widget"


class PicturePlace(NamedTuple):
    """The place of a picture in a message; `url` is empty while none is named."""

    use: PictureUse
    url: str


def picture_place(message: Message) -> PicturePlace | None:
    """Where `message` can show a picture from the web; None where it cannot."""
    document = message.document
    if message.api.legacy:
        return _legacy(message)
    if message.push_type in (PushType.ALERT, PushType.SPEECH):
        url = a_text(read(document, ("payload", "notification", "image")))
        return PicturePlace(PictureUse.NOTIFICATION, url.strip())
    if message.push_type == PushType.WIDGET:
        image = next(iter(objects(read(document, ("payload", "images")))), {})
        url = a_text(image.get("url"))
        return PicturePlace(PictureUse.WIDGET, url.strip())
    return None


def _legacy(message: Message) -> PicturePlace | None:
    """The image of a notification; the one for Android wins (facts A.6)."""
    body = message.document.get("message")
    if not isinstance(body, dict) or not _shows(body):
        return None
    url = a_text(read(body, ("android", "notification", "image"))) or a_text(
        read(body, ("notification", "image"))
    )
    return PicturePlace(PictureUse.LEGACY, url.strip())


def _shows(body: dict[str, object]) -> bool:
    return "notification" in body or read(body, ("android", "notification")) is not None


def why_not_loaded(url: str) -> Sentence | None:
    """Why the address `url` is not asked; None if it may be."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return _NO_ADDRESS
    if parts.scheme.lower() == "https":
        return None if host else _NO_ADDRESS
    if parts.scheme.lower() == "http" and is_loopback(host):
        return None
    return _NOT_HTTPS if parts.scheme else _NO_ADDRESS


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine itself, as for a server that is being written."""
    if host == "localhost":
        return True
    # Late: few addresses come this far.
    import ipaddress

    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


_NO_ADDRESS = QT_TRANSLATE_NOOP(
    "preview", "This is no whole address yet: it starts with https://."
)
_NOT_HTTPS = QT_TRANSLATE_NOOP(
    "preview",
    "Only https addresses are loaded: Push Kit takes no others.",
)
