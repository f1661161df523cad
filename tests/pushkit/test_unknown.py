import pytest

from hmpush_gui.pushkit.document import Path, write
from hmpush_gui.pushkit.kinds import kind, kinds
from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.unknown import unknown_paths

from .fakes import good_message

BUTTONS = ("message", "android", "notification", "buttons")


def unknown(key: str, path: Path, value: object) -> list[tuple[str, Path]]:
    message = good_message(key)
    changed = write(message.document, path, value)
    return unknown_paths(Message(message.api, message.push_type, changed), kind(key))


@pytest.mark.parametrize("key", [each.key for each in kinds()])
def test_a_good_message_holds_nothing_unknown(key: str) -> None:
    assert unknown_paths(good_message(key), kind(key)) == []


@pytest.mark.parametrize(
    ("key", "path", "value", "found"),
    [
        ("v3-alert", ("future",), {"a": 1}, [("content", ("future",))]),
        ("v3-alert", ("target", "token"), ["a"], []),
        ("v3-alert", ("target", "who"), 1, [("content", ("target", "who"))]),
        # Free data are the user's own.
        ("v3-alert", ("payload", "notification", "clickAction", "data", "x"), 1, []),
        ("v3-widget", ("payload", "formData", "x"), 1, []),
        # A kind without that form shows it on the one that every kind has.
        ("v3-call", ("payload", "x"), 1, [("delivery", ("payload", "x"))]),
        # What belongs to another kind has no form in this one.
        (
            "v1-notification",
            ("message", "apns"),
            {},
            [("content", ("message", "apns"))],
        ),
        (
            "v1-notification",
            BUTTONS,
            [{"name": "a"}, {"x": 1}, 5],
            [("action", (*BUTTONS, "1", "x"))],
        ),
        ("v1-notification", BUTTONS, "no list", []),
    ],
)
def test_unknown_keys_are_found_with_their_tab(
    key: str, path: Path, value: object, found: list[tuple[str, Path]]
) -> None:
    assert unknown(key, path, value) == found


def test_strange_documents_hold_nothing_that_stops_it() -> None:
    strange: Json = {"payload": 5, "pushOptions": [], "x": None}
    found = unknown_paths(Message(Api.V3, "0", strange), kind("v3-alert"))
    assert found == [("content", ("x",))]
