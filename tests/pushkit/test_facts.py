"""Every row of the facts' tables is in the data, or left out for a reason we give."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from hmpush_gui import assets
from hmpush_gui.pushkit.kinds import kind, kinds
from hmpush_gui.pushkit.reference import categories, limits, regions, rights
from hmpush_gui.pushkit.schemas import node_at, schema
from tests.cases import for_each

FACTS: dict[str, list[dict[str, Any]]] = json.loads(
    Path(__file__).with_name("facts.json").read_text("utf-8")
)["tables"]
CODES = assets.read_json("pushkit/codes.json")

# Rows of each table, and of the few facts that stand in sentences.
COUNTS = {
    **{"A.1": 7, "A.2": 9, "A.2 table 2": 12, "A.3": 3, "A.4": 10, "A.5": 10},
    **{"A.6": 31, "A.7": 4, "A.8": 1, "A.9": 3, "A.10": 5, "A.11": 5},
    **{"B.1": 7, "B.2": 7, "B.3": 12, "B.4": 3, "B.4 table 2": 6, "B.5": 18},
    **{"B.5.1": 4, "B.5.2": 1, "B.5.3": 1, "B.6": 7, "B.7": 1, "B.8": 1, "B.9": 10},
    **{"B.9 table 2": 14, "B.9 table 3": 9, "B.10": 1, "B.11": 6, "B.12": 4},
    **{"B.13": 4, "C.1": 7, "C.2": 15, "C.3": 6, "C.4": 5, "C.5": 5, "D": 27},
    **{"D.1": 7, "E": 10, "F.1": 13, "F.2": 53, "F.3": 11, "F.4": 22, "F.5": 5},
    **{"I.1": 10, "I.1 table 2": 23, "I.2": 6, "I.3": 4},
}
ROWS = [(table, row) for table, rows in FACTS.items() for row in rows]
VALUES = [
    (pointer, value) for _, row in ROWS for pointer, value in row.get("is", {}).items()
]
POINTERS = sorted({each for _, row in ROWS for each in row.get("at", ())})


def _in_schema(where: str) -> bool:
    name, path = where.split(" ")
    return bool(node_at(name, tuple(path.split("."))))


def _in_file(where: str) -> bool:
    name, path = where.split(" ")
    value: Any = assets.read_json(f"pushkit/{name}.json")
    for key in path.split("."):
        value = value[key]
    return bool(value)


# What a pointer begins with → whether the rest of it is there.
HOLDERS: dict[str, Callable[[str], bool]] = {
    "schema": _in_schema,
    "data": _in_file,
    "kind": lambda key: bool(kind(key)),
    "limit": lambda name: name in limits(),
    "right": lambda name: name in rights(),
    "region": lambda key: key in {each.key for each in regions()},
    "category": lambda name: name in {each.name for each in categories()},
    "behaviour": lambda name: _in_file(f"categories behaviours.{name}"),
    "code": lambda code: code in CODES["codes"],
    "reason": lambda reason: reason in CODES["reasons"],
    "http": lambda status: status in CODES["http"],
    "oauth": lambda codes: codes in CODES["oauth"],
    "receipt": lambda result: result in CODES["receipts"],
    "device": lambda code: code in CODES["device"],
}


def test_no_row_is_forgotten() -> None:
    assert {table: len(rows) for table, rows in FACTS.items()} == COUNTS
    for table, rows in FACTS.items():
        assert [row["row"] for row in rows] == list(range(1, len(rows) + 1)), table


@for_each(("table", "row"), ROWS, ids=[f"{table} {row['name']}" for table, row in ROWS])
def test_a_row_is_in_the_data_or_left_out_for_a_reason(
    table: str, row: dict[str, Any]
) -> None:
    assert row["name"]
    assert ("at" in row) != ("absent" in row)
    assert row.get("at") or row["absent"].endswith(".")


@for_each("pointer", POINTERS)
def test_what_a_row_points_at_is_there(pointer: str) -> None:
    holder, _, rest = pointer.partition(" ")
    assert HOLDERS[holder](rest), pointer


def _read(pointer: str) -> Any:
    """What stands where a pointer of a schema, a kind or a limit points."""
    holder, _, rest = pointer.partition(" ")
    if holder == "schema":
        name, path = rest.split(" ")
        return node_at(name, tuple(path.split(".")))
    return asdict(kind(rest)) if holder == "kind" else limits()[rest]


def _holds(found: Any, told: Any) -> bool:
    """Whether `told` is in `found`, which may say more: words, an example."""
    if isinstance(told, dict) and isinstance(found, dict):
        return all(key in found and _holds(found[key], told[key]) for key in told)
    return type(found) is type(told) and bool(found == told)


@for_each(("pointer", "value"), VALUES)
def test_what_a_row_says_is_what_stands_there(pointer: str, value: Any) -> None:
    assert _holds(_read(pointer), value), _read(pointer)


def test_every_limit_and_kind_is_told_by_a_row() -> None:
    told = {pointer for pointer, _ in VALUES}
    assert {each for each in POINTERS if each.startswith("limit")} <= told
    assert {f"kind {each.key}" for each in kinds() if each.api == "v3"} <= told


@pytest.mark.parametrize(
    ("holder", "keys"),
    [
        ("code", set(CODES["codes"])),
        ("reason", set(CODES["reasons"])),
        ("http", set(CODES["http"])),
        ("oauth", set(CODES["oauth"])),
        ("receipt", set(CODES["receipts"])),
        ("device", set(CODES["device"])),
        ("category", {each.name for each in categories()}),
        ("region", {each.key for each in regions()}),
    ],
)
def test_nothing_is_in_the_data_that_no_row_knows(holder: str, keys: set[str]) -> None:
    known = {each.partition(" ")[2] for each in POINTERS if each.startswith(holder)}
    assert keys <= known


def _leaves(node: dict[str, Any], path: str = "") -> Iterator[str]:
    below = node.get("items", node).get("properties", {})
    if not below and path:
        yield path
    for key, child in below.items():
        yield from _leaves(child, f"{path}.{key}".lstrip("."))


def _is_pointed_at(name: str, leaf: str) -> bool:
    """Whether a row names the leaf, or a list of which it is a part."""
    keys = tuple(leaf.split("."))
    paths = [keys[:length] for length in range(1, len(keys) + 1)]
    return any(
        f"schema {name} {'.'.join(path)}" in POINTERS
        and "properties" not in node_at(name, path)
        for path in paths
    )


@pytest.mark.parametrize("name", sorted({each.schema for each in kinds()}))
def test_no_schema_has_a_value_that_no_row_knows(name: str) -> None:
    # What all v3 messages share, the rows name once.
    names = (name,) if name == "legacy" else (name, "v3-0")
    unknown = [
        leaf
        for leaf in _leaves(schema(name))
        if not any(_is_pointed_at(each, leaf) for each in names)
    ]
    assert unknown == []
