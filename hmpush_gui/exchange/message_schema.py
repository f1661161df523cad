"""The JSON Schema of message files, by which any editor completes and checks them."""

from typing import Any

from hmpush_gui.pushkit.kinds import kinds
from hmpush_gui.pushkit.message import Api, Json
from hmpush_gui.pushkit.schemas import schema

from .message_file import SCHEMA

FILE_NAME = SCHEMA.removeprefix("./")
"""How the file has to be called to be found beside the messages."""


def message_schema() -> Json:
    """The schema as one document that refers to nothing outside itself.

    In the draft that editors of all makers know; what they offer beyond it (words for
    the values of an `enum`) stands in the keys of the most used one.
    """
    names = list(dict.fromkeys(kind.schema for kind in kinds()))
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:hmpush:message:1",
        "title": "Push message",
        "description": "A message of hmpush for Huawei Push Kit, without tokens.",
        "type": "object",
        "required": ["api", "document"],
        "properties": _frame(),
        "allOf": [_choice(name) for name in names],
        "definitions": {name: _plain(schema(name)) for name in names},
    }


def _frame() -> Json:
    """What stands around the document."""
    types = [kind for kind in kinds() if kind.api is Api.V3]
    return {
        "$schema": {"type": "string", "description": f"{FILE_NAME}, wherever it is."},
        "name": {"type": "string", "description": "What the message is called."},
        "description": {"type": "string", "description": "What it is for."},
        "language": {"type": "string", "examples": ["en", "zh"]},
        "api": {
            "description": "The generation: v3 is for HarmonyOS 5 and later.",
            "enum": [str(api) for api in Api],
        },
        "push_type": {
            "description": "The push-type of v3; empty for v1 and v2.",
            "enum": ["", *(kind.push_type for kind in types)],
            "enumDescriptions": ["v1, v2", *(kind.title for kind in types)],
        },
        "document": {"type": "object", "description": "The body of the request."},
        "languages": _languages(),
    }


def _languages() -> Json:
    """Texts of the languages that are not in the document."""
    text = {
        "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
    }
    texts = {"type": "object", "additionalProperties": text}
    return {
        "type": "object",
        "description": "The texts of other languages, by their paths in the document.",
        "required": ["active"],
        "properties": {
            "tags": {
                "type": "array",
                "items": {"type": "string"},
                "description": "All languages, in the order to show them.",
            },
            "active": {
                "type": "string",
                "description": "The language of the document.",
                "examples": ["en"],
            },
            "others": {"type": "object", "additionalProperties": texts},
        },
    }


def _choice(name: str) -> Json:
    """`name` is the schema of the document if the frame says so."""
    kind = next(each for each in kinds() if each.schema == name)
    asked: Json = {"api": {"const": str(kind.api)}}
    if kind.api.legacy:
        asked = {"api": {"enum": [str(api) for api in Api if api.legacy]}}
    else:
        asked["push_type"] = {"const": kind.push_type}
    return {
        "if": {"required": list(asked), "properties": asked},
        "then": {"properties": {"document": {"$ref": f"#/definitions/{name}"}}},
    }


def _plain(node: Any) -> Any:
    """`node` without our own annotations, and without asking for a token."""
    if isinstance(node, list):
        return [_plain(each) for each in node]
    if not isinstance(node, dict):
        return node
    plain = {key: _plain(node[key]) for key in node if not key.startswith(("x-", "$"))}
    if "x-names" in node and "enum" in node:
        plain["enumDescriptions"] = node["x-names"]
    return plain
