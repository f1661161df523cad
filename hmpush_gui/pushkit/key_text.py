"""The text of what is said to be a key file, whatever its bytes are."""

from dataclasses import dataclass

from .finding import Finding, Part, look, wrong
from .key_advice import DOWNLOAD
from .words import QT_TRANSLATE_NOOP, Sentence

LARGEST = 100_000
"""Bytes above which no file is a key file: they have about 4,000."""

_WIDE = {b"\xff\xfe", b"\xfe\xff"}
_BINARY = {
    b"PK\x03\x04": QT_TRANSLATE_NOOP("pushkit", "a ZIP archive or an app package"),
    b"\x30\x82": QT_TRANSLATE_NOOP(
        "pushkit", "a certificate or key store in binary form, such as .p12"
    ),
    b"\xfe\xed\xfe\xed": QT_TRANSLATE_NOOP("pushkit", "a key store of Java"),
    b"\x1f\x8b": QT_TRANSLATE_NOOP("pushkit", "a compressed file"),
    b"%PDF": QT_TRANSLATE_NOOP("pushkit", "a PDF"),
    b"\x89PNG": QT_TRANSLATE_NOOP("pushkit", "a picture"),
}


@dataclass(frozen=True, slots=True)
class KeyText:
    """`text` is None where `findings` say why it cannot be read."""

    text: str | None
    findings: tuple[Finding, ...] = ()


def key_text(content: bytes) -> KeyText:
    """Decode a file; never raises."""
    if len(content) > LARGEST:
        return _refused(
            "large",
            QT_TRANSLATE_NOOP(
                "pushkit",
                "This file is too large for a key file: it has more than {count} KB, "
                "and a key file about 4.",
            ).format(count=LARGEST // 1000),
        )
    if not content.strip():
        return _refused("empty", QT_TRANSLATE_NOOP("pushkit", "This file is empty."))
    for start, name in _BINARY.items():
        if content.startswith(start):
            words = QT_TRANSLATE_NOOP(
                "pushkit", "This is no key file but {kind}."
            ).format(kind=name)
            return _refused("binary", words)
    return _decoded(content)


def _decoded(content: bytes) -> KeyText:
    is_wide = content[:2] in _WIDE
    try:
        text = content.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError:
        return _refused(
            "encoding",
            QT_TRANSLATE_NOOP(
                "pushkit",
                "This file cannot be read as text in UTF-8: it is no key file, or was "
                "changed on the way.",
            ),
        )
    if "\0" in text:
        return _refused(
            "nul",
            QT_TRANSLATE_NOOP(
                "pushkit",
                "This file holds NUL characters, which no key file has: its download "
                "or copy was damaged.",
            ),
        )
    return KeyText(text, _wide() if is_wide else _marked(content))


def _marked(content: bytes) -> tuple[Finding, ...]:
    if not content.startswith(b"\xef\xbb\xbf"):
        return ()
    return (
        look(
            Part.FILE,
            "bom",
            QT_TRANSLATE_NOOP(
                "pushkit",
                "The file begins with a byte order mark: an editor has saved it. It is "
                "read here all the same.",
            ),
            _SAVE_AS,
        ),
    )


def _wide() -> tuple[Finding, ...]:
    words = QT_TRANSLATE_NOOP(
        "pushkit", "The file was saved as UTF-16. It is read here all the same."
    )
    return (look(Part.FILE, "bom", words, _SAVE_AS),)


def _refused(name: str, sentence: Sentence) -> KeyText:
    return KeyText(None, (wrong(Part.FILE, name, sentence, DOWNLOAD),))


_SAVE_AS = QT_TRANSLATE_NOOP(
    "pushkit",
    "Your server may refuse it: use the file as it was downloaded, or save it as UTF-8 "
    "without a byte order mark.",
)
