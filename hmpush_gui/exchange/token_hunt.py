"""Finds known push tokens in a text, however many are known."""

from collections.abc import Callable, Collection

SHORTEST = 8
"""A token with fewer characters would be found inside of ordinary words."""

Name = Callable[[str], str]


class TokenHunt:
    """Looks for all tokens at once, by how they begin."""

    def __init__(self, tokens: Collection[str]) -> None:
        self._tokens = frozenset(token for token in tokens if len(token) >= SHORTEST)
        shapes = {(len(token), token[:SHORTEST]) for token in self._tokens}
        self._lengths: dict[str, list[int]] = {}
        # One token may begin with another: the longest is looked for first.
        for length, start in sorted(shapes, reverse=True):
            self._lengths.setdefault(start, []).append(length)

    def replace(self, text: str, name: Name) -> str:
        """`text` with what `name` makes of each token in it."""
        if not self._tokens:
            return text
        parts: list[str] = []
        copied = place = 0
        while place <= len(text) - SHORTEST:
            token = self._token_at(text, place)
            if token:
                parts += [text[copied:place], name(token)]
                copied = place = place + len(token)
            else:
                place += 1
        return "".join([*parts, text[copied:]])

    def _token_at(self, text: str, place: int) -> str:
        for length in self._lengths.get(text[place : place + SHORTEST], ()):
            if text[place : place + length] in self._tokens:
                return text[place : place + length]
        return ""
