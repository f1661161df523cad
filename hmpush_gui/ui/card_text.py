"""Breaks and cuts the texts of a card as a phone does; no painting.

A text is cut where its place ends, or where the table of facts G.1 says that a phone
ends it, whichever comes first, and never inside a character.
"""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from hmpush_gui.pushkit.shown_text import Room, fitting, overfills

from .graphemes import clusters

_FAR = 1000
"""Code points beyond which no place of a card reaches."""

_THINNEST = 2.5
"""Virtual pixels that the thinnest letters take."""

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Shown:
    """The `lines` as they are drawn, and the `rest` that is not."""

    lines: tuple[str, ...]
    rest: str = ""


def one_line(text: str, font: QFont, width: float, room: Room | None = None) -> Shown:
    """`text` on one line `width` wide, with an ellipsis if it is cut."""
    whole = " ".join(text.split())
    head = whole[:_FAR]
    short = len(head) == len(whole) and not (room and overfills(head, room))
    if short and QFontMetricsF(font).horizontalAdvance(head) <= width:
        return Shown((head,))
    shown, rest = _elided(head, font, width, room)
    return Shown((shown,), (rest + whole[_FAR:]).strip())


def paragraph(
    text: str, font: QFont, width: float, most: int, room: Room | None = None
) -> Shown:
    """`text` broken into at most `most` lines, the last with an ellipsis if cut."""
    if most == 1:
        return one_line(text, font, width, room)
    whole = "\n".join(text.rstrip().splitlines())
    head = whole[:_FAR]
    if room and overfills(head, room):
        pieces = clusters(head, room.latin + 1)
        kept = "".join(pieces[: fitting(pieces, room)])
        lines = _wrap(kept.rstrip() + _ELLIPSIS, font, width, most + 1)
        if len(lines) <= most:
            return Shown(tuple(line for _, line in lines), whole[len(kept) :].strip())
    lines = _wrap(head, font, width, most + 1)
    if len(lines) <= most and len(head) == len(whole):
        return Shown(tuple(line for _, line in lines))
    lines = lines[:most]
    start = lines[-1][0]
    last = head[start:].split("\n", 1)[0]
    shown, _ = _elided(last, font, width, None)
    end = start + len(shown.removesuffix(_ELLIPSIS))
    return Shown((*(line for _, line in lines[:-1]), shown), whole[end:].strip())


def each_line(texts: tuple[str, ...], font: QFont, width: float, most: int) -> Shown:
    """The first `most` of `texts`, each on a line of its own (style 3)."""
    lines = [one_line(text, font, width) for text in texts[:most]]
    rest = [line.rest for line in lines if line.rest] + list(texts[most:])
    return Shown(tuple(line.lines[0] for line in lines), "\n".join(rest))


def _elided(text: str, font: QFont, width: float, room: Room | None) -> tuple[str, str]:
    """As much of `text` as fits with an ellipsis behind it, and the rest."""
    pieces = clusters(text, int(width / _THINNEST) + 8)
    metrics = QFontMetricsF(font)

    def drawn(count: int) -> str:
        return "".join(pieces[:count]).rstrip() + _ELLIPSIS

    low, high = 0, fitting(pieces, room) if room else len(pieces)
    if metrics.horizontalAdvance(drawn(high)) <= width:
        low = high
    while high - low > 1:
        middle = (low + high) // 2
        if metrics.horizontalAdvance(drawn(middle)) <= width:
            low = middle
        else:
            high = middle
    return drawn(low), text[len("".join(pieces[:low])) :]


def _wrap(text: str, font: QFont, width: float, most: int) -> list[tuple[int, str]]:
    """`text` broken as a phone breaks it: at words, or anywhere in Chinese.

    Gives the first `most` lines, each with its place in `text`.
    """
    result: list[tuple[int, str]] = []
    start = 0
    for part in text.split("\n") if text else ():
        for line in _broken(part, font, width, most - len(result)):
            result.append((start, line))
            start += len(line)
        if len(result) >= most:
            break
        start += 1
    return result


def _broken(text: str, font: QFont, width: float, most: int) -> list[str]:
    """The first `most` lines of one paragraph; an empty one is a line too."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    encoded = text.encode("utf-16-le")
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart() * 2
        piece = encoded[start : start + line.textLength() * 2]
        lines.append(piece.decode("utf-16-le", "replace"))
    layout.endLayout()
    return lines or [""]
