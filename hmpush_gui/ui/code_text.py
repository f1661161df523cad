"""The text of a code editor, counted both in characters and as Qt counts."""

from bisect import bisect_left
from functools import cached_property

from hmpush_gui.pushkit.outline import Outline


class CodeText:
    """A text as it was at one moment.

    Python counts characters, Qt counts an emoji as two units.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        wide = [] if text.isascii() else _wide(text)
        self._wide = wide
        self._wide_units = [place + number for number, place in enumerate(wide)]

    @cached_property
    def outline(self) -> Outline:
        """Where the values stand, read when first asked for."""
        return Outline(self.text)

    def unit(self, position: int) -> int:
        """Where Qt finds the character at `position`."""
        return position + bisect_left(self._wide, position)

    def character(self, unit: int) -> int:
        """The character at which Qt's `unit` is."""
        return unit - bisect_left(self._wide_units, unit)


def _wide(text: str) -> list[int]:
    return [place for place, character in enumerate(text) if character > "\uffff"]
