from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.conditions import same
from hmpush_gui.pushkit.written import read_in, write_out

TEXT = {"type": "string"}
WHOLE = {"type": "integer"}
NUMBER = {"type": "number"}
LINES = {"type": "array", "items": {"type": "string"}}
WHOLES = {"type": "array", "items": {"type": "integer"}}
OBJECT = {"type": "object"}
ANY: dict[str, Any] = {}


@pytest.mark.parametrize(
    ("schema", "value", "text"),
    [
        (TEXT, None, ""),
        (TEXT, "a\nb", "a\nb"),
        (TEXT, 5, "5"),
        (WHOLE, -7, "-7"),
        (NUMBER, 0.5, "0.5"),
        (LINES, ["a", "b"], "a\nb"),
        (LINES, ["a", ""], '["a", ""]'),
        (LINES, ["a\nb"], '["a\\nb"]'),
        (LINES, [], ""),
        (WHOLES, [200, 100], "200, 100"),
        (OBJECT, {"a": 1}, '{\n  "a": 1\n}'),
        (ANY, "2", '"2"'),
        (ANY, 2, "2"),
        (ANY, "Gate B12", "Gate B12"),
        (ANY, [{"text": "a"}], '[{"text": "a"}]'),
    ],
)
def test_a_value_is_written_and_read_again(
    schema: dict[str, Any], value: object, text: str
) -> None:
    assert write_out(schema, value) == text
    if value not in (None, []) and not (schema is TEXT and value == 5):
        assert same(read_in(schema, text), value)


@pytest.mark.parametrize(
    ("schema", "text", "value"),
    [
        (WHOLE, "６０", 60),
        (WHOLE, "1.5", "1.5"),
        (NUMBER, "−1.5", -1.5),
        (NUMBER, "3", 3),
        (NUMBER, "1e3", "1e3"),
        (NUMBER, "1.0e999", "1.0e999"),
        (LINES, "a\n\nb\n", ["a", "b"]),
        (LINES, "[1]", ["[1]"]),
        (WHOLES, "200;100 200，5", [200, 100, 200, 5]),
        (WHOLES, "200, x", "200, x"),
        (OBJECT, "{", "{"),
        (OBJECT, "[1]", "[1]"),
        (OBJECT, '{"a":1,"a":2}', '{"a":1,"a":2}'),
        (ANY, "true", True),
        (ANY, "null", "null"),
        (ANY, "NaN", "NaN"),
        (ANY, "1,2", "1,2"),
        (ANY, '{"a"', '{"a"'),
    ],
)
def test_a_text_that_is_no_good_stays_a_text(
    schema: dict[str, Any], text: str, value: object
) -> None:
    assert same(read_in(schema, text), value)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
simple = st.one_of(st.booleans(), st.integers(), texts, st.floats(allow_nan=False,
    allow_infinity=False))  # fmt: skip


@given(st.one_of(simple, st.lists(simple, min_size=1), st.dictionaries(texts, simple)))
def test_a_value_of_no_certain_type_comes_back(value: object) -> None:
    if value != "":
        assert same(read_in(ANY, write_out(ANY, value)), value)


@given(st.lists(texts, min_size=1))
def test_any_list_of_texts_comes_back(value: list[str]) -> None:
    assert read_in(LINES, write_out(LINES, value)) == value
