"""Text in the pieces that a person sees as one character."""

import re

from PySide6.QtCore import QTextBoundaryFinder

_PLAIN = (
    "\n\x20-\u02ff\u2010-\u2027\u3001-\u3029\u3041-\u3096\u30a1-\u30ff"
    "\u4e00-\u9fff\uff01-\uff5e"
)
"""Latin and Chinese, where every code point is a character of its own."""

_RUN = re.compile(f"(?:[{_PLAIN}](?![^{_PLAIN}]))+|[{_PLAIN}]?[^{_PLAIN}]+")
"""Runs of plain signs, or of others with the plain one before, which they may join."""

_PLAIN_SIGN = re.compile(f"[{_PLAIN}]")


def clusters(text: str, most: int | None = None) -> list[str]:
    """`text` in its grapheme clusters: an emoji or a letter with its marks is one.

    No more than the first `most` of them are looked for.
    """
    pieces: list[str] = []
    for run in _RUN.finditer(text):
        part = run[0]
        pieces += part if _PLAIN_SIGN.match(part[-1]) else _found_by_qt(part)
        if most is not None and len(pieces) >= most:
            return pieces[:most]
    return pieces


def well_formed(text: str) -> str:
    """`text` with the replacement character for every half of a character.

    JSON can carry half an emoji; Qt would draw nothing at all of such a text.
    """
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _found_by_qt(text: str) -> list[str]:
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    # Qt counts in UTF-16.
    encoded = text.encode("utf-16-le")
    pieces, start = [], 0
    while (end := finder.toNextBoundary()) > start:
        pieces.append(encoded[2 * start : 2 * end].decode("utf-16-le"))
        start = end
    return pieces
