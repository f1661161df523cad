"""Says when a quota is used up, as far as this computer knows."""

from collections.abc import Iterable, Iterator

from .message import Message
from .problem import DEVICES, Problem, warning
from .usage import (
    LEGACY_TESTS,
    MARKETING_A_DEVICE,
    TESTS,
    Usage,
    is_counted_test,
    is_marketing,
)
from .words import QT_TRANSLATE_NOOP


def usage_problems(
    message: Message, tokens: Iterable[str], usage: Usage, now: float
) -> Iterator[Problem]:
    """Warnings: what is over a quota is accepted and never shown (facts C.5)."""
    if is_counted_test(message):
        most = LEGACY_TESTS if message.api.legacy else TESTS
        had = usage.tests(message.api, now)
        if had >= most:
            sentence = QT_TRANSLATE_NOOP(
                "pushkit",
                "Test messages of today from this computer: {had} of {most}. What is "
                "over it is accepted and not shown until midnight in Beijing (receipt "
                "256).",
            ).format(had=str(had), most=str(most))
            yield warning("quota-tests", DEVICES, sentence, "C.4")
    elif is_marketing(message):
        _, full = usage.marketing(tokens, now)
        if full:
            sentence = QT_TRANSLATE_NOOP(
                "pushkit",
                "Chosen devices that had {most} marketing messages today from this "
                "computer: {full}. Another one is accepted and not shown to them until "
                "midnight in Beijing (receipt 256; news apps: 5).",
            ).format(full=str(full), most=str(MARKETING_A_DEVICE))
            yield warning("quota-marketing", DEVICES, sentence, "C.1, C.5")
