"""One request of a campaign, from its first byte to its fate."""

from dataclasses import dataclass

from .fates import not_sent, stopped
from .protocol import Exchange, Request
from .words import QT_TRANSLATE_NOOP

_STOPPED_BEFORE = QT_TRANSLATE_NOOP("app", "Stopped before it was sent.")


@dataclass(slots=True)
class Trip:
    """A request that has begun. `posting` and `left` say what a stop would leave."""

    number: int
    request: Request
    fate: Exchange | None = None
    posting: bool = False
    left: bool = True

    def tell_left(self, left: bool) -> None:
        self.left = left

    def end(self) -> Exchange:
        """What is known if nothing more happens to it."""
        if self.posting and self.left:
            return stopped(self.request)
        return self.fate or not_sent(self.request, _STOPPED_BEFORE, "stopped-before")
