"""Where a notification arrives, by category."""

import pytest

from hmpush_gui.pushkit.arrival import Arrival, arrival_of
from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.reference import categories


def message(category: object, key: str = "v3-alert") -> Message:
    made = kind(key).message()
    path = (
        ("message", "android", "category")
        if made.api.legacy
        else ("payload", "notification", "category")
    )
    return Message(made.api, made.push_type, write(made.document, path, category))


def places(arrival: Arrival) -> str:
    """The places in letters: Important, Lock, Banner, Status, Rings, Vibrates."""
    flags = {
        "I": arrival.important,
        "L": arrival.lock,
        "B": arrival.banner,
        "S": arrival.status,
        "R": arrival.rings,
        "V": arrival.vibrates,
    }
    return "".join(letter for letter, on in flags.items() if on)


@pytest.mark.parametrize(
    ("category", "phone", "watch"),
    [
        ("IM", "ILBSRV", "I"),
        ("EXPRESS", "ILBSRV", "I"),
        ("PLAY_VOICE", "ILBSV", "I"),
        ("CUSTOMER_SERVICE", "ISRV", "I"),
        ("MARKETING", "", "LRV"),
        ("UNHEARD_OF", "", "LRV"),
        ("", "", "LRV"),
        (5, "", "LRV"),
    ],
)
def test_each_category_has_its_places(category: object, phone: str, watch: str) -> None:
    assert places(arrival_of(message(category))) == phone
    assert places(arrival_of(message(category), wearable=True)) == watch


def test_every_category_of_the_reference_names_its_right() -> None:
    for each in categories():
        arrival = arrival_of(message(each.name))
        assert (arrival.category, arrival.right) == (each.name, each.right)


def test_only_legacy_messages_may_leave_the_class_to_huawei() -> None:
    unknown = arrival_of(kind("v1-notification").message())
    assert not unknown.known
    assert arrival_of(message("IM", "v1-notification")).known
    assert arrival_of(message("")).known
