"""What kept a request on this computer, in one line for a row."""

from PySide6.QtCore import QCoreApplication

from hmpush_gui.pushkit import hindrances


def hindered(reason: str) -> str:
    """Why a token was not sent, where `reason` may be one of `HINDRANCES`."""
    words = {
        hindrances.CERTIFICATE: QCoreApplication.translate(
            "Verdict", "The server’s certificate is not accepted; nothing was sent."
        ),
        hindrances.OWN_CERTIFICATE: QCoreApplication.translate(
            "Verdict", "The server wants a client certificate; nothing was sent."
        ),
        hindrances.TLS: QCoreApplication.translate(
            "Verdict", "No safe connection to the server; nothing was sent."
        ),
        hindrances.PROXY_LOGIN: QCoreApplication.translate(
            "Verdict", "The proxy asks for a sign-in; nothing was sent."
        ),
        hindrances.PROXY_SIGN_IN: QCoreApplication.translate(
            "Verdict", "The proxy wants a sign-in not known here; nothing was sent."
        ),
        hindrances.UNKNOWN_HOST: QCoreApplication.translate(
            "Verdict", "The server’s name cannot be found; nothing was sent."
        ),
        hindrances.PROXY: QCoreApplication.translate(
            "Verdict", "The proxy makes no way to the server; nothing was sent."
        ),
        hindrances.PROXY_AWAY: QCoreApplication.translate(
            "Verdict", "The proxy cannot be reached; nothing was sent."
        ),
        hindrances.BAD_PROXY: QCoreApplication.translate(
            "Verdict", "The proxy’s address cannot be used; nothing was sent."
        ),
        hindrances.BAD_CA: QCoreApplication.translate(
            "Verdict", "The CA file cannot be used; nothing was sent."
        ),
        hindrances.BAD_OWN: QCoreApplication.translate(
            "Verdict", "The client certificate cannot be used; nothing was sent."
        ),
        hindrances.BAD_PASSWORD: QCoreApplication.translate(
            "Verdict", "The client certificate’s key does not open; nothing was sent."
        ),
        hindrances.SETTINGS: QCoreApplication.translate(
            "Verdict", "The connection’s settings cannot be used; nothing was sent."
        ),
    }
    if reason in words:
        return words[reason]
    return QCoreApplication.translate("Verdict", "No connection; nothing was sent.")
