"""Cuts a text where a place on the phone ends (facts G.6)."""

from bisect import bisect_right

from .shown_text import Room, overfills, shown_share

_FULL = 1 + 1e-6
_MOST = 2048
"""No place shows as many characters."""


def cut_to(text: str, latin: int, chinese: int) -> str:
    """As much of `text` as fits a place for so many characters, then “…”."""
    line = " ".join(text[:_MOST].split())
    room = Room(latin, chinese)
    if not overfills(line, room):
        return line
    lengths = range(len(line))
    kept = bisect_right(
        lengths, _FULL, key=lambda length: shown_share(line[:length], room)
    )
    return line[: kept - 1].rstrip() + "…"
