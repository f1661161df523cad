"""How a verdict looks and reads: icon, colour and word, always together."""

from functools import cache

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from hmpush_gui.pushkit.answers import ALL_INVALID, PARTIAL
from hmpush_gui.pushkit.explain import (
    explain_code,
    explain_fate,
    explain_http,
    explain_reason,
)
from hmpush_gui.pushkit.hindrances import HINDRANCES
from hmpush_gui.pushkit.protocol import Verdict

from .hindered import hindered
from .theme import Tone, is_dark, tone
from .words import grouped, language

_TONES = {
    Verdict.ACCEPTED: Tone.GOOD,
    Verdict.REJECTED: Tone.BAD,
    Verdict.UNKNOWN: Tone.WARNING,
    Verdict.NOT_SENT: Tone.QUIET,
    None: Tone.BUSY,
}


_OWN_REASONS = HINDRANCES | {"stopped", "stopped-before", "credential", "unreachable"}
"""Reasons of ours, which the words say already; others can be looked up as they are."""


LATER = frozenset({"backoff", "limited", "later"})
"""Of what is refused for now only, as `Explanation.retry` puts it (facts F.5)."""


def tone_of(verdict: Verdict | None) -> Tone:
    """The colour of a verdict; None is a token that still waits."""
    return _TONES[verdict]


def word_of(verdict: Verdict | None) -> str:
    words = {
        Verdict.ACCEPTED: QCoreApplication.translate("Verdict", "Accepted"),
        Verdict.REJECTED: QCoreApplication.translate("Verdict", "Rejected"),
        Verdict.UNKNOWN: QCoreApplication.translate("Verdict", "Unknown"),
        Verdict.NOT_SENT: QCoreApplication.translate("Verdict", "Not sent"),
        None: QCoreApplication.translate("Verdict", "Waiting…"),
    }
    return words[verdict]


def counted(number: int, verdict: Verdict | None) -> str:
    """How many tokens met a verdict, such as `3 Accepted`."""
    words = QCoreApplication.translate("Verdict", "{count} {word}")
    return words.format(count=grouped(number), word=word_of(verdict))


def reason_of(verdict: Verdict | None, code: str, reason: str) -> str:
    """Why, in words; an unknown code or reason is shown as it is."""
    if verdict in (None, Verdict.ACCEPTED):
        return ""
    told = "" if reason in _OWN_REASONS else reason
    raw = " · ".join(part for part in (code, told) if part)
    known = explain_reason(reason, language()) if reason else None
    if known is None and not (reason and code in {PARTIAL, ALL_INVALID}):
        known = explain_code(code, language())
    words = known.meaning if known else "" if code else _without_code(verdict, reason)
    for_now = known or explain_fate(code, reason, language())
    if verdict is Verdict.REJECTED and for_now and for_now.retry in LATER:
        later = QCoreApplication.translate("Verdict", "{words} Send again later.")
        words = later.format(words=words)
    if verdict is Verdict.REJECTED and code == PARTIAL and not reason:
        # The code is of the whole request; v1 lists tokens only (facts A.11).
        words = QCoreApplication.translate(
            "Verdict",
            "Refused as not valid; v1 and v2 do not say why. See Response.",
        )
    if not words:
        return raw
    if not raw:
        return words
    whole = QCoreApplication.translate("Verdict", "{words} ({code})")
    return whole.format(words=words, code=raw)


def _without_code(verdict: Verdict | None, reason: str) -> str:
    """Why a token got no answer of Push Kit."""
    if reason == "stopped":
        return QCoreApplication.translate(
            "Verdict", "Stopped before the answer came; it may have been sent."
        )
    if verdict is Verdict.UNKNOWN:
        return QCoreApplication.translate(
            "Verdict", "No answer of Push Kit; it may have been sent."
        )
    if verdict is Verdict.REJECTED:
        # Any other status may be the word of somebody on the way.
        known = explain_http(reason.removeprefix("HTTP "), language())
        if known and known.retry == "backoff":
            return known.meaning
        return QCoreApplication.translate("Verdict", "Refused before Push Kit read it.")
    if reason in ("", "stopped-before"):
        return QCoreApplication.translate("Verdict", "Stopped before it was sent.")
    if reason == "credential":
        return QCoreApplication.translate(
            "Verdict", "There is no credential that could be used; see Response."
        )
    if "/" in reason:
        return QCoreApplication.translate(
            "Verdict", "The credential was refused; see Response."
        )
    return hindered(reason)


def icon_of(verdict: Verdict | None) -> QIcon:
    """A shape of its own for each verdict, so that colour is never alone."""
    return _icon(verdict, is_dark())


@cache
def _icon(verdict: Verdict | None, _dark: bool) -> QIcon:
    pixmap = QPixmap(32, 32)
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(2)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(tone(tone_of(verdict)))
    painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    if verdict is Verdict.ACCEPTED:
        painter.drawPolyline(QPolygonF([_p(3, 9), _p(6.5, 12.5), _p(13, 4.5)]))
    elif verdict is Verdict.REJECTED:
        painter.drawLine(_p(4, 4), _p(12, 12))
        painter.drawLine(_p(12, 4), _p(4, 12))
    elif verdict is Verdict.UNKNOWN:
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([_p(8, 3.5), _p(13, 12.5), _p(3, 12.5)]))
    elif verdict is Verdict.NOT_SENT:
        painter.drawEllipse(QRectF(3.5, 3.5, 9, 9))
    else:
        for x in (3.5, 8, 12.5):
            painter.drawPoint(_p(x, 8))
    painter.end()
    return QIcon(pixmap)


def _p(x: float, y: float) -> QPointF:
    return QPointF(x, y)
