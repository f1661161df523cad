"""The number on the icon."""

import pytest

from hmpush_gui.pushkit.badge import badge_after, badge_text, is_badge_only
from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Message


def message(badge: object, key: str = "v3-alert", **texts: str) -> Message:
    made = kind(key).message()
    path = (
        ("message", "android", "notification")
        if made.api.legacy
        else ("payload", "notification")
    )
    document = write(made.document, (*path, "badge"), badge)
    for name, text in texts.items():
        document = write(document, (*path, name), text)
    return Message(made.api, made.push_type, document)


@pytest.mark.parametrize(
    ("badge", "before", "shown", "why"),
    [
        ({"setNum": 5}, 7, "5", "Set to 5, whatever"),
        ({"setNum": 5, "addNum": 2}, 7, "5", "wins over the 2"),
        ({"setNum": 0}, 7, "", "goes away"),
        ({"addNum": 2}, 7, "9", "2 is added"),
        ({"addNum": 1}, 99, "99+", "1 is added"),
        ({"setNum": 99}, 0, "99", "Set to 99"),
        ({"setNum": 100}, 7, "7", "as it was"),
        ({"addNum": 0}, 7, "7", "as it was"),
        ({"setNum": True}, 7, "7", "as it was"),
        ({"addNum": "2"}, 7, "7", "as it was"),
        ({}, 7, "7", "as it was"),
        (None, 7, "7", "as it was"),
    ],
)
def test_the_badge_after_a_message(
    badge: object, before: int, shown: str, why: str
) -> None:
    after = badge_after(message(badge), before)
    assert after.text == shown
    assert why in str(after.why)


@pytest.mark.parametrize(
    ("badge", "after"),
    [({"class": "Main"}, 4), ({"add_num": 5}, 8), ({"set_num": 2, "add_num": 5}, 2)],
)
def test_a_legacy_badge_without_numbers_counts_up(badge: object, after: int) -> None:
    assert badge_after(message(badge, "v1-notification"), 3).after == after


@pytest.mark.parametrize(
    ("number", "text"), [(0, ""), (1, "1"), (99, "99"), (100, "99+"), (5000, "99+")]
)
def test_an_icon_shows_numbers_up_to_99(number: int, text: str) -> None:
    assert badge_text(number) == text


def test_a_badge_alone_is_recognised() -> None:
    assert is_badge_only(message({"setNum": 1}))
    assert not is_badge_only(message({"setNum": 1}, title="Hello"))
    assert not is_badge_only(kind("v3-alert").message())
    assert not is_badge_only(kind("v3-background").message())
