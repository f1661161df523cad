"""One clear sentence for each place where a document breaks its schema."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from .kinds import kind_of
from .message import Message
from .problem import ILLEGAL_PAYLOAD, Problem, blocking
from .schemas import label, node_at, schema
from .words import QT_TRANSLATE_NOOP, Sentence

if TYPE_CHECKING:
    from jsonschema import ValidationError
    from jsonschema.protocols import Validator

    from .document import Path

_TYPES = {
    "string": QT_TRANSLATE_NOOP("pushkit", "a text in quotes"),
    "integer": QT_TRANSLATE_NOOP("pushkit", "a whole number"),
    "number": QT_TRANSLATE_NOOP("pushkit", "a number"),
    "boolean": QT_TRANSLATE_NOOP("pushkit", "true or false"),
    "array": QT_TRANSLATE_NOOP("pushkit", "a list in [ ]"),
    "object": QT_TRANSLATE_NOOP("pushkit", "an object in {{ }}"),
}


def schema_problems(message: Message) -> Iterator[Problem]:
    """Everything in `message` that its schema forbids."""
    kind = kind_of(message)
    for error in _validator(kind.schema).iter_errors(message.document):
        yield _problem(kind.schema, error)


@cache
def _validator(name: str) -> "Validator":
    # jsonschema takes an eighth of a second to import: not before the first paint.
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    keywords = {"x-maxBytes": _max_bytes, "x-maxSeconds": _max_seconds}
    # jsonschema's own types leave this one function untyped.
    validators: Any = extend(Draft202012Validator, keywords)  # type: ignore[no-untyped-call]
    validator: Validator = validators(schema(name))
    return validator


def _max_bytes(
    _validator: Any, limit: int, value: Any, _schema: Any
) -> "Iterator[ValidationError]":
    from jsonschema import ValidationError

    if isinstance(value, str) and len(value.encode()) > limit:
        yield ValidationError("", validator="x-maxBytes", validator_value=limit)


def _max_seconds(
    _validator: Any, limit: int, value: Any, _schema: Any
) -> "Iterator[ValidationError]":
    from jsonschema import ValidationError

    number = re.match(r"[0-9]+(\.[0-9]+)?", value) if isinstance(value, str) else None
    if number and float(number[0]) > limit:
        yield ValidationError("", validator="x-maxSeconds", validator_value=limit)


def _problem(name: str, error: "ValidationError") -> Problem:
    path: Path = tuple(str(key) for key in error.absolute_path)
    # An entry of a list is called as the list.
    named: Path = tuple(key for key in error.absolute_path if isinstance(key, str))
    if error.validator == "required":
        key = _missing_key(error)
        path, named = (*path, key), (*named, key)
    rules = error.schema if isinstance(error.schema, dict) else {}
    sentence = _sentence(error, rules).format(
        label=Sentence("schema", label(name, named))
    )
    return blocking(
        f"schema.{error.validator}",
        path,
        sentence,
        # A condition (`then`) may leave the source to the value it is about.
        rules.get("x-source") or node_at(name, named).get("x-source", ""),
        rules.get("x-code", ILLEGAL_PAYLOAD),
    )


def _missing_key(error: "ValidationError") -> str:
    present = error.instance if isinstance(error.instance, dict) else {}
    named = re.match(r"'(.*)' is a required property", error.message)
    missing = [key for key in error.validator_value if key not in present]  # type: ignore[union-attr]
    return named[1] if named else missing[0]


def _sentence(error: "ValidationError", rules: dict[str, Any]) -> Sentence:
    value = error.validator_value
    match error.validator:
        case "required":
            return QT_TRANSLATE_NOOP("pushkit", "{label} is missing.")
        case "minLength":
            return QT_TRANSLATE_NOOP("pushkit", "{label} is empty.")
        case "type":
            return _wrong_type(value)
        case "enum":
            return _choices(rules)
        case "minimum" | "maximum":
            return _range(rules)
        case "minItems":
            return _too_little(value)
        case "pattern" if error.instance == "":
            return QT_TRANSLATE_NOOP("pushkit", "{label} is empty.")
        case "pattern":
            return _wrong_form(error, rules)
        case _:
            return _too_much(str(error.validator), value)


def _wrong_type(kind: object) -> Sentence:
    if isinstance(kind, list):
        # Only null is left out of such a list.
        return QT_TRANSLATE_NOOP("pushkit", "{label} must not be null.")
    return QT_TRANSLATE_NOOP("pushkit", "{label} should be {type}.").format(
        type=_TYPES[str(kind)]
    )


def _choices(rules: dict[str, Any]) -> Sentence:
    """The values to choose from, without those no longer offered (facts K)."""
    old = rules.get("x-old", ())
    values = [str(each) for each in rules["enum"] if each not in old]
    return QT_TRANSLATE_NOOP("pushkit", "{label} can be {values}.").format(
        values=", ".join(values)
    )


def _range(rules: dict[str, Any]) -> Sentence:
    least, most = rules.get("minimum"), rules.get("maximum")
    if most is None:
        sentence = QT_TRANSLATE_NOOP("pushkit", "{label} should be at least {least}.")
    elif least is None:
        sentence = QT_TRANSLATE_NOOP("pushkit", "{label} should be at most {most}.")
    else:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "{label} should be from {least} to {most}."
        )
    return sentence.format(least=least, most=most)


def _too_little(least: object) -> Sentence:
    if least == 1:
        return QT_TRANSLATE_NOOP("pushkit", "{label} is empty.")
    return QT_TRANSLATE_NOOP(
        "pushkit", "{label} has too few entries: at least {limit}."
    ).format(limit=least)


def _wrong_form(error: "ValidationError", rules: dict[str, Any]) -> Sentence:
    wants_https = str(error.validator_value).startswith("^https://")
    if wants_https and not str(error.instance).startswith("https://"):
        return QT_TRANSLATE_NOOP("pushkit", "{label} should start with https://.")
    return QT_TRANSLATE_NOOP(
        "pushkit", "{label} has a form that Push Kit refuses. {help}"
    ).format(help=Sentence("schema", str(rules.get("x-form", ""))))


def _too_much(keyword: str, limit: object) -> Sentence:
    sentences = {
        "maxLength": QT_TRANSLATE_NOOP(
            "pushkit", "{label} is too long: at most {limit} characters."
        ),
        "maxItems": QT_TRANSLATE_NOOP(
            "pushkit", "{label} has too many entries: at most {limit}."
        ),
        "maxProperties": QT_TRANSLATE_NOOP(
            "pushkit", "{label} has too many keys: at most {limit}."
        ),
        "x-maxBytes": QT_TRANSLATE_NOOP(
            "pushkit", "{label} is too long: at most {limit} bytes."
        ),
        "x-maxSeconds": QT_TRANSLATE_NOOP(
            "pushkit", "{label} is too long: at most {limit} seconds."
        ),
    }
    return sentences[keyword].format(limit=limit)
