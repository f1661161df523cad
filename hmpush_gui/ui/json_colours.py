"""Colours JSON while it is typed."""

import re

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from .theme import colours

_PARTS = re.compile(
    r'(?P<key>"(?:[^"\\]|\\.)*"(?=\s*:))'
    r'|(?P<text>"(?:[^"\\]|\\.)*"?)'
    r"|(?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)"
    r"|(?P<word>\b(?:true|false|null)\b)"
    r"|(?P<mark>[{}\[\],:])"
)


_LONGEST = 8192
"""Characters of a line that is coloured: a coloured 24 KB takes Qt seconds to wrap."""


class JsonColours(QSyntaxHighlighter):
    """Keys, texts, numbers, words and marks, each in its colour of the theme.

    Lines before the first bracket, such as the headers of an answer, stay plain. Qt
    asks for a line only when it changes.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = colours()
        self._looks = _looks()

    def repaint_theme(self) -> None:
        """Take the colours of the theme that is in force now."""
        if self._theme is not colours():
            self._theme = colours()
            self._looks = _looks()
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if self.previousBlockState() < 1 and not text.lstrip().startswith(("{", "[")):
            self.setCurrentBlockState(0)
            return
        self.setCurrentBlockState(1)
        if len(text) > _LONGEST:
            return
        plain = text.isascii()
        done = shift = 0
        for match in _PARTS.finditer(text):
            start, end = match.span()
            if not plain:
                shift += _extra(text[done:start])
                done = start
            length = end - start if plain else end - start + _extra(text[start:end])
            self.setFormat(start + shift, length, self._looks[str(match.lastgroup)])


def _looks() -> dict[str, QTextCharFormat]:
    looks = {}
    for name, colour in colours().syntax.items():
        looks[name] = QTextCharFormat()
        looks[name].setForeground(QColor(colour))
    return looks


def _extra(text: str) -> int:
    """How many more units than characters: Qt counts an emoji as two."""
    return sum(character > "\uffff" for character in text)
