"""The widgets on the phones: which exist, and what an update of one comes to."""

from dataclasses import dataclass

from .memory import Recent
from .quotas import DAY

NOT_SHOWN = 151
MISSING = 261
"""Results of receipts (facts I.1)."""

_KEPT = 10_000
_BLOCKED = 30 * DAY


@dataclass(slots=True)
class _Widget:
    """What the system remembers of one; `blocked` is Unix seconds."""

    version: int | None = None
    blocked: float = 0.0


class Widgets:
    """Every phone's widgets, the ten thousand touched last.

    `cards` are the form ids on a phone's home screen; where none are told, any is.
    """

    def __init__(self) -> None:
        self.cards: dict[str, frozenset[int]] = {}
        self._widgets = Recent[tuple[str, int], _Widget](_KEPT)

    def take(self, token: str, form: int, version: int, now: float) -> int:
        """What the receipt of an update says.

        Facts I.1: updating a widget that is not there blocks it for 30 days, our
        reading: even if it is there in the meantime. Facts B.6: a version grows, and 0
        begins anew.
        """
        widget = self._widgets.get((token, form)) or _Widget()
        self._widgets.put((token, form), widget)
        if now < widget.blocked:
            return MISSING
        cards = self.cards.get(token)
        if cards is not None and form not in cards:
            widget.blocked = now + _BLOCKED
            return MISSING
        if widget.version is not None and 0 != version <= widget.version:
            return NOT_SHOWN
        widget.version = version
        return 0
