import pytest

from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.picture_place import (
    PicturePlace,
    PictureUse,
    is_loopback,
    picture_place,
    why_not_loaded,
)

URL = "https://x.example/y.png"


def with_value(key: str, path: tuple[str, ...], value: object) -> Message:
    message = kind(key).message()
    document = write(message.document, path, value)
    return Message(message.api, message.push_type, document)


@pytest.mark.parametrize(
    ("message", "use"),
    [
        (
            with_value("v3-alert", ("payload", "notification", "image"), URL),
            PictureUse.NOTIFICATION,
        ),
        (
            with_value("v3-speech", ("payload", "notification", "image"), f" {URL}\n"),
            PictureUse.NOTIFICATION,
        ),
        (
            with_value("v3-widget", ("payload", "images"), [{"url": URL}]),
            PictureUse.WIDGET,
        ),
        (
            with_value("v1-notification", ("message", "notification", "image"), URL),
            PictureUse.LEGACY,
        ),
        (
            with_value(
                "v2-notification", ("message", "android", "notification", "image"), URL
            ),
            PictureUse.LEGACY,
        ),
    ],
)
def test_the_picture_of_each_kind_is_found(message: Message, use: PictureUse) -> None:
    assert picture_place(message) == PicturePlace(use, URL)


def test_the_image_for_android_wins() -> None:
    body: Json = {
        "notification": {"image": "https://general"},
        "android": {"notification": {"image": "https://android"}},
    }
    place = picture_place(Message(Api.V1, "", {"message": body}))
    assert place == PicturePlace(PictureUse.LEGACY, "https://android")


@pytest.mark.parametrize("key", ["v3-background", "v3-live-view", "v3-call", "v1-data"])
def test_kinds_without_a_place_for_a_picture_have_none(key: str) -> None:
    assert picture_place(kind(key).message()) is None


@pytest.mark.parametrize("value", [None, 5, [], {}, ""])
def test_a_place_without_an_address_is_still_a_place(value: object) -> None:
    message = with_value("v3-alert", ("payload", "notification", "image"), value)
    place = picture_place(message)
    assert place is not None
    assert place.url in ("", "5")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://x.example/y.png", None),
        ("HTTPS://x.example", None),
        ("http://127.0.0.1:8000/y.png", None),
        ("http://localhost/y.png", None),
        ("http://[::1]:80/y.png", None),
        ("http://x.example/y.png", "Only https"),
        ("http://127.0.0.1.x.example/", "Only https"),
        ("javascript:alert(1)", "Only https"),
        ("data:image/png;base64,AAAA", "Only https"),
        ("x.example/y.png", "no whole address"),
        ("https://", "no whole address"),
        ("https://[bad/", "no whole address"),
    ],
)
def test_an_address_may_be_asked_or_it_is_said_why_not(
    url: str, words: str | None
) -> None:
    why = why_not_loaded(url)
    assert (words in str(why)) if words else why is None


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("localhost", True), ("127.9.9.9", True), ("::1", True),
        ("10.0.0.1", False), ("localhost.example", False), ("", False),
    ],
)  # fmt: skip
def test_this_machine_is_known_by_its_addresses(host: str, here: bool) -> None:
    assert is_loopback(host) is here
