"""Lies over the parts of a text field that are hidden; the text stays as it is."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextLayout
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionFrame,
    QTextEdit,
)

from hmpush_gui.exchange.veil_place import Place

from .code_text import CodeText
from .theme import colours
from .veiling import OWN, places, veiled

Field = QPlainTextEdit | QTextEdit
_ROUND = 3


def cover(field: Field) -> None:
    """Paint over what is hidden of what is in sight, within a paint of the viewport."""
    painter: QPainter | None = None
    for block, origin in _blocks(field):
        for place in _hidden(field, block):
            if painter is None:
                painter = QPainter(field.viewport())
                painter.setFont(field.font())
            words = place.words
            for area in _areas(block.layout(), place, origin):
                _paint(painter, area, words)
                # What goes on in a further line is named once.
                words = ""
    if painter:
        painter.end()


def cover_line(field: QLineEdit) -> None:
    """The same for a field of one line, of which all or nothing is hidden."""
    text = field.text()
    hidden = veiled(text)
    if field.echoMode() is not QLineEdit.EchoMode.Normal or not text:
        return
    if hidden == text:
        if not field.property(OWN):
            return
        hidden = ""
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    inside = QStyle.SubElement.SE_LineEditContents
    area = field.style().subElementRect(inside, option, field)
    painter = QPainter(field)
    painter.setFont(field.font())
    words = painter.fontMetrics().elidedText(
        hidden, Qt.TextElideMode.ElideRight, area.width() - 4
    )
    _paint(painter, QRectF(area), words)
    painter.end()


def _blocks(field: Field) -> Iterator[tuple[QTextBlock, QPointF]]:
    """The blocks in sight, and where each begins in the viewport."""
    bottom = field.viewport().height()
    if isinstance(field, QPlainTextEdit):
        block = field.firstVisibleBlock()
        offset = field.contentOffset()
        while block.isValid():
            area = field.blockBoundingGeometry(block).translated(offset)
            if area.top() > bottom:
                return
            if block.isVisible():
                yield block, area.topLeft()
            block = block.next()
        return
    layout = field.document().documentLayout()
    across, down = (
        field.horizontalScrollBar().value(),
        field.verticalScrollBar().value(),
    )
    block = field.document().begin()
    while block.isValid():
        area = layout.blockBoundingRect(block).translated(-across, -down)
        if area.top() > bottom:
            return
        if area.bottom() >= 0:
            yield block, area.topLeft()
        block = block.next()


def _hidden(field: Field, block: QTextBlock) -> list[Place]:
    text = block.text()
    if field.property(OWN) and text.strip():
        return [Place(0, len(text), "")]
    found = places(text)
    if found and not text.isascii():
        # Qt counts what is outside of the basic plane twice.
        code = CodeText(text)
        return [Place(code.unit(p.start), code.unit(p.end), p.words) for p in found]
    return found


def _areas(layout: QTextLayout, place: Place, origin: QPointF) -> Iterator[QRectF]:
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(place.start, line.textStart())
        last = min(place.end, line.textStart() + line.textLength())
        if first < last:
            left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
            yield QRectF(
                origin.x() + min(left, right),
                origin.y() + line.y(),
                abs(right - left),
                line.height(),
            )


def _x(found: object) -> float:
    """PySide gives the place with the character it belongs to."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _paint(painter: QPainter, area: QRectF, words: str) -> None:
    theme = colours()
    painter.setPen(QPen(QColor(theme.border)))
    painter.setBrush(QColor(theme.raised))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
    metrics, mark = painter.fontMetrics(), words.rpartition(" ")[2]
    for each in (words, mark):
        if each and metrics.horizontalAdvance(each) <= area.width() - 2:
            painter.setPen(QColor(theme.muted))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, each)
            return
