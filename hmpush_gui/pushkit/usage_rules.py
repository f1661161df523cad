"""Says when a quota of the day is used up, as far as this computer knows."""

from collections.abc import Iterator

from .problem import DEVICES, Problem, warning
from .usage import Count
from .words import QT_TRANSLATE_NOOP


def usage_problems(count: Count | None) -> Iterator[Problem]:
    """A warning: what is over a quota is accepted and never shown (facts C.5)."""
    if count is None:
        return
    if count.full:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "Chosen devices that had {most} marketing messages today from this "
            "computer: {full}. One more is accepted and not shown to them until "
            "midnight in Beijing (receipt 256; news apps: 5).",
        ).format(full=str(count.full), most=str(count.most))
        yield warning("quota-marketing", DEVICES, sentence, "C.1, C.5")
    elif count.full is None and count.had >= count.most:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "Test messages of today from this computer: {had} of {most}. One more is "
            "accepted and not shown until midnight in Beijing (receipt 256).",
        ).format(had=str(count.had), most=str(count.most))
        yield warning("quota-tests", DEVICES, sentence, "C.4, C.5")
