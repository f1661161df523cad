import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.data_tree import Node, ValueType, read_tree, squeezed, written
from hmpush_gui.pushkit.document import compact, pretty

from .test_outline import values


def tree(text: str) -> Node:
    root = read_tree(text)
    assert root is not None
    return root


@pytest.mark.parametrize(
    ("text", "kind", "kept"),
    [
        ('{"a": "x"}', ValueType.TEXT, "x"),
        ('{"a": 12}', ValueType.NUMBER, "12"),
        ('{"a": 1.0}', ValueType.NUMBER, "1.0"),
        ('{"a": 1.10e5}', ValueType.NUMBER, "1.10e5"),
        ('{"a": 12345678901234567890}', ValueType.NUMBER, "12345678901234567890"),
        ('{"a": true}', ValueType.TRUTH, "true"),
        ('{"a": null}', ValueType.NOTHING, ""),
        ('{"a": {}}', ValueType.OBJECT, ""),
        ('{"a": []}', ValueType.LIST, ""),
        # What can be mended in its row.
        ('{"a": 12x}', ValueType.NUMBER, "12x"),
        ('{"a": NaN}', ValueType.NUMBER, "NaN"),
    ],
)
def test_each_row_has_its_type_and_what_was_written(
    text: str, kind: ValueType, kept: str
) -> None:
    row = tree(text).children[0]
    assert (row.key, row.type, row.text) == ("a", kind, kept)


@pytest.mark.parametrize(
    "text",
    [
        "", "text", "5", '"a"', "null", "{", '{"a"}', '{"a": 1,}', '{"a" 1}', "[1 2]",
        '{"a": 1}}', '{a: 1}', '{1: 2}', '["open]', '["\\ud83d"]', "[:]", "[" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_object_or_list_has_no_rows(text: str) -> None:
    assert read_tree(text) is None


def test_a_key_that_stands_twice_is_two_rows() -> None:
    assert [row.key for row in tree('{"a": 1, "b": 2, "a": 3}').children] == [
        "a", "b", "a"
    ]  # fmt: skip
    assert written(tree('{"a":1,"a":2}'), None) == '{"a":1,"a":2}'


@given(values.filter(lambda value: isinstance(value, dict | list)))
def test_rows_are_written_as_the_encoder_writes(value: Any) -> None:
    assert written(tree(pretty(value))) == pretty(value)
    assert written(tree(pretty(value)), None) == compact(value).decode()
    assert written(tree(compact(value).decode())) == pretty(value)


@pytest.mark.parametrize(
    ("text", "without_blanks"),
    [
        ('{ "a": 1.10, "b": [ 1E5 ] }', '{"a":1.10,"b":[1E5]}'),
        ("[ 1, 2 ]", "[1,2]"),
        ('{"a": 12345678901234567890}', '{"a":12345678901234567890}'),
        ('{"a": "\\u0041 \\u2029"}', '{"a":"A \u2029"}'),
    ],
)
def test_json_without_blanks_keeps_its_numbers(text: str, without_blanks: str) -> None:
    assert squeezed(text) == without_blanks


@pytest.mark.parametrize(
    "text",
    ["plain", "5", "", '{"a": 12x}', '{"a":1,"a":2}', '{"a": 1e999}', '{"a": NaN}'],
)
def test_what_is_no_good_json_is_not_squeezed(text: str) -> None:
    assert squeezed(text) is None


def test_a_row_knows_where_it_stands() -> None:
    root = tree('{"a": [1, {"b": 2}]}')
    deepest = root.children[0].children[1].children[0]
    assert (deepest.key, deepest.row) == ("b", 0)
    assert deepest.parent is not None
    assert deepest.parent.row == 1
    assert len(list(root.walk())) == 5
    assert len({node.number for node in root.walk()}) == 5


@given(st.text(alphabet='{}[]:,"\\ 1atrue', max_size=30))
def test_any_text_has_rows_or_none(text: str) -> None:
    root = read_tree(text)
    if root is not None and squeezed(text) is not None:
        assert json.loads(written(root)) == json.loads(text)
