"""Spans of time in words: seconds, minutes, hours."""

from .words import QT_TRANSLATE_NOOP, Sentence


def span(seconds: float) -> Sentence:
    """`seconds` in the largest unit that gives a whole number."""
    whole = int(seconds)
    for unit, sentence in ((86400, _DAYS), (3600, _HOURS), (60, _MINUTES)):
        if whole >= unit and whole % unit == 0:
            return sentence.format(count=whole // unit)
    return _SECONDS.format(count=whole)


_DAYS = QT_TRANSLATE_NOOP("pushkit", "{count} d")
_HOURS = QT_TRANSLATE_NOOP("pushkit", "{count} h")
_MINUTES = QT_TRANSLATE_NOOP("pushkit", "{count} min")
_SECONDS = QT_TRANSLATE_NOOP("pushkit", "{count} s")
