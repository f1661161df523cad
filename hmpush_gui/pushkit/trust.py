"""Whose certificates are believed, and which one this computer shows of itself."""

import os
import ssl
import time
from pathlib import Path

import httpx

from .connection import NO_SECRETS, Connection, ConnectionSecrets, Trust
from .errors import Misconfigured
from .hindrances import BAD_CA, BAD_OWN, BAD_PASSWORD, SETTINGS
from .words import QT_TRANSLATE_NOOP, Sentence

_PEM = b"-----BEGIN"


def trusted_certificates() -> ssl.SSLContext:
    """TLS 1.2 or newer with the usual authorities. Slow: make it in a thread.

    Those are Mozilla's and the ones this computer trusts, or what SSL_CERT_FILE and
    SSL_CERT_DIR name instead. Raises Misconfigured where these cannot be read.
    """
    try:
        tls = httpx.create_ssl_context()
        if not (os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR")):
            # Where a company puts its own authority.
            tls.load_default_certs()
    except OSError as error:
        sentence = _NO_SYSTEM.format(detail=str(error))
        raise Misconfigured(sentence, SETTINGS) from error
    tls.minimum_version = ssl.TLSVersion.TLSv1_2
    return tls


def tls_for(
    connection: Connection, secrets: ConnectionSecrets = NO_SECRETS
) -> ssl.SSLContext:
    """TLS as `connection` wants it. Slow: make it in a thread. Raises Misconfigured."""
    if connection.trust is Trust.ONLY:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        tls.minimum_version = ssl.TLSVersion.TLSv1_2
        tls.set_alpn_protocols(["http/1.1"])
    else:
        tls = trusted_certificates()
    if connection.trust is not Trust.USUAL:
        _believe(tls, connection.ca_file)
    if connection.client_certificate:
        _show(tls, connection, secrets)
    if not connection.verify:
        tls.check_hostname = False
        tls.verify_mode = ssl.CERT_NONE
    return tls


def _believe(tls: ssl.SSLContext, path: str) -> None:
    """Add the authorities of the file at `path`, in PEM or DER form."""
    alone = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        for each in (alone, tls):
            _load(each, path)
    except ssl.SSLError as error:
        raise Misconfigured(_NO_CA.format(path=path), BAD_CA) from error
    except (OSError, ValueError) as error:
        why = _FOLDER if Path(path).is_dir() else _NO_CA_FILE
        sentence = why.format(path=path, detail=_detail(error))
        raise Misconfigured(sentence, BAD_CA) from error
    if _have_all_expired(alone):
        raise Misconfigured(_OLD_CA.format(path=path), BAD_CA)
    # The server's own certificate may be given in place of an authority's, and company
    # authorities seldom hold to the letter what Python 3.13 and newer ask of them.
    tls.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    tls.verify_flags &= ~ssl.VERIFY_X509_STRICT


def _load(tls: ssl.SSLContext, path: str) -> None:
    content = Path(path).read_bytes()
    if _PEM in content:
        tls.load_verify_locations(cafile=path)
    else:
        tls.load_verify_locations(cadata=content)


def _have_all_expired(tls: ssl.SSLContext) -> bool:
    """Whether every authority in `tls` has; one that is none does not count."""
    ends = [str(each["notAfter"]) for each in tls.get_ca_certs()]
    now = time.time()
    return bool(ends) and all(ssl.cert_time_to_seconds(end) < now for end in ends)


def _show(
    tls: ssl.SSLContext, connection: Connection, secrets: ConnectionSecrets
) -> None:
    """Have `tls` prove itself with the client certificate."""
    path, key = connection.client_certificate, connection.client_key or None
    try:
        for each in (path, key):
            # Python does not say which of the two is missing.
            if each and not _is_pem(each):
                raise Misconfigured(_NOT_PEM.format(path=each), BAD_OWN)
        # Without a function OpenSSL would ask in the terminal, and wait.
        tls.load_cert_chain(path, key, lambda: secrets.key_password)
    except ssl.SSLError as error:
        why = _why_no_key(error, path, key or path)
        is_password = why.template == _WRONG_PASSWORD.template
        raise Misconfigured(why, BAD_PASSWORD if is_password else BAD_OWN) from error
    except (OSError, ValueError) as error:
        where = getattr(error, "filename", None) or path
        why = _FOLDER if Path(where).is_dir() else _NO_KEY_FILE
        sentence = why.format(path=where, detail=_detail(error))
        raise Misconfigured(sentence, BAD_OWN) from error


def _is_pem(path: str) -> bool:
    return _PEM in Path(path).read_bytes()


def _why_no_key(error: ssl.SSLError, path: str, key: str) -> Sentence:
    reason = error.reason or str(error)
    if "MISMATCH" in reason:
        return _MISMATCH.format(path=path, key=key)
    text = Path(key).read_bytes()
    if b"ENCRYPTED" in text:
        return _WRONG_PASSWORD.format(key=key)
    if b"PRIVATE KEY" not in text:
        return _NO_KEY.format(key=key)
    return _BAD_PAIR.format(path=path, detail=reason)


def _detail(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).rstrip(".")


_NO_SYSTEM = QT_TRANSLATE_NOOP(
    "pushkit",
    "Nothing was sent: the certificates of this computer cannot be read ({detail}). "
    "Check SSL_CERT_FILE and SSL_CERT_DIR.",
)
_FOLDER = QT_TRANSLATE_NOOP(
    "pushkit",
    "Nothing was sent: {path} is a folder. Choose the file in it under Connection.",
)
_NO_CA_FILE = QT_TRANSLATE_NOOP(
    "pushkit",
    "Nothing was sent: the CA file {path} cannot be read ({detail}). It was probably "
    "moved. Choose it again under Connection.",
)
_NO_CA = QT_TRANSLATE_NOOP(
    "pushkit",
    "Nothing was sent: the CA file {path} holds no certificate. It should be a .pem, "
    ".crt or .cer file of your company’s authority. Choose another under Connection.",
)
_OLD_CA = QT_TRANSLATE_NOOP(
    "pushkit",
    "Nothing was sent: the authority in the CA file {path} has expired, so the "
    "servers it vouches for are not trusted. Check this computer’s clock; if it is "
    "right, ask your IT for the new file and choose it under Connection.",
)
_NO_KEY_FILE = QT_TRANSLATE_NOOP(
    "pushkit",
    "Nothing was sent: the client certificate’s file {path} cannot be read ({detail}). "
    "It was probably moved. Choose it again under Connection.",
)
_NOT_PEM = QT_TRANSLATE_NOOP(
    "pushkit",
    "Nothing was sent: {path} is no PEM file, which begins with “-----BEGIN”. From a "
    ".p12 or .pfx file make one with: openssl pkcs12 -in FILE -out client.pem",
)
_MISMATCH = QT_TRANSLATE_NOOP(
    "pushkit",
    "Nothing was sent: the key in {key} does not belong to the client certificate in "
    "{path}. Choose the two that were made together under Connection.",
)
_WRONG_PASSWORD = QT_TRANSLATE_NOOP(
    "pushkit",
    "Nothing was sent: the client certificate’s key {key} does not open with the "
    "password given. Type it again under Connection.",
)
_NO_KEY = QT_TRANSLATE_NOOP(
    "pushkit",
    "Nothing was sent: {key} holds no private key. Choose the file with “BEGIN PRIVATE "
    "KEY” as the client certificate’s key under Connection.",
)
_BAD_PAIR = QT_TRANSLATE_NOOP(
    "pushkit",
    "Nothing was sent: the client certificate {path} or its key cannot be used "
    "({detail}). Choose them again under Connection.",
)
