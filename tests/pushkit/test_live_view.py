import pytest

from hmpush_gui.pushkit.live_view import (
    BASE,
    Aside,
    Piece,
    node_icons,
    pieces,
    read_live_view,
)
from hmpush_gui.pushkit.message import Api, Json, Message
from tests.live_views import CAPSULE, live_view


def test_placeholders_are_replaced_by_what_the_message_says() -> None:
    card = {
        "keywords": {"trainNo": "G7"},
        "contentTitle": "Train {{trainNo}} {{ status }}",
        "contentText": [{"text": "{{flightNo}} {{other}}"}],
    }
    found = read_live_view(live_view(card)).card
    assert found.title == "Train G7 Check-in closed"
    assert found.text == (Piece("XY100 {{other}}"),)


@pytest.mark.parametrize("status", [None, "", 5.5, []])
def test_without_a_status_an_example_word_stands_for_it(status: object) -> None:
    title = read_live_view(
        live_view({"contentTitle": "{{status}}"}, status=status)
    ).card
    assert title.title in ("Status", "5.5")


def test_a_status_is_put_into_the_words_of_the_card() -> None:
    card = {"contentTitle": "{{status}}", "contentText": [{"text": "列车"}]}
    assert read_live_view(live_view(card)).card.title == "停止检票"


@pytest.mark.parametrize(
    ("extend", "aside"),
    [
        ({"type": 1, "text": "Call"}, Aside(1, "Call", "")),
        ({"type": 4, "pic": "old.png"}, Aside(4, "", "old.png")),
        ({"type": 3, "image": "a.png", "pic": "b.png"}, Aside(3, "", "a.png")),
        ({"type": 0}, None),
        ({"type": 9}, None),
        ("text", None),
    ],
)
def test_the_auxiliary_part_is_there_for_the_kinds_that_show_one(
    extend: object, aside: Aside | None
) -> None:
    assert read_live_view(live_view({"extend": extend})).card.aside == aside


def capsule(**values: object) -> Json:
    return {"capsuleData": {**CAPSULE, **values}}


@pytest.mark.parametrize(
    ("milliseconds", "clock"),
    [
        (0, "00:00"),
        (65_000, "01:05"),
        (3_665_999, "1:01:05"),
        (-5, "00:00"),
        ("x", "00:00"),
    ],
)
def test_the_timer_reads_as_on_a_phone(milliseconds: object, clock: str) -> None:
    parts = capsule(type=2, capsuleTimer={"time": milliseconds})
    found = read_live_view(live_view(parts=parts)).capsule
    assert found is not None
    assert found.clock == clock


@pytest.mark.parametrize(
    ("progress", "share"),
    [
        ({"max": 200, "progress": 50}, 0.25),
        ({"progress": 40}, 0.4),
        ({"max": 0, "progress": 40}, 0.4),
        ({"max": 10, "progress": 40}, 1.0),
        ({"max": -10, "progress": 40}, 0.0),
        ({"indeterminate": True, "progress": 40}, None),
        ("wrong", 0.0),
    ],
)
def test_the_progress_of_a_capsule_is_a_share(
    progress: object, share: float | None
) -> None:
    found = read_live_view(live_view(parts=capsule(type=3, progress=progress))).capsule
    assert found is not None
    assert found.share == share


def test_a_capsule_is_shown_unless_it_is_hidden() -> None:
    shown = [
        read_live_view(live_view(parts=capsule(status=status))).capsule
        for status in (1, -1, None)
    ]
    assert [each and each.shown for each in shown] == [True, False, True]
    assert read_live_view(live_view()).capsule is None


def test_a_colour_that_is_none_is_left_out() -> None:
    found = read_live_view(live_view(parts=capsule(bgColor="blue"))).capsule
    assert found is not None
    assert found.colour is None


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("plain", (Piece("plain"),)),
        (
            [{"text": "a", "foregroundColor": "#FF0000FF"}, 5],
            (Piece("a", "#FF0000FF"),),
        ),
        (None, ()),
    ],
)
def test_a_text_comes_in_pieces_or_whole(
    value: object, found: tuple[Piece, ...]
) -> None:
    assert pieces(value) == found


def test_a_bar_has_five_nodes_at_most() -> None:
    icons = [f"{number}.png" for number in range(9)]
    assert node_icons({"richProgress": {"nodeIcons": icons}}) == tuple(icons[:5])
    assert node_icons({"richProgress": {"nodeIcons": "a.png"}}) == ()


@pytest.mark.parametrize(
    "document", [{}, {"payload": []}, {"payload": {"activityData": 5}}]
)
def test_a_document_of_another_shape_shows_an_empty_card(document: Json) -> None:
    view = read_live_view(Message(Api.V3, "7", document))
    assert (view.operation, view.capsule, view.outer) == (None, None, None)
    assert (view.card.layout, view.card.title, view.card.text) == (BASE, "", ())
