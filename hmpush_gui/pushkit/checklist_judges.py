"""What of a send speaks for or against each cause of `nothing_shown.json`."""

from collections.abc import Callable
from datetime import datetime

from .chances import Chance
from .document import read
from .reference import categories
from .sent_message import Sent
from .usage import LEGACY_TESTS, TESTS
from .words import QT_TRANSLATE_NOOP, Sentence

Judged = tuple[Chance, Sentence | None] | None
"""None where it does not apply to such a message at all."""

LIKELY, POSSIBLE, EXCLUDED = Chance

_RIGHTS = ("speech", "live-view", "call")
"""Kinds that need a right of their own (facts B.2)."""

_HOUR = 3600


def _dry_run(sent: Sent) -> Judged:
    if not (sent.legacy and sent.message.is_test):
        return None
    return LIKELY, QT_TRANSLATE_NOOP("pushkit", "validate_only is true.")


def _silent_kind(sent: Sent) -> Judged:
    if sent.shape == "background":
        if read(sent.message.document, ("pushOptions", "backgroundMode")) == 1:
            words = QT_TRANSLATE_NOOP("pushkit", "backgroundMode 1: the app is woken.")
            return POSSIBLE, words
        return LIKELY, QT_TRANSLATE_NOOP("pushkit", "A background message.")
    if sent.shape == "data":
        return LIKELY, QT_TRANSLATE_NOOP("pushkit", "A data message without a text.")
    return None


def _right(sent: Sent) -> Judged:
    if not sent.category or sent.category in ("MARKETING", "PLAY_VOICE"):
        return None
    known = next((one for one in categories() if one.name == sent.category), None)
    words = QT_TRANSLATE_NOOP("pushkit", "category is {category}.")
    if known is not None and not known.right:
        return None
    if not sent.legacy and sent.message.is_test:
        words = QT_TRANSLATE_NOOP(
            "pushkit", "category is {category}, but test messages need no right."
        )
        return EXCLUDED, words.format(category=sent.category)
    return LIKELY, words.format(category=sent.category)


def _marketing(sent: Sent) -> Judged:
    if sent.category == "MARKETING":
        return LIKELY, QT_TRANSLATE_NOOP("pushkit", "category is MARKETING.")
    if sent.legacy and sent.shape == "notification" and not sent.category:
        words = QT_TRANSLATE_NOOP(
            "pushkit", "No category is given: Huawei decides by the text."
        )
        return POSSIBLE, words
    return None


def _kind_right(sent: Sent) -> Judged:
    if sent.legacy or sent.shape not in _RIGHTS:
        return None
    words = QT_TRANSLATE_NOOP("pushkit", "push-type is {kind}.")
    return LIKELY, words.format(kind=sent.message.push_type)


def _switch(sent: Sent) -> Judged:
    return (POSSIBLE, None) if sent.kind.shows_notification else None


def _quota(sent: Sent) -> Judged:
    if sent.is_counted_test:
        return _test_quota(sent)
    if sent.is_marketing:
        return _marketing_quota(sent)
    return POSSIBLE, None


def _test_quota(sent: Sent) -> Judged:
    count = sent.count
    if count is None:
        most = LEGACY_TESTS if sent.legacy else TESTS
        words = QT_TRANSLATE_NOOP(
            "pushkit", "A test message: {most} requests a project and day."
        )
        return POSSIBLE, words.format(most=most)
    words = QT_TRANSLATE_NOOP(
        "pushkit",
        "A test message: {count} of {most} requests of today went out from this "
        "computer.",
    )
    chance = LIKELY if count.had >= count.most else POSSIBLE
    return chance, words.format(count=count.had, most=count.most)


def _marketing_quota(sent: Sent) -> Judged:
    count = sent.count
    if count is None:
        words = QT_TRANSLATE_NOOP(
            "pushkit", "A marketing message: 2 a device and day, 5 for news apps."
        )
        return POSSIBLE, words
    words = QT_TRANSLATE_NOOP(
        "pushkit",
        "A marketing message: 2 a device and day, 5 for news apps. From this computer "
        "the device has had {count} today.",
    )
    # This one is among them.
    chance = LIKELY if count.had > count.most else POSSIBLE
    return chance, words.format(count=count.had)


def _foreground(sent: Sent) -> Judged:
    if not sent.kind.shows_notification:
        return None
    if sent.shape == "speech":
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "A text-to-speech message: nothing shows while the app is in front.",
        )
        return POSSIBLE, words
    shown = sent.shown("foregroundShow", "foreground_show")
    if shown is False:
        return LIKELY, QT_TRANSLATE_NOOP("pushkit", "foregroundShow is false.")
    words = QT_TRANSLATE_NOOP("pushkit", "foregroundShow is on: it shows there too.")
    return EXCLUDED, words


def _replaced(sent: Sent) -> Judged:
    number = sent.shown("notifyId", "notify_id")
    if not sent.kind.shows_notification:
        return None
    if not isinstance(number, int) or number < 0:
        return EXCLUDED, QT_TRANSLATE_NOOP("pushkit", "No notifyId is given.")
    words = QT_TRANSLATE_NOOP("pushkit", "notifyId is {number}.")
    return POSSIBLE, words.format(number=number)


