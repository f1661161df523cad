import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.document import Path, pretty
from hmpush_gui.pushkit.outline import Outline, plain

TEXT = '{"a": {"b": [1, {"c": "x"}]}, "d": null}'


def value_text(text: str, path: Path) -> str | None:
    part = Outline(text).part(path)
    return text[part.start : part.end] if part else None


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((), TEXT),
        (("a",), '{"b": [1, {"c": "x"}]}'),
        (("a", "b"), '[1, {"c": "x"}]'),
        (("a", "b", "0"), "1"),
        (("a", "b", "1"), '{"c": "x"}'),
        (("a", "b", "1", "c"), '"x"'),
        (("d",), "null"),
        (("e",), None),
        (("a", "b", "2"), None),
    ],
)
def test_a_value_is_found_by_its_path(path: Path, value: str | None) -> None:
    assert value_text(TEXT, path) == value


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        ('{"a": {"b": 1', ("a", "b"), "1"),
        ('{"a": {"b": 1', ("a",), '{"b": 1'),
        ('{"a": [1, 2}, "b": 3}', ("b",), None),
        ('{"a": 1 "b": 2}', ("b",), "2"),
        ('{"a": , "b": 2}', ("b",), "2"),
        ('{"a": "open\n  "b": 2}', ("a",), '"open'),
        ('{"a": "open\n  "b": 2}', ("b",), "2"),
        ('{"a": 12x, "b": 2}', ("a",), "12x"),
        ('{"a": 1, "a": 2}', ("a",), "2"),
        ('{"\\u0061": 1}', ("a",), "1"),
        ('}{"a": 1}', ("a",), "1"),
        ("", (), None),
        (", : ]", (), None),
    ],
)
def test_broken_text_is_read_as_far_as_it_goes(
    text: str, path: Path, value: str | None
) -> None:
    assert value_text(text, path) == value


@pytest.mark.parametrize(
    ("path", "value"),
    [(("a", "x", "y"), ("a",)), (("a", "b"), ("a", "b")), (("x",), ())],
)
def test_what_is_missing_has_its_place_in_what_should_hold_it(
    path: Path, value: Path
) -> None:
    part = Outline(TEXT).nearest(path)
    assert part is not None
    assert part.path == value


@pytest.mark.parametrize(
    ("piece", "path"),
    [
        ('"a"', ("a",)),
        ('"c"', ("a", "b", "1", "c")),
        ('"x"', ("a", "b", "1", "c")),
        ("[1", ("a", "b")),
        (', "d"', ()),
        ("null", ("d",)),
    ],
)
def test_a_place_has_its_path(piece: str, path: Path) -> None:
    part = Outline(TEXT).at(TEXT.index(piece))
    assert part is not None
    assert part.path == path
    assert Outline(TEXT).at(len(TEXT)) is None


def test_keys_are_those_of_one_object() -> None:
    assert Outline(TEXT).keys(()) == ["a", "d"]
    assert Outline(TEXT).keys(("a",)) == ["b"]
    assert Outline('{"a": 1, "b').keys(()) == ["a"]


def test_only_what_is_over_several_lines_folds() -> None:
    text = '{\n  "a": {\n    "b": [1]\n  }\n}'
    assert [part.path for part in Outline(text).folds()] == [(), ("a",)]


@pytest.mark.parametrize(
    ("token", "text"),
    [('"a"', "a"), ('"a', "a"), ('"\\u0061"', "a"), ('"\\u00', "\\u00"), ('"', "")],
)
def test_a_text_says_what_it_can(token: str, text: str) -> None:
    assert plain(token) == text


values: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)


def everything(value: Any, path: Path = ()) -> dict[Path, Any]:
    found = {path: value}
    inside: list[tuple[Any, Any]] = []
    if isinstance(value, list):
        inside = list(enumerate(value))
    elif isinstance(value, dict):
        inside = list(value.items())
    for key, inner in inside:
        found |= everything(inner, (*path, str(key)))
    return found


@given(values)
def test_every_value_of_good_json_is_where_the_outline_says(value: Any) -> None:
    text = pretty(value)
    parts = Outline(text).parts
    found = {part.path: json.loads(text[part.start : part.end]) for part in parts}
    assert found == everything(value)
    assert len(parts) == len(found)


@given(st.text(alphabet='{}[]:,"\\ \na1é🎉', max_size=40), st.integers(0, 40))
def test_no_text_is_too_broken(text: str, position: int) -> None:
    outline = Outline(text)
    for part in outline.parts:
        assert 0 <= part.key_start <= part.key_end <= part.start <= part.end
        assert part.end <= len(text)
    outline.at(position)
