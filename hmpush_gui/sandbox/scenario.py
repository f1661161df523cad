"""Bad days to rehearse: what the sandbox can be told to do to push requests."""

from enum import StrEnum

from hmpush_gui.pushkit.words import Sentence

from .scenario_words import DESCRIPTIONS, LABELS


class Scenario(StrEnum):
    """How push requests are answered; requests for access tokens are never touched."""

    NORMAL = "normal"
    SLOW = "slow"
    UNAVAILABLE = "unavailable"
    RETRY_AFTER = "retry-after"
    INNER_ERROR = "inner-error"
    EXPIRED_ONCE = "expired-once"
    TOO_LARGE = "too-large"
    HTML = "html"
    CUT_EARLY = "cut-early"
    CUT = "cut"
    HALF = "half"
    DRIP = "drip"
    RANDOM = "random"

    @property
    def label(self) -> Sentence:
        """What people call it."""
        return LABELS[self]

    @property
    def description(self) -> Sentence:
        """What it does, in one line."""
        return DESCRIPTIONS[self]
