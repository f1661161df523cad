"""Spreads calls over several clients, because one alone slows down under a crowd.

httpx's pool looks at all its requests and connections whenever one begins or ends. Over
some ten in flight that takes longer than the requests themselves, and already at eight
a third of it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar

ROOM = 1
"""Calls at a time through one lane: so its pool has nothing to search."""

Client = TypeVar("Client")


@dataclass(slots=True)
class _Lane(Generic[Client]):
    client: Client
    out: int = 0


class Lanes(Generic[Client]):
    """Clients made by `open_one` when those there are have their hands full.

    The first lane that has room is taken, so that few connections serve many calls.
    """

    def __init__(self, open_one: Callable[[], Client], room: int = ROOM) -> None:
        self._open_one = open_one
        self._room = room
        self._lanes: list[_Lane[Client]] = []
        self._retired: list[_Lane[Client]] = []

    @property
    def clients(self) -> list[Client]:
        """All that were opened and not given back, those in use first."""
        return [lane.client for lane in (*self._lanes, *self._retired)]

    def renew(self) -> list[Client]:
        """Open new clients from now on; those retired before, and free by now.

        Calls under way stay with their client, and so may what else goes through it.
        """
        over = [lane for lane in self._retired if not lane.out]
        busy = [lane for lane in self._retired if lane.out]
        self._retired = [*busy, *self._lanes]
        self._lanes = []
        return [lane.client for lane in over]

    @contextmanager
    def take(self) -> Iterator[Client]:
        """A client that has room, for one call."""
        lane = self._free()
        lane.out += 1
        try:
            yield lane.client
        finally:
            lane.out -= 1

    def _free(self) -> _Lane[Client]:
        for lane in self._lanes:
            if lane.out < self._room:
                return lane
        self._lanes.append(_Lane(self._open_one()))
        return self._lanes[-1]
