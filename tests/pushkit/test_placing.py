from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.document import Path, compact, read
from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.placing import put

ORIGIN: Json = {"a": 1, "b": {"c": 2, "d": {}, "e": None}, "f": {"g": {"h": 3}}}


@pytest.mark.parametrize(
    ("path", "value", "wire"),
    [
        (("a",), 5, b'{"a":5,"b":{"c":2,"d":{},"e":null},"f":{"g":{"h":3}}}'),
        (("a",), None, b'{"b":{"c":2,"d":{},"e":null},"f":{"g":{"h":3}}}'),
        (("f", "g", "h"), None, b'{"a":1,"b":{"c":2,"d":{},"e":null}}'),
        (("new", "x"), 5, ORIGIN | {"new": {"x": 5}}),
        (("new", "x"), None, ORIGIN),
        (("a", "x"), None, ORIGIN),
    ],
)
def test_a_value_is_put_and_taken_away(path: Path, value: Any, wire: Any) -> None:
    found = compact(put(ORIGIN, path, value, ORIGIN))
    assert found == (wire if isinstance(wire, bytes) else compact(wire))


@pytest.mark.parametrize(
    "path", [("a",), ("b", "c"), ("b", "d", "x"), ("b", "e"), ("f", "g", "h"), ("z",)]
)
def test_what_comes_back_stands_where_it_stood(path: Path) -> None:
    before = compact(ORIGIN)
    for change in (7, None):
        changed = put(ORIGIN, path, change, ORIGIN)
        back = put(changed, path, read(ORIGIN, path), ORIGIN)
        assert compact(back) == before


def test_order_is_kept_when_several_come_back() -> None:
    document = ORIGIN
    for path in (("a",), ("f", "g", "h"), ("b", "c")):
        document = put(document, path, None, ORIGIN)
    for path in (("f", "g", "h"), ("b", "c"), ("a",)):
        document = put(document, path, read(ORIGIN, path), ORIGIN)
    assert compact(document) == compact(ORIGIN)


def test_the_document_is_not_changed_in_place() -> None:
    before = compact(ORIGIN)
    put(ORIGIN, ("b", "c"), 9, ORIGIN)
    assert compact(ORIGIN) == before


keys = st.sampled_from("abc")
documents = st.recursive(
    st.none() | st.integers(0, 3),
    lambda inner: st.dictionaries(keys, inner, max_size=3),
    max_leaves=6,
)


@given(
    st.dictionaries(keys, documents, max_size=3),
    st.lists(keys, min_size=1, max_size=3).map(tuple),
    st.lists(st.none() | st.integers(4, 9), max_size=4),
)
def test_any_detour_comes_back(origin: Json, path: Path, detour: list[Any]) -> None:
    for length in range(1, len(path)):
        around = read(origin, path[:length])
        if around is not None and not isinstance(around, dict):
            return
    document = origin
    for value in detour:
        document = put(document, path, value, origin)
    back = put(document, path, read(origin, path), origin)
    nulls = any(read(origin, path[:n]) is None for n in range(1, len(path)))
    assert compact(back) == compact(origin) or nulls
