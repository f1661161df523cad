"""Pseudo-locales: texts that show what a translation would do to the layout."""

import re
from collections.abc import Callable
from itertools import cycle, islice
from math import ceil

from .language_tags import LONG, MIRRORED
from .texts import Text, Texts

_LONGER = 0.4
"""What German and Finnish take more than English, about."""

_KEPT = re.compile(r"(\{\{.*?\}\}|%(?:\d+\$)?[sd])", re.DOTALL)
"""Placeholders of ours, and arguments of texts in the app (facts A.6)."""

_PLAIN = "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz"
_ACCENTED = "ÅåƁƀÇçÐðÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþǪǫŔŕŠšŢţÛûṼṽŴŵẊẋÝýŽž"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)

_RIGHT_MARK, _OVERRIDE, _POP = "\u200f", "\u202e", "\u202c"


def pseudo_texts(texts: Texts, tag: str) -> Texts:
    """`texts` in the pseudo-locale `tag`. Raises KeyError for other languages."""
    turn = {LONG: lengthened, MIRRORED: mirrored}[tag]
    return {path: _turned(text, turn) for path, text in texts.items()}


def lengthened(text: str) -> str:
    """`text` with accents, in brackets, about 40 % longer; placeholders as they are."""
    if not text.strip():
        return text
    parts = _KEPT.split(text)
    accented = [
        part if number % 2 else part.translate(_ACCENTS)
        for number, part in enumerate(parts)
    ]
    words = "".join(accented[::2])
    return f"[{''.join(accented)}{_more(words)}]"


def mirrored(text: str) -> str:
    """`text` with each word running from right to left; placeholders as they are."""
    return "".join(
        part
        if number % 2
        else re.sub(r"\S+", rf"{_RIGHT_MARK}{_OVERRIDE}\g<0>{_POP}{_RIGHT_MARK}", part)
        for number, part in enumerate(_KEPT.split(text))
    )


def _more(words: str) -> str:
    """Letters of `words` once more, as many as it should be longer."""
    count = ceil(len(words) * _LONGER)
    letters = [sign for sign in words if sign.isalpha() or sign == " "] or ["~"]
    return "".join(islice(cycle([" ", *letters]), count))


def _turned(text: Text, turn: Callable[[str], str]) -> Text:
    return turn(text) if isinstance(text, str) else tuple(map(turn, text))
