"""Client ID and client secret of OAuth, by their shape (facts A.2)."""

import re

from .credential import OAuthClient
from .finding import Finding, Part, fine, shown, wrong
from .words import QT_TRANSLATE_NOOP

_ID = re.compile(r"[0-9]{1,64}")
_SECRET = re.compile(r"[A-Za-z0-9=/\\+]+")

_COPY = QT_TRANSLATE_NOOP(
    "pushkit",
    "Copy it again: AppGallery Connect, Project settings, General information, OAuth "
    "2.0 client ID.",
)


def check_client(client: OAuthClient) -> list[Finding]:
    """What the shape of a client says; the secret itself is in no sentence."""
    return [_id(client.client_id), _secret(client)]


def _id(client_id: str) -> Finding:
    if _ID.fullmatch(client_id):
        words = QT_TRANSLATE_NOOP("pushkit", "The client ID is {id}.")
        return fine(Part.CLIENT, "id", words.format(id=shown(client_id)))
    words = QT_TRANSLATE_NOOP(
        "pushkit", "“{id}” is no client ID: one has 1 to 64 digits."
    ).format(id=shown(client_id))
    return wrong(Part.CLIENT, "id", words, _COPY)


def _secret(client: OAuthClient) -> Finding:
    secret = client.client_secret
    if not secret:
        words = QT_TRANSLATE_NOOP("pushkit", "The client secret is empty.")
    elif any(sign.isspace() for sign in secret):
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "The client secret holds blanks or line breaks, which came in with the "
            "copy.",
        )
    elif not _SECRET.fullmatch(secret):
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "The client secret holds a character that none has: they are letters, "
            "digits and = / \\ +. It is probably another value, or was encoded.",
        )
    elif secret == client.client_id:
        words = QT_TRANSLATE_NOOP(
            "pushkit", "The client secret is the same as the client ID."
        )
    else:
        words = QT_TRANSLATE_NOOP(
            "pushkit", "The client secret has the shape of one ({count} characters)."
        ).format(count=len(secret))
        return fine(Part.CLIENT, "secret", words)
    return wrong(Part.CLIENT, "secret", words, _COPY)
