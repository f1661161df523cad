"""Rules on v1 and v2 messages."""

from collections.abc import Iterator
from typing import Any

from .alert_rules import profile_problems
from .document import Path, read
from .kinds import Kind
from .message import Message
from .problem import Problem, blocking, hint, warning
from .topic_rules import MOST_TOPICS, is_condition, is_topic, topics_of
from .words import QT_TRANSLATE_NOOP, Sentence

BODY: Path = ("message",)
ANDROID: Path = ("message", "android", "notification")


def legacy_problems(message: Message, kind: Kind) -> Iterator[Problem]:
    """Facts A.4 to A.7."""
    body = read(message.document, BODY)
    if not isinstance(body, dict):
        return
    yield from _target(body)
    yield from _urgency(message)
    if _is_android(body, kind):
        yield from _texts(message)
        profile = (*ANDROID, "profile_id")
        yield from profile_problems(read(message.document, profile), profile)
        yield from _click(message)
        yield from _mixed(message)


def _is_android(body: dict[str, Any], kind: Kind) -> bool:
    """Whether a notification is drawn on a phone with HarmonyOS 3/4 or Android."""
    elsewhere = {"apns", "webpush"} & body.keys()
    return kind.shows_notification and not (elsewhere and "android" not in body)


def _target(body: dict[str, Any]) -> Iterator[Problem]:
    topic, condition = body.get("topic"), body.get("condition")
    if topic and condition:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "A message goes to a topic or to a condition, not to both."
        )
        yield blocking("two-targets", (*BODY, "condition"), sentence, "A.4, J 23")
    if isinstance(topic, str) and topic and not is_topic(topic):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "A topic has up to 900 letters, digits, Chinese characters and _ . ~ % -.",
        )
        yield blocking("topic", (*BODY, "topic"), sentence, "A.10")
    if isinstance(condition, str) and condition:
        yield from _condition(condition)


def _condition(condition: str) -> Iterator[Problem]:
    path = (*BODY, "condition")
    topics = topics_of(condition)
    if len(topics) > MOST_TOPICS:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "A condition may name at most {most} topics."
        ).format(most=MOST_TOPICS)
        yield blocking("condition", path, sentence, "A.4, D")
    elif not is_condition(condition) or not all(map(is_topic, topics)):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "This is no condition. It looks like {example}."
        ).format(example="'A' in topics && ('B' in topics || 'C' in topics)")
        yield blocking("condition", path, sentence, "A.4")


def _urgency(message: Message) -> Iterator[Problem]:
    path = ("message", "android", "urgency")
    if read(message.document, path) == "HIGH":
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "HIGH urgency needs a special right; without it Push Kit refuses the "
            "message with 80300011.",
        )
        yield warning("urgency", path, sentence, "A.5, F.2")


def _texts(message: Message) -> Iterator[Problem]:
    labels = {
        "title": Sentence("schema", "Title"),
        "body": Sentence("schema", "Text"),
    }
    for name, label in labels.items():
        if not getattr(message, name):
            sentence = QT_TRANSLATE_NOOP("pushkit", "{label} is missing.")
            path = ("message", "notification", name)
            yield blocking(f"legacy-{name}", path, sentence.format(label=label), "A.6")


def _click(message: Message) -> Iterator[Problem]:
    click = read(message.document, (*ANDROID, "click_action"))
    if not isinstance(click, dict):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "Say what a click opens (android.notification.click_action)."
        )
        path = (*ANDROID, "click_action", "type")
        yield blocking("legacy-click", path, sentence, "A.6, J 23")
    elif click.get("type") == 1 and not (click.get("intent") or click.get("action")):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "To open a page of the app, give its intent or its action."
        )
        path = (*ANDROID, "click_action", "action")
        yield blocking("legacy-page", path, sentence, "A.7")
    elif click.get("type") == 2 and not click.get("url"):
        sentence = QT_TRANSLATE_NOOP("pushkit", "To open a web address, give its URL.")
        path = (*ANDROID, "click_action", "url")
        yield blocking("legacy-url", path, sentence, "A.7")


def _mixed(message: Message) -> Iterator[Problem]:
    data = read(message.document, ("message", "data"))
    inner = read(message.document, ("message", "android", "data"))
    if data or inner:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "Notification and data together: the system draws the notification, and "
            "the app gets the data only when it is tapped. To wake the app, send a "
            "data message of its own.",
        )
        yield hint("mixed", ("message", "data"), sentence, "A.4")
