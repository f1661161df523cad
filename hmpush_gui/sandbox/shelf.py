"""Messages that wait: for phones without a network, and for apps that do not run."""

from collections.abc import Iterable

from .letter import Letter
from .memory import Recent

REPLACED = 15
"""Result of a message that another one drove out (facts I.1)."""

MOST = 120
"""Messages that wait for one phone (facts D)."""

_PHONES = 100_000


class Shelf:
    """What waits for each phone, the newest last; long idle phones are emptied."""

    def __init__(self, keep: int = _PHONES) -> None:
        self._waiting = Recent[str, list[Letter]](keep)

    def put(self, token: str, letter: Letter) -> list[Letter]:
        """Let `letter` wait; the result are those it drove out."""
        waiting = self._waiting.get(token) or []
        kept = [each for each in waiting if not _replaces(letter, each)]
        driven_out = [each for each in waiting if _replaces(letter, each)]
        while len(kept) >= MOST:
            driven_out.append(kept.pop(0))
        self._waiting.put(token, [*kept, letter])
        return driven_out

    def take(self, token: str, now: float) -> list[Letter]:
        """What waits for a phone that is back, unless its time is over (`ttl`)."""
        return [each for each in self._waiting.pop(token) or [] if each.ends > now]

    def count(self, token: str) -> int:
        return len(self._waiting.get(token) or [])

    def drop(self, tokens: Iterable[str], push_type: str, notify_id: int) -> None:
        """Take back what was not delivered yet (facts I.2)."""
        for token in tokens:
            if waiting := self._waiting.get(token):
                self._waiting.put(
                    token,
                    [
                        each
                        for each in waiting
                        if (each.push_type, each.look["notify_id"])
                        != (push_type, notify_id)
                    ],
                )


def _replaces(new: Letter, old: Letter) -> bool:
    """Whether `old` need not wait any longer (facts A.5, B.4, B.8)."""
    if new.push_type == "6":
        return old.push_type == "6"
    if new.collapse is None or bool(new.app_id) != bool(old.app_id):
        return False
    # Facts A.5: with 0, v1 and v2 keep only the newest message of the app.
    return (new.collapse == 0 and bool(new.app_id)) or old.collapse == new.collapse
