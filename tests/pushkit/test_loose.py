import pytest

from hmpush_gui.pushkit.loose import (
    a_colour,
    a_list,
    a_number,
    a_text,
    an_object,
    json_inside,
    objects,
)


@pytest.mark.parametrize("value", [None, 1, "x", [], True])
def test_what_is_no_object_counts_as_an_empty_one(value: object) -> None:
    assert an_object(value) == {}
    assert an_object({"a": 1}) == {"a": 1}


def test_only_the_objects_of_a_list_are_taken() -> None:
    assert objects([1, {"a": 1}, "x", {}]) == [{"a": 1}, {}]
    assert objects({"a": 1}) == []
    assert a_list("text") == []


@pytest.mark.parametrize(
    ("value", "text"),
    [("x", "x"), (3, "3"), (2.5, "2.5"), (True, ""), (None, ""), ([], ""), ({}, "")],
)
def test_texts_and_numbers_read_as_text(value: object, text: str) -> None:
    assert a_text(value) == text


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (0, 0),
        (-1.5, -1.5),
        (False, None),
        ("1", None),
        (float("inf"), None),
        (float("nan"), None),
        (10**40, None),
        (10**400, None),
        (-(10**400), None),
    ],
)
def test_a_number_can_be_reckoned_with(value: object, number: float | None) -> None:
    assert a_number(value) == number


@pytest.mark.parametrize(
    ("value", "colour"),
    [
        ("#0a6cff", "#0a6cff"),
        ("#800A6CFF", "#800A6CFF"),
        ("#0a6", None),
        ("red", None),
        ("#0a6cff\n", None),
        (5, None),
    ],
)
def test_only_colours_that_push_kit_knows_are_colours(
    value: object, colour: str | None
) -> None:
    assert a_colour(value) == colour


def test_json_inside_a_text_is_read_or_left() -> None:
    assert json_inside('{"a": [1]}') == {"a": [1]}
    assert json_inside("{") is None
    assert json_inside("[" * 100_000) is None
