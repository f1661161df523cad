import pytest

from hmpush_gui.pushkit.data_tree import Node, ValueType, read_tree, written
from hmpush_gui.pushkit.data_values import (
    convert,
    copy_of,
    finding,
    first_bad,
    fresh_key,
    holds_json,
    set_value,
)
from hmpush_gui.pushkit.problem import Severity
from tests.cases import for_each


def row(text: str) -> Node:
    """The row of `text` in an object, its key `a`."""
    root = read_tree(f'{{"a": {text}}}')
    assert root is not None
    return root.children[0]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("12x", "12 or -1.5"),
        ("007", "does not begin with 0"),
        ("NaN", "no number"),
        ("1e999", "too large"),
        ("+1", "no number"),
        (".5", "no number"),
    ],
)
def test_a_number_that_json_does_not_have_gets_a_sentence(text: str, part: str) -> None:
    node = Node(ValueType.NUMBER, "a", text)
    found = finding(node)
    assert found is not None
    assert found[0] is Severity.BLOCKING
    assert part in str(found[1])


@pytest.mark.parametrize("text", ["0", "-1", "1.0", "1e5", "1.10", "9007199254740992"])
def test_a_number_is_a_number(text: str) -> None:
    assert finding(row(text)) is None


@pytest.mark.parametrize("text", ["9007199254740993", "-12345678901234567890"])
def test_more_digits_than_apps_read_are_worth_a_hint(text: str) -> None:
    found = finding(row(text))
    assert found is not None
    assert found[0] is Severity.HINT


def test_both_rows_of_a_key_that_stands_twice_say_so() -> None:
    root = read_tree('{"a": 1, "b": 2, "a": 3}')
    assert root is not None
    said = [finding(child) is not None for child in root.children]
    assert said == [True, False, True]
    assert "“a”" in str((finding(root.children[0]) or ("", ""))[1])


@for_each(
    ("text", "kind", "after"),
    [
        ('"12"', ValueType.NUMBER, "12"),
        ('" 1.50 "', ValueType.NUMBER, "1.50"),
        ('"x"', ValueType.NUMBER, "0"),
        ("1.10", ValueType.TEXT, '"1.10"'),
        ("true", ValueType.TEXT, '"true"'),
        ('"yes"', ValueType.TRUTH, "true"),
        ("1", ValueType.TRUTH, "true"),
        ("0", ValueType.TRUTH, "false"),
        ("null", ValueType.TEXT, '""'),
        ('"x"', ValueType.NOTHING, "null"),
        # Texts of JSON unfold, rows fold into text.
        ('"{\\"b\\":1.0}"', ValueType.OBJECT, '{"b":1.0}'),
        ('"[1,2]"', ValueType.LIST, "[1,2]"),
        ('{"b": [1.0, "x"]}', ValueType.TEXT, '"{\\"b\\":[1.0,\\"x\\"]}"'),
        # Rows and values are kept as far as they can be.
        ('{"b": 1, "c": 2}', ValueType.LIST, "[1,2]"),
        ("[1, 2]", ValueType.OBJECT, '{"0":1,"1":2}'),
        ('"x"', ValueType.LIST, '["x"]'),
        ("5", ValueType.OBJECT, '{"0":5}'),
        ('""', ValueType.OBJECT, "{}"),
        ("null", ValueType.LIST, "[]"),
        ("5", ValueType.NUMBER, "5"),
    ],
)
def test_another_type_keeps_what_it_can(text: str, kind: ValueType, after: str) -> None:
    node = row(text)
    convert(node, kind)
    assert node.type is kind
    assert written(node, None) == after


@pytest.mark.parametrize(
    ("text", "holds"),
    [('"{}"', True), ('"[1]"', True), ('"5"', False), ('"{"', False), ("{}", False)],
)
def test_only_a_text_of_an_object_or_list_can_be_unfolded(
    text: str, holds: bool
) -> None:
    assert holds_json(row(text)) is holds


def test_a_new_key_is_one_that_is_free() -> None:
    root = read_tree('{"key": 1, "key2": 2}')
    assert root is not None
    assert fresh_key(root, "key") == "key3"
    assert fresh_key(root, "other") == "other"


def test_a_copy_is_the_same_and_apart() -> None:
    root = read_tree('{"a": [1, {"b": 2}]}')
    assert root is not None
    twin = copy_of(root)
    assert written(twin) == written(root)
    twin.children[0].children[0].text = "9"
    assert written(twin) != written(root)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('{"a": [1, {"b": 1x}], "c": 2x}', "b"),
        ('{"a": {"t": 1, "t": 2}, "c": 2x}', "t"),
        ('{"a": 9007199254740993}', None),
    ],
)
def test_the_first_row_that_cannot_be_sent_is_found(text: str, key: str | None) -> None:
    root = read_tree(text)
    assert root is not None
    bad = first_bad(root)
    assert (bad.key if bad else None) == key


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("1", " 1.10 ", "1.10"),
        ("1", "12x", "12x"),
        ("1", "1,5", '"1,5"'),
        ("1", '{"k": 1}', '"{\\"k\\": 1}"'),
        ("1", "true", '"true"'),
        ("1", "two words", '"two words"'),
        ("1", "", '""'),
        ('"x"', " y ", '" y "'),
        ("true", "false", "false"),
        ("true", "maybe", "true"),
    ],
)
def test_what_is_typed_never_becomes_something_else_in_the_json(
    before: str, typed: str, after: str
) -> None:
    node = row(before)
    set_value(node, typed)
    assert written(node, None) == after


def test_a_number_with_a_comma_is_said_to_be_a_text() -> None:
    found = finding(row('"1,5"'))
    assert found is not None
    assert found[0] is Severity.HINT
    assert "with a point" in str(found[1])
