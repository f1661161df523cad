from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.kinds import Kind, kind, kinds
from hmpush_gui.pushkit.message import Message
from hmpush_gui.ui.phone_look import DARK_PHONE, LIGHT_PHONE, PhoneLook
from hmpush_gui.ui.schematics import Schematic, schematic_for

from .schematic_samples import font, outside, texts

KINDS = [each for each in kinds() if schematic_for(each)]
NOTE = "Schematic: devices draw it in their own way"


def schematic(of: Kind) -> Schematic:
    found = schematic_for(of)
    assert found is not None
    return found


def painted(message: Message, of: Kind, look: PhoneLook) -> QImage:
    size = schematic(of).size(message, font()).toSize()
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    schematic(of).paint(painter, message, look, font())
    painter.end()
    return image


def test_every_kind_that_shows_no_notification_has_a_schematic() -> None:
    without = {each.key for each in kinds() if not schematic_for(each)}
    assert without == {
        each.key for each in kinds() if each.shows_notification
    } - {"v3-speech"}  # fmt: skip


def test_only_speech_stands_below_a_card() -> None:
    below = [each.key for each in KINDS if schematic(each).with_card]
    assert below == ["v3-speech"]


@pytest.mark.parametrize("of", KINDS, ids=lambda each: each.key)
def test_a_blank_message_is_drawn_and_told(qapp: object, of: Kind) -> None:
    drawing = schematic(of).drawing(of.message(), font())
    assert texts(drawing)[-1] == NOTE
    assert not outside(drawing)
    assert schematic(of).words(of.message())
    assert schematic(of).size(of.message(), font()) == drawing.size


@pytest.mark.parametrize("look", [LIGHT_PHONE, DARK_PHONE], ids=["light", "dark"])
@pytest.mark.parametrize("of", KINDS, ids=lambda each: each.key)
def test_every_schematic_is_painted(qapp: object, of: Kind, look: PhoneLook) -> None:
    image = painted(of.message(), of, look)
    colours = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 7)
        for y in range(0, image.height(), 7)
    }
    assert len(colours) > 2


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False)
    | st.text(max_size=12) | st.just("x" * 4000),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["text", "type", "title", "firstLine", "progress", "time", "url", "name"]
        ),
        inner,
        max_size=3,
    ),
    max_leaves=6,
)  # fmt: skip

PATHS = [
    ("payload",),
    ("payload", "activityData"),
    *(
        ("payload", "activityData", "notificationData", name)
        for name in (
            "type", "contentTitle", "contentText", "extend", "richProgress",
            "singleTextBlock", "firstTextBlock", "lastTextBlock", "weather", "game",
            "keepTime", "keywords", "spaceText", "additionalText", "lockScreen",
        )
    ),
    ("payload", "activityData", "capsuleData"),
    ("payload", "activityData", "externalData"),
    ("payload", "trigger"),
    ("payload", "operation"),
    ("payload", "formData"),
    ("payload", "formId"),
    ("payload", "images"),
    ("payload", "extraData"),
    ("payload", "proxyData"),
    ("pushOptions",),
    ("message",),
]  # fmt: skip


@settings(
    max_examples=150, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(
    of=st.sampled_from(KINDS),
    changes=st.lists(st.tuples(st.sampled_from(PATHS), VALUES), max_size=4),
    layout=st.sampled_from([3, 4, 5, 7, -1]),
)
def test_whatever_stands_in_a_message_is_drawn_and_told(
    qapp: object, of: Kind, changes: list[tuple[tuple[str, ...], Any]], layout: int
) -> None:
    document = of.blank
    if of.key == "v3-live-view":
        path = ("payload", "activityData", "notificationData", "type")
        document = write(document, path, layout)
    for place, value in changes:
        document = write(document, place, value)
    message = Message(of.api, of.push_type, document)
    painted(message, of, LIGHT_PHONE)
    assert not outside(schematic(of).drawing(message, font()))
    assert all(schematic(of).words(message))


def test_a_notification_has_none() -> None:
    assert schematic_for(kind("v3-alert")) is None
