"""Tells a text that should be converted from a message as it is wanted."""

from hmpush_gui.pushkit.errors import DocumentError

from .conversion import Source
from .json_kinds import Sureness
from .recognise import Recognised, recognise

_SHORTEST = 12
_MARKS = ("{", "curl", "Invoke-", "irm", "iwr")


def foreign(text: str, *, legacy: bool) -> Recognised | None:
    """What `text` is, if it is a message of another service, or a command with one.

    Of Push Kit's own it is one of the other generation than `legacy` says. None for
    what is no whole message.
    """
    if len(text) < _SHORTEST or not any(mark in text for mark in _MARKS):
        return None
    try:
        found = recognise(text)
    except DocumentError:
        return None
    return found if found.command or _is_strange(found, legacy=legacy) else None


def _is_strange(found: Recognised, *, legacy: bool) -> bool:
    if found.source is Source.OURS:
        return False
    if found.source is Source.V3:
        return legacy
    if found.source is Source.HMS:
        return not legacy
    # With nothing to tell it from a v1 message, it is taken for what is written.
    return not (legacy and found.sure is Sureness.GUESS)
