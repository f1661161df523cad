"""Colours JSON while it is typed."""

import re

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat

from .theme import colours

_PARTS = re.compile(
    r'(?P<key>"(?:[^"\\]|\\.)*"(?=\s*:))'
    r'|(?P<text>"(?:[^"\\]|\\.)*"?)'
    r"|(?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)"
    r"|(?P<word>\b(?:true|false|null)\b)"
    r"|(?P<mark>[{}\[\],:])"
)


class JsonColours(QSyntaxHighlighter):
    """Keys, texts, numbers, words and marks, each in its colour of the theme.

    Lines before the first bracket, such as the headers of an answer, stay plain.
    """

    def highlightBlock(self, text: str) -> None:
        if self.previousBlockState() < 1 and not text.lstrip().startswith(("{", "[")):
            self.setCurrentBlockState(0)
            return
        self.setCurrentBlockState(1)
        syntax = colours().syntax
        for match in _PARTS.finditer(text):
            look = QTextCharFormat()
            look.setForeground(QColor(syntax[str(match.lastgroup)]))
            start = _units(text[: match.start()])
            self.setFormat(start, _units(match[0]), look)


def _units(text: str) -> int:
    """Length as Qt counts it: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
