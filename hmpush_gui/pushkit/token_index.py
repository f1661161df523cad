"""Finds where a token stands in a list of a million, in eight bytes for each."""

from array import array

_FREE = -1


class TokenIndex:
    """Where each token of `tokens` stands; the list may grow, and nothing else.

    A dict would take some eighty bytes a token. Belongs to one thread at a time.
    """

    __slots__ = ("_known", "_table", "_tokens")

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._table = array("i")
        self._known = 0

    def catch_up(self, most: int | None = None) -> bool:
        """Take in tokens that came since, at most so many; whether all are in."""
        count = len(self._tokens)
        if count * 2 > len(self._table):
            size = 1 << (count * 2).bit_length()
            self._table = array("i", [_FREE]) * size
            self._known = 0
        upto = count if most is None else min(count, self._known + most)
        table, mask = self._table, len(self._table) - 1
        for place in range(self._known, upto):
            at = hash(self._tokens[place]) & mask
            while table[at] != _FREE:
                at = (at + 1) & mask
            table[at] = place
        self._known = upto
        return upto == count

    def find(self, token: str) -> int | None:
        """The place of `token` in the list, None if it is not in it."""
        if self._known < len(self._tokens):
            self.catch_up()
        if not self._table:
            return None
        table, tokens, mask = self._table, self._tokens, len(self._table) - 1
        at = hash(token) & mask
        while table[at] != _FREE:
            if tokens[table[at]] == token:
                return table[at]
            at = (at + 1) & mask
        return None
