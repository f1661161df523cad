"""Sentences for people, kept apart from their values so that they can be translated."""

from collections.abc import Mapping
from dataclasses import dataclass, field


class Number(int):
    """How many there are of something: a window writes its digits in groups."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with named places, in English until a window translates it."""

    context: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def format(self, **values: object) -> "Sentence":
        """The same sentence with its places filled."""
        return Sentence(self.context, self.template, {**self.values, **values})

    def __str__(self) -> str:
        return self.template.format_map(self.values)


def QT_TRANSLATE_NOOP(context: str, text: str) -> Sentence:
    """Mark `text` as a sentence.

    Named as Qt's own marker because Qt's `lupdate` finds texts by that name, and this
    part of the program may not import Qt.
    """
    return Sentence(context, text)
