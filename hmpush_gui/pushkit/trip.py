"""One request of a campaign, from its first byte to its fate."""

from dataclasses import dataclass, replace

from .fates import not_sent, stopped
from .ledger import Post
from .outcome import Outcomes, Verdict
from .protocol import Exchange, Request
from .words import QT_TRANSLATE_NOOP, Sentence

_STOPPED_BEFORE = QT_TRANSLATE_NOOP("app", "Stopped before it was sent.")


@dataclass(slots=True)
class Trip:
    """A request that has begun. `posting` and `left` say what a stop would leave."""

    number: int
    request: Request
    fate: Exchange | None = None
    posting: bool = False
    left: bool = True

    async def go(self, post: Post) -> Exchange:
        """Have it posted."""
        self.posting = True
        # Unless `post` says otherwise it may have left.
        self.left = True
        self.fate = await post(self.request, self.tell_left)
        self.posting = False
        return self.fate

    def keep_back(self, why: Sentence | None) -> Exchange:
        """Not post it, perhaps not again: `why`, or because of a stop."""
        if why and not self.fate:
            self.fate = not_sent(self.request, why, "unwritten")
        return self.end()

    def give_up(self, like: Exchange) -> Exchange:
        """Not post it, because the one that came to `like` was no use."""
        if not self.fate:
            reason = like.outcomes[0].reason
            outcomes = Outcomes(self.request.tokens, Verdict.NOT_SENT, "", reason)
            self.fate = replace(like, request=self.request, outcomes=outcomes)
        return self.fate

    def tell_left(self, left: bool) -> None:
        self.left = left

    def end(self) -> Exchange:
        """What is known if nothing more happens to it."""
        if self.posting and self.left:
            return stopped(self.request)
        return self.fate or not_sent(self.request, _STOPPED_BEFORE, "stopped-before")
