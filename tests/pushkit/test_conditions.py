import pytest

from hmpush_gui.pushkit.conditions import Condition, conditions_of, same
from hmpush_gui.pushkit.message import Json

STYLE = {"title": "Style", "enum": [0, 3], "x-names": ["Normal", "Lines"], "default": 0}
ROOT: Json = {
    "properties": {"payload": {"properties": {"event": {"title": "Event"}}}},
}


def condition(**words: object) -> Condition:
    """The condition `x-when` of a value beside a style and a sound."""
    siblings = {"style": STYLE, "sound": {"title": "Sound"}, "on": {"title": "On"}}
    (found,) = conditions_of({"x-when": words}, siblings, ROOT, ("a", "lines"))
    return found


@pytest.mark.parametrize(
    ("document", "holds"),
    [
        ({"a": {"style": 3}}, True),
        ({"a": {"style": 0}}, False),
        ({"a": {"style": "3"}}, False),
        ({"a": {"style": 3.0}}, False),
        # The default counts, and it is 0.
        ({"a": {}}, False),
        ({"a": 5}, False),
        ({}, False),
    ],
)
def test_a_condition_looks_at_the_value_beside(document: Json, holds: bool) -> None:
    assert condition(style=[3]).holds(document) is holds
    assert condition(style=[0]).holds({}) is True


def test_a_condition_may_want_any_value() -> None:
    assert condition(sound=[]).holds({"a": {"sound": ""}})
    assert not condition(sound=[]).holds({"a": {}})


def test_a_condition_may_look_from_the_top() -> None:
    found = condition(**{"/payload/event": ["TRAIN"]})
    assert found.path == ("payload", "event")
    assert found.holds({"payload": {"event": "TRAIN"}})
    assert not found.holds({"payload": {}})
    assert str(found.sentence) == "Not used: it is for “Event” = TRAIN."


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (condition(style=[3]), "Not used: it is for “Style” = Lines."),
        (condition(style=[0, 3]), "Not used: it is for certain values of “Style”."),
        (condition(on=[False]), "Not used: it is for “On” = off."),
        (condition(sound=[]), "Not used: it needs “Sound” as well."),
    ],
)
def test_a_condition_says_what_has_to_be_so(found: Condition, words: str) -> None:
    assert str(found.sentence) == words


def test_what_has_no_condition_has_none() -> None:
    assert not list(conditions_of({}, {}, ROOT, ("a",)))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (1, 1, True),
        (1, True, False),
        (True, True, True),
        (1, 1.0, False),
        (0.0, -0.0, False),
        (None, False, False),
        ("1", 1, False),
        ({"a": [1]}, {"a": [1]}, True),
        ({"a": [1]}, {"a": [True]}, False),
    ],
)
def test_same_is_what_the_wire_carries(one: object, other: object, alike: bool) -> None:
    assert same(one, other) is alike
