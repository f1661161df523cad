"""The account of every token that ever came, however many there are."""

from collections import Counter, deque
from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

_REPEATS = 100


class Fate(IntEnum):
    """How a request for a token ended, as its sender can know it."""

    ACCEPTED = 1
    REFUSED = 2
    DOUBTED = 3
    """Nothing was done, but the answer did not say so: a proxy's page."""


class Count(NamedTuple):
    """How often a token came, and how that ended."""

    received: int = 0
    accepted: int = 0
    refused: int = 0

    @property
    def at_risk(self) -> int:
        """Requests that were accepted, or whose sender cannot know it.

        More than one of a single campaign means that a token was sent to twice.
        """
        return self.received - self.refused


class Books:
    """Counts each token: 90 bytes a token, whatever its length (measured).

    Tokens are told apart by Python's 64-bit hash: among a million the odds of mixing
    two up are one to 36 million.
    """

    def __init__(self) -> None:
        self._counts: dict[int, Count] = {}
        self._steps = {fate: _Steps(fate) for fate in Fate}
        self._totals = dict.fromkeys(Fate, 0)
        self._repeats: deque[str] = deque(maxlen=_REPEATS)

    def note(self, tokens: Iterable[str], fate: Fate) -> None:
        """Each of `tokens` came once more, twins once each."""
        counts, steps = self._counts, self._steps[fate]
        for token in tokens:
            key = hash(token)
            count = counts[key] = steps[counts.get(key, _NEVER)]
            if count.at_risk > 1 and fate is not Fate.REFUSED:
                self._repeats.append(token)
            self._totals[fate] += 1

    def count(self, token: str) -> Count:
        """What is known of one token."""
        return self._counts.get(hash(token), _NEVER)

    @property
    def totals(self) -> Count:
        """All counts added up."""
        return Count(
            sum(self._totals.values()),
            self._totals[Fate.ACCEPTED],
            self._totals[Fate.REFUSED],
        )

    @property
    def tokens(self) -> int:
        """How many different tokens came."""
        return len(self._counts)

    @property
    def spread(self) -> dict[Count, int]:
        """How many tokens have the same counts."""
        return dict(Counter(self._counts.values()))

    @property
    def repeats(self) -> tuple[str, ...]:
        """The last hundred tokens that were at risk more than once."""
        return tuple(self._repeats)


class _Steps(dict[Count, Count]):
    """From a count to the next: few are ever needed, so all tokens share them."""

    def __init__(self, fate: Fate) -> None:
        super().__init__()
        self._fate = fate

    def __missing__(self, count: Count) -> Count:
        following = self[count] = Count(
            count.received + 1,
            count.accepted + (self._fate is Fate.ACCEPTED),
            count.refused + (self._fate is Fate.REFUSED),
        )
        return following


_NEVER = Count()
