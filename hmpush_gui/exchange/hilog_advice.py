"""What findings in a device's log are called, and what to do about them."""

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .hilog import Certainty, Kind

_PUBLIC = "%{public}s"
_MASK = QT_TRANSLATE_NOOP(
    "exchange",
    "hilog hides what an app does not print as public. Print it with {format} in the "
    "app; or, on a device that allows it, run “{command}” and start the app again.",
).format(format=_PUBLIC, command="hdc shell hilog -p off")
_PARTLY = QT_TRANSLATE_NOOP(
    "exchange",
    "The app prints only a part of it. Print the whole value once, in a debug build.",
)
_UNPRINTED = QT_TRANSLATE_NOOP(
    "exchange",
    "getToken succeeded, but the app does not print the token. Print it with {format}, "
    "in a debug build.",
).format(format=_PUBLIC)

TITLES: dict[Kind, Sentence] = {
    Kind.TOKEN: QT_TRANSLATE_NOOP("exchange", "Push token"),
    Kind.MASKED_TOKEN: QT_TRANSLATE_NOOP("exchange", "Push token, hidden"),
    Kind.UNPRINTED_TOKEN: QT_TRANSLATE_NOOP("exchange", "Push token, not printed"),
    Kind.MASKED_ERROR: QT_TRANSLATE_NOOP("exchange", "Error of getToken, hidden"),
    Kind.AAID: QT_TRANSLATE_NOOP("exchange", "AAID"),
    Kind.MASKED_AAID: QT_TRANSLATE_NOOP("exchange", "AAID, hidden"),
    Kind.CODE: QT_TRANSLATE_NOOP("exchange", "Error code"),
    Kind.BOUND: QT_TRANSLATE_NOOP("exchange", "Profile ID bound"),
    Kind.NOT_BOUND: QT_TRANSLATE_NOOP("exchange", "Profile ID not bound"),
    Kind.UNBOUND: QT_TRANSLATE_NOOP("exchange", "Profile ID unbound"),
    Kind.NOT_UNBOUND: QT_TRANSLATE_NOOP("exchange", "Profile ID not unbound"),
}
"""What a finding is called."""

CERTAINTIES: dict[Certainty, Sentence] = {
    Certainty.SURE: QT_TRANSLATE_NOOP("exchange", "sure"),
    Certainty.LIKELY: QT_TRANSLATE_NOOP("exchange", "likely"),
    Certainty.POSSIBLE: QT_TRANSLATE_NOOP("exchange", "possible"),
}

_MASKED = (Kind.MASKED_TOKEN, Kind.MASKED_ERROR, Kind.MASKED_AAID)


def advice_on(kind: Kind, value: str) -> Sentence | None:
    """What to do about a value that the log does not show."""
    if kind is Kind.UNPRINTED_TOKEN:
        return _UNPRINTED
    if kind in _MASKED:
        return _PARTLY if value else _MASK
    return None
