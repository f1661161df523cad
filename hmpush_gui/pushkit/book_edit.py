"""What has changed in the device book, so that only that is written to disk."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Flag, auto

from .roll import Roll


class Touched(Flag):
    """Columns of a roll. Of devices that come or go, all are touched."""

    DEVICES = auto()
    TICKS = auto()
    OUTCOMES = auto()
    DETAILS = auto()


@dataclass(frozen=True, slots=True)
class BookEdit:
    """`what` has changed in `slots` of `roll`.

    It is written as the roll is by then: what changes meanwhile is an edit of its own.
    """

    roll: Roll
    slots: Sequence[int]
    what: Touched
