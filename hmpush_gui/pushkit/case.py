"""What a schema asks for in the case at hand: its conditions, looked at by a form."""

from dataclasses import dataclass, field
from typing import Any

from .conditions import same
from .document import Path
from .message import Json


@dataclass(slots=True)
class Case:
    """What has to be there, and what may be chosen, for one document as it is now."""

    required: set[Path] = field(default_factory=set)
    choices: dict[Path, tuple[Any, ...]] = field(default_factory=dict)


def case_of(schema: Json, document: Json) -> Case:
    """The case that `document` is.

    Objects that are not there ask for nothing, unless they have to be there.
    """
    case = Case()
    _gather(case, schema, document, (), certain=True)
    return case


def _gather(case: Case, node: Any, value: Any, path: Path, *, certain: bool) -> None:
    """Add what `node` asks of `value`; `certain` is false inside a condition."""
    if not isinstance(node, dict):
        return
    if "enum" in node and not certain:
        case.choices[path] = tuple(node["enum"])
    if not isinstance(value, dict):
        return
    required = node.get("required", ())
    case.required.update((*path, key) for key in required)
    for key, child in node.get("properties", {}).items():
        below = value.get(key, {} if (*path, key) in case.required else None)
        _gather(case, child, below, (*path, key), certain=certain)
    for each in node.get("allOf", ()):
        _gather(case, each, value, path, certain=False)
    if "if" in node:
        branch = node.get("then" if _holds(node["if"], value) else "else")
        _gather(case, branch, value, path, certain=False)


def _holds(node: Any, value: Any) -> bool:
    """Whether `value` fits, for the few keywords that our conditions are made of."""
    if not isinstance(node, dict):
        return bool(node)
    if "const" in node and not same(value, node["const"]):
        return False
    if "enum" in node and not any(same(value, each) for each in node["enum"]):
        return False
    if not isinstance(value, dict):
        return True
    if any(key not in value for key in node.get("required", ())):
        return False
    inner = node.get("properties", {})
    return all(_holds(inner[key], value[key]) for key in inner if key in value)
