"""One editor for each type of value a message holds."""

from PySide6.QtWidgets import QWidget

from hmpush_gui.pushkit.fields import Field

from .choice_editors import ChoiceEditor, SwitchEditor
from .colour_editor import ColourEditor
from .suggest_editor import SuggestEditor
from .text_editors import LongTextEditor, TextEditor
from .typed_text import clean, typed

__all__ = [
    "AnyEditor",
    "ChoiceEditor",
    "ColourEditor",
    "LongTextEditor",
    "SuggestEditor",
    "SwitchEditor",
    "TextEditor",
    "clean",
    "editor_for",
    "is_short",
    "typed",
]

AnyEditor = TextEditor | LongTextEditor | ChoiceEditor | SuggestEditor | SwitchEditor


def editor_for(field: Field, parent: QWidget | None = None) -> AnyEditor:
    """The editor that fits the schema of `field`."""
    schema = field.schema
    if schema.get("type") == "boolean":
        return SwitchEditor(field, parent)
    if "enum" in schema or ("x-suggestions" in schema and field.required):
        return ChoiceEditor(field, parent)
    if "x-suggestions" in schema:
        return SuggestEditor(field, parent)
    if "x-colour" in schema:
        return ColourEditor(field, parent)
    if _takes_lines(schema):
        return LongTextEditor(field, parent)
    return TextEditor(field, parent)


def is_short(field: Field) -> bool:
    """Whether half the width of a form is enough for `field`."""
    schema = field.schema
    short_type = schema.get("type") in ("boolean", "integer", "number")
    marks = ("enum", "x-colour", "x-short")
    return short_type or any(mark in schema for mark in marks)


def _takes_lines(schema: dict[str, object]) -> bool:
    if schema.get("type") == "array":
        items = schema.get("items")
        return not (isinstance(items, dict) and items.get("type") == "integer")
    return schema.get("type") == "object" or bool(schema.get("x-multiline"))
