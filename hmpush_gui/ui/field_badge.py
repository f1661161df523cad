"""The small marks beside the name of a field, and the words of its tool tip."""

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from hmpush_gui.pushkit.document import Path, compact
from hmpush_gui.pushkit.fields import Field
from hmpush_gui.pushkit.reference import rights

from .restyle import restyle
from .words import described, exemplified, language


class FieldBadges:
    """Required, needs a right, deprecated: each a word in a frame, where it applies.

    They stand before the last entry of `head`, and are made when first needed.
    """

    def __init__(self, field: Field, head: QBoxLayout, parent: QWidget) -> None:
        self._field = field
        self._head = head
        self._parent = parent
        self._required: QLabel | None = None
        self._right: QLabel | None = None
        if field.stays_empty:
            self._require()
        if field.right:
            words = QCoreApplication.translate("FieldRow", "right")
            self._right = self._add(words, right_words(field))
        if field.deprecated:
            words = QCoreApplication.translate("FieldRow", "deprecated")
            tip = QCoreApplication.translate(
                "FieldRow", "Let through, but no longer offered."
            )
            self._add(words, tip)

    def show_state(self, value: Any, *, required: bool) -> None:
        """Whether the value has to be there, and whether this one needs the right."""
        required = required or self._field.stays_empty
        if required and self._required is None:
            self._require()
        if self._required is not None:
            self._required.setVisible(required)
        if self._right is not None:
            look = "warning" if self._field.needs_right(value) else "quiet"
            if self._right.property("badge") != look:
                restyle(self._right, "badge", look)

    def _require(self) -> None:
        words = QCoreApplication.translate("FieldRow", "required")
        tip = QCoreApplication.translate(
            "FieldRow", "Push Kit refuses the message without it."
        )
        self._required = self._add(words, tip)

    def _add(self, text: str, tip: str) -> QLabel:
        badge = QLabel(text, self._parent)
        badge.setProperty("badge", "quiet")
        badge.setToolTip(tip)
        self._head.insertWidget(self._head.count() - 1, badge)
        return badge


def right_words(field: Field) -> str:
    """What right the field needs, and how it is got; empty where it needs none."""
    words = rights(language())
    return words.get(field.right, "")


def tool_tip(field: Field, path: Path) -> str:
    """Everything there is to know about a field, one fact a line."""
    lines = [described(field.description)]
    if examples := field.schema.get("examples"):
        words = QCoreApplication.translate("FieldRow", "Example: {value}")
        lines.append(words.format(value=_example(exemplified(examples[0]))))
    if field.since:
        words = QCoreApplication.translate("FieldRow", "Since HarmonyOS {version}.")
        lines.append(words.format(version=field.since))
    lines += [right_words(field), ".".join(path)]
    return "\n".join(line for line in lines if line)


def _example(value: object) -> str:
    return value if isinstance(value, str) else compact(value).decode()
