"""Cleans push tokens of what copying and saving put around and between them."""

import re
from collections.abc import Iterable

_AROUND = "\"'`“”‘’[](){}<>"
_ENDS = _AROUND + " \t\r\n"
_PARTING = ",;\t\r\v\f\u2028\u2029"
_PARTED = {ord(each): "\n" for each in _PARTING}
_BLANKS = re.compile("[\\s\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff\ud800-\udfff]+")
"""With halves of characters, which JSON can write and nothing can send."""
_WRAPPED = re.compile(r'"[^",;]*"')
_PLAIN = bytes(set(range(0x21, 0x7F)) - set(b"\"'`[](){}<>,;"))
"""Characters that are neither blank nor quote nor bracket nor part two tokens."""


def clean_token(piece: str) -> str:
    """`piece` without quotes and brackets around it, and without any blank.

    Length and alphabet are never judged (facts D.1).
    """
    token = piece.strip(_ENDS)
    if _BLANKS.search(token):
        token = _BLANKS.sub("", token).strip(_AROUND)
    return token


def clean_tokens(pieces: Iterable[str]) -> list[str]:
    """`clean_token` of each, quicker for many."""
    tokens = [piece.strip(_ENDS) for piece in pieces]
    return tokens if are_plain(tokens) else list(map(clean_token, tokens))


def are_plain(pieces: Iterable[str]) -> bool:
    """Whether it is certain, at a glance, that none of `pieces` needs cleaning."""
    return is_plain("".join(pieces).encode("utf-8", "surrogatepass"))


def is_plain(text: bytes, and_also: bytes = b"") -> bool:
    """Whether `text` holds nothing that is cleaned, nor parts tokens.

    `and_also` are bytes that are let pass.
    """
    return not text.translate(None, _PLAIN + and_also)


def split_tokens(text: str) -> list[str]:
    """The pieces of a text that are not blank, parted by lines, commas, semicolons,
    tabs. A piece in quotes may be wrapped over lines, as mail programs do.
    """
    if '"' in text:
        text = _join_wrapped(text)
    pieces = text.translate(_PARTED).split("\n")
    return [piece for piece in pieces if piece and not piece.isspace()]


def _join_wrapped(text: str) -> str:
    if all(line.count('"') % 2 == 0 for line in text.split("\n")):
        return text
    return _WRAPPED.sub(lambda match: re.sub(r"[\r\n]+", "", match[0]) + "\n", text)
