"""Draws a text of one language with its bytes, and marks what a phone cuts off."""

from dataclasses import replace

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QWidget,
)
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from hmpush_gui.pushkit.texts import TextPlace

from .language_cells import LanguageCell
from .language_model import LanguageRole
from .table_model import AnyIndex
from .theme import Tone, colours, tone
from .veiling import veiled

_MARGIN = 10
_GAP = 3
_MOST_LINES = 10
"""Lines of a text that are drawn: the rest is read in its editor."""

_LONG = 96
"""Pixels of an editor of several lines, at least."""


class LanguageDelegate(QStyledItemDelegate):
    """Texts are wrapped, and edited in place; Ctrl+Enter ends one of several lines."""

    def sizeHint(self, option: Option, index: AnyIndex) -> QSize:
        cell = index.data(LanguageRole.CELL)
        if not isinstance(cell, LanguageCell):
            return QSize(120, 44)
        layout = _laid_out(cell, option.font, option.rect.width() - 2 * _MARGIN)
        height = layout.boundingRect().height() if cell.text else 0
        detail = QFontMetrics(_small(option.font)).height()
        return QSize(160, max(44, round(height) + _GAP + detail + 2 * _GAP + 8))

    def paint(self, painter: QPainter, option: Option, index: AnyIndex) -> None:
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        area = option.rect.adjusted(_MARGIN, 7, -_MARGIN, -7)
        cell = index.data(LanguageRole.CELL)
        painter.save()
        painter.setClipRect(option.rect)
        if isinstance(cell, LanguageCell):
            self._paint_cell(painter, area, _as_seen(cell), option.font)
        else:
            painter.setFont(option.font)
            painter.setPen(QColor(colours().muted))
            top = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(area, top, str(index.data() or ""))
        painter.setClipping(False)
        painter.setPen(QColor(colours().border))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours().accent))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), 5, 5)
        painter.restore()

    def createEditor(
        self, parent: QWidget, _option: Option, index: AnyIndex
    ) -> QWidget:
        place = index.data(LanguageRole.PLACE)
        is_long = isinstance(place, TextPlace) and place.is_long
        editor: QWidget = QPlainTextEdit(parent) if is_long else QLineEdit(parent)
        if isinstance(editor, QPlainTextEdit):
            editor.setTabChangesFocus(True)
        editor.setObjectName("languages.field")
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        cell = index.data(LanguageRole.CELL)
        if isinstance(cell, LanguageCell) and cell.from_right:
            editor.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
            editor.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex
    ) -> None:
        text = editor.text() if isinstance(editor, QLineEdit) else ""
        if isinstance(editor, QPlainTextEdit):
            text = editor.toPlainText()
        model.setData(index, text)

    def updateEditorGeometry(
        self, editor: QWidget, option: Option, _index: AnyIndex
    ) -> None:
        area = QRect(option.rect)
        if isinstance(editor, QPlainTextEdit):
            area.setHeight(max(_LONG, area.height()))
        editor.setGeometry(area)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if (
            isinstance(editor, QPlainTextEdit)
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor)
                return True
            return False
        return super().eventFilter(editor, event)

    def _paint_cell(
        self, painter: QPainter, area: QRect, cell: LanguageCell, font: QFont
    ) -> None:
        theme, top = colours(), float(area.top())
        if cell.text:
            layout = _laid_out(cell, font, area.width())
            painter.setPen(QColor(theme.text))
            layout.draw(painter, QPointF(area.left(), top))
            top += layout.boundingRect().height() + _GAP
        painter.setFont(_small(font))
        warns = cell.is_missing or "▲" in cell.detail
        painter.setPen(tone(Tone.WARNING) if warns else QColor(theme.muted))
        rest = QRect(area.left(), round(top), area.width(), 16)
        side = (
            Qt.AlignmentFlag.AlignRight
            if cell.from_right
            else Qt.AlignmentFlag.AlignLeft
        )
        elide = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(cell.detail, elide, rest.width())
        painter.drawText(rest, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _as_seen(cell: LanguageCell) -> LanguageCell:
    """Under the veil nothing is said of where the text is cut."""
    text = veiled(cell.text)
    return cell if text == cell.text else replace(cell, text=text, hidden=())


def _laid_out(cell: LanguageCell, font: QFont, width: int) -> QTextLayout:
    """The text wrapped at `width`, with what a phone hides in another colour."""
    layout = QTextLayout(cell.text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if cell.from_right:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        )
    layout.setTextOption(option)
    layout.setFormats([_hidden(cell.text, *part) for part in cell.hidden])
    layout.beginLayout()
    height = 0.0
    for _ in range(_MOST_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(20, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _hidden(text: str, start: int, length: int) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    # Qt counts in UTF-16.
    part.start = len(text[:start].encode("utf-16-le", "surrogatepass")) // 2
    part.length = (
        len(text[start : start + length].encode("utf-16-le", "surrogatepass")) // 2
    )
    part.format = QTextCharFormat()
    part.format.setForeground(tone(Tone.WARNING))
    return part


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(11)
    return small
