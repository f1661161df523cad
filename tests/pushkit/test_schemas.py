import re
from collections.abc import Iterator

import pytest

from hmpush_gui.pushkit.document import Path
from hmpush_gui.pushkit.kinds import kinds
from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.reference import limits, rights
from hmpush_gui.pushkit.schemas import label, schema
from tests.cases import for_each


@pytest.mark.parametrize("name", ["v3-0", "v3-1", "v3-2", "v3-6", "v3-7", "v3-10"])
def test_the_time_to_live_of_the_schemas_is_that_of_the_limits(name: str) -> None:
    options = schema(name)["properties"]["pushOptions"]["properties"]
    assert options["ttl"]["maximum"] == limits()["ttl_seconds"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("payload", "notification", "title"), "Title"),
        (("payload", "notification", "badge", "addNum"), "Add to badge"),
        (("payload", "notification", "somethingNew"), "somethingNew"),
        (("extra", "deep"), "deep"),
        ((), "Notification (alert)"),
    ],
)
def test_a_value_is_called_as_its_schema_says_or_by_its_key(
    path: tuple[str, ...], words: str
) -> None:
    assert label("v3-0", path) == words


SCHEMAS = sorted({each.schema for each in kinds()})


def _nodes(node: Json, path: Path = ()) -> Iterator[tuple[Path, Json]]:
    """Every value a schema describes, entries of lists included."""
    for key, child in node.get("items", node).get("properties", {}).items():
        yield (*path, key), child
        yield from _nodes(child, (*path, key))


LEAVES = [
    (name, path, node)
    for name in SCHEMAS
    for path, node in _nodes(schema(name))
    if "properties" not in node
]


def _walk_json(value: object) -> Iterator[Json]:
    """Every object in `value`, however deep."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for child in value if isinstance(value, list) else ():
        yield from _walk_json(child)


PATTERNS = sorted(
    {
        node["pattern"]
        for name in SCHEMAS
        for node in _walk_json(schema(name))
        if isinstance(node.get("pattern"), str)
    }
)


@pytest.mark.parametrize("name", SCHEMAS)
def test_nobody_meets_a_reference(name: str) -> None:
    for node in _walk_json(schema(name)):
        assert "$ref" not in node
        assert "$defs" not in node


@for_each(
    ("name", "path", "node"), LEAVES, ids=[f"{row[0]} {row[1][-1]}" for row in LEAVES]
)
def test_every_value_is_described(name: str, path: Path, node: Json) -> None:
    assert node["title"]
    assert node["description"].rstrip().endswith((".", ")"))
    assert node["x-source"]
    assert node.get("examples") or "enum" in node or node["type"] == "boolean"
    assert node.get("x-right", "") in {"", *rights()}
    assert "{" not in node["title"] + node.get("x-form", "")


@for_each(
    ("name", "path", "node"), LEAVES, ids=[f"{row[0]} {row[1][-1]}" for row in LEAVES]
)
def test_the_examples_of_a_value_are_right(name: str, path: Path, node: Json) -> None:
    # Imported here: it takes its time, and only these tests need it.
    from jsonschema import Draft202012Validator

    for example in [*node.get("examples", ()), *_defaults(node)]:
        assert Draft202012Validator(node).is_valid(example), example


def _defaults(node: Json) -> list[object]:
    return [node["default"]] if "default" in node else []


@pytest.mark.parametrize("pattern", PATTERNS)
def test_no_pattern_takes_a_line_break_at_the_end(pattern: str) -> None:
    # `$` alone lets one through in Python, and editors know no `\\Z`.
    assert not re.search(r"\$(?!\(\?!|\||\))", pattern)
    assert not pattern.endswith("$")
    assert "\\Z" not in pattern


def test_what_stands_in_a_list_is_called_as_in_its_entries() -> None:
    buttons = ("message", "android", "notification", "buttons")
    assert label("legacy", buttons) == "Buttons"
    assert label("legacy", (*buttons, "name")) == "Button"
