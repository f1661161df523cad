from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.exchange.json_diff import (
    Change,
    Difference,
    differences,
    path_text,
)

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.text("ab", max_size=2),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("abc", max_size=1), inner, max_size=3)
    ),
    max_leaves=8,
)


def told(before: Any, after: Any) -> list[str]:
    """Differences as `+ path value`, `- path value`, `~ path old new`."""
    lines = []
    for each in differences(before, after):
        path = path_text(each.path)
        if each.change is Change.ADDED:
            lines.append(f"+ {path} {each.after}")
        elif each.change is Change.REMOVED:
            lines.append(f"- {path} {each.before}")
        else:
            lines.append(f"~ {path} {each.before} {each.after}")
    return lines


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ({}, {}, []),
        ({"a": 1}, {"a": 1}, []),
        ({"a": 1}, {"a": 2}, ["~ a 1 2"]),
        ({"a": 1}, {}, ["- a 1"]),
        ({}, {"a": {"b": 1}}, ["+ a {'b': 1}"]),
        ({"a": {"b": 1, "c": 2}}, {"a": {"b": 3, "c": 2}}, ["~ a.b 1 3"]),
        ({"a": 1}, {"a": {"b": 1}}, ["~ a 1 {'b': 1}"]),
        ({"a": None}, {}, ["- a None"]),
        ({"a": [1, 2, 3]}, {"a": [1, 3]}, ["- a[1] 2"]),
        ({"a": [1, 2]}, {"a": [0, 1, 2]}, ["+ a[0] 0"]),
        ({"a": [1, 1]}, {"a": [1]}, ["- a[1] 1"]),
        ([{"x": 1}, 2], [{"x": 5}, 2], ["~ [0].x 1 5"]),
        ([1, 2, 3], [1, 9, 8, 3], ["~ [1] 2 9", "+ [2] 8"]),
        (1, True, ["~ $ 1 True"]),
        (1, 1.0, ["~ $ 1 1.0"]),
        ([1], [True], ["~ [0] 1 True"]),
        ("a", "a", []),
    ],
)
def test_each_place_that_differs_is_named(
    before: Any, after: Any, lines: list[str]
) -> None:
    assert told(before, after) == lines


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), "$"),
        (("payload", "list", 0, "title"), "payload.list[0].title"),
        (("push-type",), "push-type"),
        (("odd key", "a.b"), '["odd key"]["a.b"]'),
        (("数量",), "数量"),
    ],
)
def test_places_are_written_as_one_would_type_them(
    path: tuple[str | int, ...], text: str
) -> None:
    assert path_text(path) == text


@given(VALUES)
def test_nothing_differs_from_itself(value: Any) -> None:
    assert list(differences(value, value)) == []


@given(VALUES, VALUES)
def test_the_way_back_has_as_many_differences(before: Any, after: Any) -> None:
    there, back = list(differences(before, after)), list(differences(after, before))
    turned = {Change.ADDED: Change.REMOVED, Change.REMOVED: Change.ADDED}
    assert sorted(
        (path_text(each.path), turned.get(each.change, each.change)) for each in there
    ) == sorted((path_text(each.path), each.change) for each in back)


@given(VALUES, VALUES)
def test_different_values_differ_somewhere(before: Any, after: Any) -> None:
    if repr(before) != repr(after) and before != after:
        first = next(differences(before, after))
        assert isinstance(first, Difference)
