"""What is wrong where TLS was refused: what happened, why probably, what to do."""

import ssl

from .way import Way
from .words import QT_TRANSLATE_NOOP, Sentence


def certificate_fault(error: ssl.SSLCertVerificationError, way: Way) -> Sentence:
    """The sentence for a server's certificate that is not believed."""
    detail = error.verify_message.rstrip(".")
    sentence = _CERTIFICATE.get(error.verify_code, _OTHER_CERTIFICATE)
    return sentence.format(host=way.host, detail=detail)


def tls_fault(reason: str, way: Way) -> Sentence:
    """The sentence for OpenSSL's `reason`, such as `WRONG_VERSION_NUMBER`."""
    return _template(reason, way).format(host=way.host, detail=reason)


def hung_up(way: Way) -> Sentence:
    """The server ended the connection in the middle of the handshake."""
    return _HUNG_UP.format(host=way.host)


def refuses_certificate(reason: str) -> bool:
    """Whether OpenSSL's `reason` is that the server wants another one from us.

    TLS 1.3 tells only after the request is out, but a server that tells it has not
    read the request: the handshake failed (RFC 8446, 4.4.2.4 and 6.2).
    """
    return reason in _REFUSED or reason in _MISSING


_MISSING = ("TLSV13_ALERT_CERTIFICATE_REQUIRED",)
_REFUSED = (
    "TLSV1_ALERT_UNKNOWN_CA",
    "TLSV1_ALERT_ACCESS_DENIED",
    "TLSV1_ALERT_DECRYPT_ERROR",
    "SSLV3_ALERT_BAD_CERTIFICATE",
    "SSLV3_ALERT_UNSUPPORTED_CERTIFICATE",
    "SSLV3_ALERT_CERTIFICATE_REVOKED",
    "SSLV3_ALERT_CERTIFICATE_EXPIRED",
    "SSLV3_ALERT_CERTIFICATE_UNKNOWN",
)
_OLD = (
    "TLSV1_ALERT_PROTOCOL_VERSION",
    "UNSUPPORTED_PROTOCOL",
    "WRONG_SSL_VERSION",
    "TLSV1_ALERT_INSUFFICIENT_SECURITY",
)
_PASSING = (
    "TLSV1_ALERT_INTERNAL_ERROR",
    "TLSV1_ALERT_USER_CANCELLED",
    "SSLV3_ALERT_CLOSE_NOTIFY",
    "SSLV3_ALERT_BAD_RECORD_MAC",
    "DECRYPTION_FAILED_OR_BAD_RECORD_MAC",
    "UNEXPECTED_EOF_WHILE_READING",
)
_NO_TLS = (
    "WRONG_VERSION_NUMBER",
    "HTTP_REQUEST",
    "UNKNOWN_PROTOCOL",
    "RECORD_LAYER_FAILURE",
    "PACKET_LENGTH_TOO_LONG",
)


def may_pass(reason: str) -> bool:
    """Whether OpenSSL's `reason` is no more than trouble of the moment."""
    return reason in _PASSING


def is_no_tls(reason: str) -> bool:
    """Whether OpenSSL's `reason` is that what came is no TLS at all."""
    return reason in _NO_TLS


def _template(reason: str, way: Way) -> Sentence:
    if reason in _OLD:
        return _OLD_TLS
    if is_no_tls(reason):
        return _NOT_TLS
    if reason in _MISSING:
        return _NO_OWN
    if reason in _REFUSED:
        return _BAD_OWN if way.has_certificate else _NO_OWN
    return _NOT_AGREED


_UNKNOWN_CA = QT_TRANSLATE_NOOP(
    "pushkit",
    "{host} shows a certificate that no authority trusted here vouches for. Probably a "
    "proxy or virus scanner of your company opens the connection, or the server "
    "vouches for itself. Ask your IT for the CA file and choose it under Connection.",
)
_EXPIRED = QT_TRANSLATE_NOOP(
    "pushkit",
    "The certificate of {host} has expired. Probably nobody renewed it, or this "
    "computer’s clock is wrong. Check the clock; if it is right, whoever runs {host} "
    "has to renew the certificate.",
)
_NOT_YET = QT_TRANSLATE_NOOP(
    "pushkit",
    "The certificate of {host} is not valid yet. Probably this computer’s clock is "
    "slow. Set it right and try again.",
)
_OTHER_NAME = QT_TRANSLATE_NOOP(
    "pushkit",
    "{host} shows the certificate of another host. Probably the address is mistyped, "
    "or something on the way answers in its place, such as the sign-in page of a guest "
    "network. Check the address, and open a page in a browser.",
)
_REVOKED = QT_TRANSLATE_NOOP(
    "pushkit",
    "The certificate of {host} was revoked by its authority. Its key was probably "
    "stolen. Send nothing there, and tell whoever runs {host}.",
)
_OTHER_CERTIFICATE = QT_TRANSLATE_NOOP(
    "pushkit",
    "The certificate of {host} is not accepted ({detail}). It was probably made "
    "wrongly. Show this to whoever runs {host}; for a company’s own server, choose its "
    "CA file under Connection.",
)
_CERTIFICATE = {
    9: _NOT_YET,
    10: _EXPIRED,
    18: _UNKNOWN_CA,
    19: _UNKNOWN_CA,
    20: _UNKNOWN_CA,
    21: _UNKNOWN_CA,
    23: _REVOKED,
    62: _OTHER_NAME,
    64: _OTHER_NAME,
}
"""OpenSSL's X509_V_ERR_… numbers."""

_OLD_TLS = QT_TRANSLATE_NOOP(
    "pushkit",
    "{host} speaks only an old TLS that is not safe any more; at least TLS 1.2 is used "
    "here, as Push Kit asks. Probably an old proxy or test server answers. Whoever "
    "runs it has to turn on TLS 1.2.",
)
_NOT_TLS = QT_TRANSLATE_NOOP(
    "pushkit",
    "{host} does not speak TLS at this port. Probably the port is another one, the "
    "address should start with http://, or a sign-in page answers. Check the address.",
)
_NO_OWN = QT_TRANSLATE_NOOP(
    "pushkit",
    "{host} asks for a client certificate, and none was given. Ask whoever runs it for "
    "one, and choose it with its key under Connection.",
)
_BAD_OWN = QT_TRANSLATE_NOOP(
    "pushkit",
    "{host} does not accept the client certificate ({detail}). Probably it has expired "
    "or comes from another authority. Ask whoever runs {host} for a new one, and "
    "choose it under Connection.",
)
_NOT_AGREED = QT_TRANSLATE_NOOP(
    "pushkit",
    "{host} broke off while TLS was being agreed on ({detail}). Probably it wants a "
    "client certificate, or knows only old ciphers. Ask whoever runs it; a client "
    "certificate is chosen under Connection.",
)
_HUNG_UP = QT_TRANSLATE_NOOP(
    "pushkit",
    "{host} hung up while TLS was being agreed on. Probably a firewall cuts the "
    "connection, or the server wants a client certificate. Ask your IT whether {host} "
    "may be reached from here, or whether a proxy is needed.",
)
