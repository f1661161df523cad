import pytest
from PySide6.QtGui import QImage

from hmpush_gui.pushkit.document import Path, write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Message
from hmpush_gui.ui.card_layout import CardContent
from hmpush_gui.ui.preview_content import content_of

from . import samples

NOTE: Path = ("payload", "notification")
ANDROID: Path = ("message", "android", "notification")


def changed(message: Message, *changes: tuple[Path, object]) -> Message:
    document = message.document
    for path, value in changes:
        document = write(document, path, value)
    return Message(message.api, message.push_type, document)


def alert(**fields: object) -> Message:
    changes = [((*NOTE, name), value) for name, value in fields.items()]
    return changed(samples.message(), *changes)


def legacy(**fields: object) -> Message:
    changes = [((*ANDROID, name), value) for name, value in fields.items()]
    return changed(samples.legacy(), *changes)


def other(shape: str, path: Path, value: object) -> Message:
    message = kind(f"v1-{shape}").message()
    return changed(message, (("message", shape, *path), value))


@pytest.mark.parametrize(
    ("category", "overlaid"), [("IM", True), ("MISS_CALL", True), ("EXPRESS", False)]
)
def test_an_icon_lies_over_the_app_for_chats_and_calls(
    category: str, overlaid: bool
) -> None:
    message = alert(category=category, overlayIcon="https://x")
    assert content_of(message, "12:00").has_overlay is overlaid
    assert not content_of(alert(category=category), "12:00").has_overlay


@pytest.mark.parametrize(
    ("message", "content"),
    [
        (samples.message(), CardContent("Hello", "World", "12:00")),
        (alert(title=5), CardContent("", "World", "12:00")),
        (alert(title="\ud83d!"), CardContent("\ufffd!", "World", "12:00")),
        (alert(image="https://x"), CardContent("Hello", "World", "12:00", (), True)),
        (alert(inboxContent=["one"]), CardContent("Hello", "World", "12:00")),
        (
            alert(style=3, inboxContent=["one", 2]),
            CardContent("Hello", "World", "12:00", ("one", "2")),
        ),
        (alert(style=3, inboxContent="one"), CardContent("Hello", "World", "12:00")),
        (alert(bigTitle="Big"), CardContent("Hello", "World", "12:00")),
        (
            alert(style=1, bigTitle="Big", bigBody="Text"),
            CardContent("Big", "Text", "12:00"),
        ),
        (alert(style=1), CardContent("Hello", "World", "12:00")),
        (
            changed(samples.message(), (("payload",), "wrong")),
            CardContent("", "", "12:00"),
        ),
        (legacy(image="https://x"), CardContent("", "", "12:00", (), True)),
        (
            changed(samples.legacy(), (("message", "notification", "image"), "https")),
            CardContent("", "", "12:00", (), True),
        ),
        (
            legacy(style=3, inbox_content=["one", "two"]),
            CardContent("", "", "12:00", ("one", "two")),
        ),
        (
            legacy(style=1, big_title="Big", big_body="Text"),
            CardContent("Big", "Text", "12:00"),
        ),
        (
            other("apns", ("payload", "aps", "alert"), {"title": "A", "body": "B"}),
            CardContent("A", "B", "12:00"),
        ),
        (
            other("webpush", ("notification",), {"title": "A", "body": "B"}),
            CardContent("A", "B", "12:00"),
        ),
    ],
)
def test_the_card_says_what_the_message_says(
    message: Message, content: CardContent
) -> None:
    assert content_of(message, "12:00") == content


def test_the_time_is_now_unless_it_is_given(qapp: object) -> None:
    assert len(content_of(samples.message()).time) == len("12:00")


def test_a_picture_that_is_at_hand_is_taken_along(qapp: object) -> None:
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    assert content_of(alert(image="https://x"), "1", picture).picture is picture