def _repeated(sent: Sent) -> Judged:
    name = sent.shown("appMessageId", "")
    if sent.legacy or not isinstance(name, str) or not name:
        return None
    words = QT_TRANSLATE_NOOP("pushkit", "appMessageId is {name}.")
    return POSSIBLE, words.format(name=name)


def _collapsed(sent: Sent) -> Judged:
    if not sent.kind.shows_notification and not sent.legacy:
        return None
    key = sent.option("collapseKey", "collapse_key")
    if not isinstance(key, int) or key < 0:
        words = QT_TRANSLATE_NOOP(
            "pushkit", "No collapse key: up to 120 messages wait for a phone."
        )
        return EXCLUDED, words
    words = QT_TRANSLATE_NOOP("pushkit", "The collapse key is {key}.")
    return POSSIBLE, words.format(key=key)


def _ttl(sent: Sent) -> Judged:
    when = datetime.fromtimestamp(sent.ends).strftime("%Y-%m-%d %H:%M:%S")
    if sent.now >= sent.ends:
        words = QT_TRANSLATE_NOOP("pushkit", "It ended at {when}.")
        return LIKELY, words.format(when=when)
    words = QT_TRANSLATE_NOOP("pushkit", "It waits for the phone until {when}.")
    chance = POSSIBLE if sent.ends - sent.at < _HOUR else EXCLUDED
    return chance, words.format(when=when)


def _click(sent: Sent) -> Judged:
    if not sent.kind.shows_notification:
        return None
    name, kind = "clickAction", "actionType"
    if sent.legacy:
        name, kind = "click_action", "type"
    action = sent.shown("clickAction", name)
    values = action if isinstance(action, dict) else {}
    target = " · ".join(
        f"{key}={values[key]}" for key in ("action", "uri", "intent") if values.get(key)
    )
    if not target:
        words = QT_TRANSLATE_NOOP("pushkit", "{name} is {value}: it names no page.")
        return EXCLUDED, words.format(name=kind, value=str(values.get(kind, "–")))
    return POSSIBLE, QT_TRANSLATE_NOOP("pushkit", "A click opens {target}.").format(
        target=target
    )


def _profile(sent: Sent) -> Judged:
    name = sent.shown("profileId", "profile_id")
    if not isinstance(name, str) or not name:
        return None
    words = QT_TRANSLATE_NOOP("pushkit", "profileId is {name}.")
    return LIKELY, words.format(name=name)


def _widget(sent: Sent) -> Judged:
    if sent.shape != "widget":
        return None
    payload = sent.message.document.get("payload")
    values = payload if isinstance(payload, dict) else {}
    words = QT_TRANSLATE_NOOP("pushkit", "formId is {form}, version is {version}.")
    return LIKELY, words.format(
        form=str(values.get("formId", "–")), version=str(values.get("version", "–"))
    )


def _live(sent: Sent) -> Judged:
    if sent.shape != "live-view":
        return None
    payload = sent.message.document.get("payload")
    values = payload if isinstance(payload, dict) else {}
    words = QT_TRANSLATE_NOOP("pushkit", "activityId is {activity}.")
    return LIKELY, words.format(activity=str(values.get("activityId", "–")))


def _region(sent: Sent) -> Judged:
    words = QT_TRANSLATE_NOOP("pushkit", "The project’s data location here: {region}.")
    return POSSIBLE, words.format(region=sent.project.region)


def _emulator(sent: Sent) -> Judged:
    special = not sent.legacy and sent.shape in _RIGHTS
    return (LIKELY if special else POSSIBLE), None


def _generation(sent: Sent) -> Judged:
    words = QT_TRANSLATE_NOOP("pushkit", "It went out through {api}.")
    return POSSIBLE, words.format(api=str(sent.message.api))


def _sleep(sent: Sent) -> Judged:
    if not sent.kind.shows_notification or sent.category == "VOIP":
        return None
    hour = datetime.fromtimestamp(sent.at).hour
    return (POSSIBLE if hour < 7 or hour >= 22 else EXCLUDED), None


def _always(_sent: Sent) -> Judged:
    return POSSIBLE, None


JUDGES: dict[str, Callable[[Sent], Judged]] = {
    "dry-run": _dry_run,
    "silent-kind": _silent_kind,
    "right": _right,
    "marketing": _marketing,
    "kind-right": _kind_right,
    "switch": _switch,
    "quota": _quota,
    "foreground": _foreground,
    "replaced": _replaced,
    "repeated": _repeated,
    "collapsed": _collapsed,
    "ttl": _ttl,
    "offline": _always,
    "click": _click,
    "token": _always,
    "profile": _profile,
    "widget": _widget,
    "live": _live,
    "region": _region,
    "emulator": _emulator,
    "generation": _generation,
    "content": _always,
    "sleep": _sleep,
    "receipt": _always,
}
"""By the key of the cause."""
