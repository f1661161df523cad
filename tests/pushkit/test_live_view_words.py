import pytest

from hmpush_gui.pushkit.live_view_words import live_view_words
from hmpush_gui.pushkit.message import Json, Message
from tests.live_views import CAPSULE, live_view


def words(message: Message) -> str:
    return "\n".join(str(sentence) for sentence in live_view_words(message))


TRIGGER = {
    "displayTime": 600,
    "condition": {
        "longitude": 116.4, "latitude": 39.9, "radius": 500, "monitorEvent": 2,
        "delayTime": 90,
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("more", "card", "texts"),
    [
        (
            {"operation": 0},
            {},
            ["Creates the live view 501 (TRAIN)", "after 2 hours", "12 hours"],
        ),
        (
            {"operation": 1, "version": 3},
            {},
            ["Changes the live view 501", "blocked on it for 24 hours", "Version 3 "],
        ),
        ({"operation": 2}, {}, ["go at once"]),
        ({"operation": 2}, {"keepTime": 1800}, ["notification centre for 30 min"]),
        (
            {"operation": 4, "trigger": TRIGGER},
            {},
            ["Nothing is shown yet", "leaving the circle of 500 m", "39.9, 116.4, 90 s",
             "shown for 10 min"],
        ),
        ({"operation": 4}, {}, ["entering the circle of ? m", "shown for 15 min"]),
        ({"operation": 6, "trigger": TRIGGER}, {}, ["ends the live view 501"]),
        ({"operation": 9}, {}, ["Choose an operation"]),
        ({"operation": 1, "mute": False}, {}, ["rings and vibrates"]),
        ({"operation": 1}, {}, ["stays silent", "live-view right for TRAIN"]),
    ],
)  # fmt: skip
def test_the_operation_is_told_with_its_times(
    more: Json, card: Json, texts: list[str]
) -> None:
    said = words(live_view(card, **more))
    for text in texts:
        assert text in said


def test_an_ended_live_view_is_not_said_to_ring() -> None:
    assert "silent" not in words(live_view(operation=2))


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"status": -1}, "hidden (status −1)"),
        ({"remind": "FLIP"}, "up to 5 times"),
        ({"remind": "EXPAND"}, "up to twice"),
    ],
)
def test_the_capsule_says_how_it_draws_the_eye(values: Json, text: str) -> None:
    assert text in words(live_view(parts={"capsuleData": {**CAPSULE, **values}}))


@pytest.mark.parametrize(
    ("length", "extend", "cut"),
    [
        (23, {}, False),
        (24, {}, True),
        (18, {"type": 1}, False),
        (19, {"type": 1}, True),
    ],
)
def test_a_title_that_is_cut_is_told_with_the_room_there_is(
    length: int, extend: Json, cut: bool
) -> None:
    card = {"contentTitle": "x" * length, "extend": extend}
    room = 18 if extend else 23
    assert (f"title is cut: about {room} Latin" in words(live_view(card))) is cut


def test_a_text_in_pieces_is_cut_as_one() -> None:
    card = {"contentText": [{"text": "x" * 20}, {"text": "y" * 20}]}
    assert "The card text is cut: about 28 Latin or 19 Chinese" in words(
        live_view(card)
    )
