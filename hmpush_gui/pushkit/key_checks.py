"""The private key of a service account: its kind, its size, and whether it is one."""

from typing import TYPE_CHECKING

from .finding import Finding, Part, fine, look, wrong
from .key_advice import AGAIN
from .words import QT_TRANSLATE_NOOP, Sentence

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

USUAL_BITS = 4096
"""The size of the keys in Huawei's files (facts B.3)."""

LEAST_BITS = 2048
"""The advice under facts B.3."""

LONGEST_PEM = 5000
"""Characters; 4096 bits take 3,272. Larger keys take seconds only to be read."""


def check_key(pem: str) -> "tuple[RSAPrivateKey | None, list[Finding]]":
    """The key if it can sign, and what is to be said of it. Slow; never raises."""
    refused = _looked_at(pem)
    if refused:
        return None, [wrong(Part.KEY, "pem", refused, AGAIN)]
    key = _load(pem)
    if isinstance(key, Sentence):
        return None, [wrong(Part.KEY, "pem", key, AGAIN)]
    if key.key_size < LEAST_BITS:
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "The key is RSA, but has only {bits} bits: Huawei’s have 4096, and less "
            "than 2048 is not safe.",
        ).format(bits=key.key_size)
        return None, [wrong(Part.KEY, "size", words, AGAIN)]
    return key, [_size(key.key_size), *_form(pem)]


def _looked_at(pem: str) -> Sentence | None:
    """What can be seen without reading it, the likeliest mishap first."""
    start = pem.lstrip()[:64]
    if "\\n" in pem:
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "The line breaks in private_key are written out as \\n twice: a program "
            "or a variable has escaped the file once more.",
        )
    if not start.startswith("-----BEGIN"):
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "private_key is not a PEM key: it should start with “-----BEGIN PRIVATE "
            "KEY-----”.",
        )
    if "PRIVATE KEY" not in start:
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "private_key holds a public key or a certificate: nothing can be signed "
            "with it.",
        )
    if "ENCRYPTED" in start or "Proc-Type: 4,ENCRYPTED" in pem[:200]:
        return QT_TRANSLATE_NOOP(
            "pushkit", "The key is behind a pass phrase, which Huawei’s never are."
        )
    if len(pem) > LONGEST_PEM:
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "private_key is too long for an RSA key of 4096 bits: it has {count} "
            "characters, and those have about 3300.",
        ).format(count=len(pem))
    if "-----END" not in pem:
        return QT_TRANSLATE_NOOP(
            "pushkit", "The key has lost its end: the file was cut or copied in part."
        )
    return None


def _load(pem: str) -> "RSAPrivateKey | Sentence":
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(pem.encode("utf-8", "replace"), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "The private key cannot be read: characters of it are missing or were "
            "changed.",
        )
    if isinstance(key, RSAPrivateKey):
        return key
    return QT_TRANSLATE_NOOP(
        "pushkit",
        "The private key is no RSA key. Push Kit takes RSA of 4096 bits only; Apple’s "
        ".p8 files, for one, hold another kind.",
    )


def _size(bits: int) -> Finding:
    if bits >= USUAL_BITS:
        words = QT_TRANSLATE_NOOP(
            "pushkit", "The private key is an RSA key of {bits} bits, and is whole."
        )
        return fine(Part.KEY, "size", words.format(bits=bits))
    words = QT_TRANSLATE_NOOP(
        "pushkit", "The private key is an RSA key of {bits} bits; Huawei’s have 4096."
    )
    return look(
        Part.KEY,
        "size",
        words.format(bits=bits),
        QT_TRANSLATE_NOOP(
            "pushkit",
            "It can sign. If it is not a key of the sandbox, look at where the file "
            "comes from.",
        ),
    )


def _form(pem: str) -> list[Finding]:
    if pem.lstrip().startswith("-----BEGIN PRIVATE KEY-----"):
        return []
    return [
        look(
            Part.KEY,
            "form",
            QT_TRANSLATE_NOOP(
                "pushkit",
                "The key is not in PKCS#8 form, as Huawei’s are: it was converted.",
            ),
            QT_TRANSLATE_NOOP(
                "pushkit",
                "It works here. Java and other servers may refuse it: use the file as "
                "it was downloaded.",
            ),
        )
    ]
