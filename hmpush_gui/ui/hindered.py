"""What kept a request on this computer, in one line for a row."""

from hmpush_gui.pushkit import hindrances
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .words import said

_WORDS = {
    hindrances.CERTIFICATE: QT_TRANSLATE_NOOP(
        "Verdict", "The server’s certificate is not accepted; nothing was sent."
    ),
    hindrances.OWN_CERTIFICATE: QT_TRANSLATE_NOOP(
        "Verdict", "The server wants a client certificate; nothing was sent."
    ),
    hindrances.TLS: QT_TRANSLATE_NOOP(
        "Verdict", "No safe connection to the server; nothing was sent."
    ),
    hindrances.PROXY_LOGIN: QT_TRANSLATE_NOOP(
        "Verdict", "The proxy asks for a sign-in; nothing was sent."
    ),
    hindrances.PROXY_SIGN_IN: QT_TRANSLATE_NOOP(
        "Verdict", "The proxy wants a sign-in not known here; nothing was sent."
    ),
    hindrances.UNKNOWN_HOST: QT_TRANSLATE_NOOP(
        "Verdict", "The server’s name cannot be found; nothing was sent."
    ),
    hindrances.PROXY: QT_TRANSLATE_NOOP(
        "Verdict", "The proxy does not connect to the server; nothing was sent."
    ),
    hindrances.PROXY_AWAY: QT_TRANSLATE_NOOP(
        "Verdict", "The proxy cannot be reached; nothing was sent."
    ),
    hindrances.BAD_PROXY: QT_TRANSLATE_NOOP(
        "Verdict", "The proxy’s address cannot be used; nothing was sent."
    ),
    hindrances.BAD_CA: QT_TRANSLATE_NOOP(
        "Verdict", "The CA file cannot be used; nothing was sent."
    ),
    hindrances.BAD_OWN: QT_TRANSLATE_NOOP(
        "Verdict", "The client certificate cannot be used; nothing was sent."
    ),
    hindrances.BAD_PASSWORD: QT_TRANSLATE_NOOP(
        "Verdict",
        "The password of the client certificate’s key is missing or wrong; nothing was "
        "sent.",
    ),
    hindrances.SETTINGS: QT_TRANSLATE_NOOP(
        "Verdict", "The connection’s settings cannot be used; nothing was sent."
    ),
}
_OTHER = QT_TRANSLATE_NOOP("Verdict", "No connection; nothing was sent.")


def hindered(reason: str) -> str:
    """Why a token was not sent, where `reason` may be one of `HINDRANCES`."""
    return said(_WORDS.get(reason, _OTHER))
