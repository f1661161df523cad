"""Draws list entries of two lines: a name, and a quiet line about it."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from .table_model import AnyIndex
from .theme import colours
from .two_line_role import TwoLineRole

_MARGIN = 10
_ABOVE = 5
_BETWEEN = 1


class TwoLines(NamedTuple):
    """Where the two lines of one entry stand."""

    name: QRect
    detail: QRect


def lay_out(area: QRect, name: QFontMetrics, detail: QFontMetrics) -> TwoLines:
    """The two lines in `area`, one above the other."""
    left, width = area.left() + _MARGIN, area.width() - 2 * _MARGIN
    top = QRect(left, area.top() + _ABOVE, width, name.height())
    below = QRect(left, top.bottom() + 1 + _BETWEEN, width, detail.height())
    return TwoLines(top, below)


def height(name: QFontMetrics, detail: QFontMetrics) -> int:
    """How high an entry is."""
    return 2 * _ABOVE + name.height() + _BETWEEN + detail.height()


class TwoLineDelegate(QStyledItemDelegate):
    """Cuts the name at its end and the detail in its middle, where paths are dull."""

    def sizeHint(self, option: Option, index: AnyIndex) -> QSize:
        name, detail = _fonts(option.font)
        return QSize(120, height(QFontMetrics(name), QFontMetrics(detail)))

    def paint(self, painter: QPainter, option: Option, index: AnyIndex) -> None:
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        name, detail = _fonts(option.font)
        lines = lay_out(option.rect, QFontMetrics(name), QFontMetrics(detail))
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        theme = colours()
        painter.save()
        self._line(
            painter, lines.name, name, theme.text if enabled else theme.muted,
            str(index.data()), Qt.TextElideMode.ElideRight,
        )  # fmt: skip
        self._line(
            painter, lines.detail, detail, theme.muted,
            str(index.data(TwoLineRole.DETAIL) or ""), Qt.TextElideMode.ElideMiddle,
        )  # fmt: skip
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._focus(painter, option.rect)

    def _line(
        self,
        painter: QPainter,
        area: QRect,
        font: QFont,
        colour: str,
        text: str,
        elide: Qt.TextElideMode,
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, elide, area.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(area, flags, shown)

    def _focus(self, painter: QPainter, area: QRect) -> None:
        painter.save()
        painter.setPen(QColor(colours().accent))
        painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), 5, 5)
        painter.restore()


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    detail = QFont(font)
    detail.setPixelSize(11)
    return font, detail
