"""A page of code: fixed font, colours, line numbers, and folds."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from .code_folds import CodeFolds
from .code_gutter import CodeGutter
from .code_marks import Placed
from .code_text import CodeText
from .json_colours import JsonColours
from .pause import Pause
from .theme import colours, fixed_font
from .typed_text import typed


class CodePage(QPlainTextEdit):
    """Shows text and what stands beside its lines.

    `strip` is what lies over the upper edge, such as a find bar; the text begins below.

    Signals:
        settled: the text has not changed for a moment.
    """

    settled = Signal()

    strip: QWidget | None = None

    def __init__(self, parent: QWidget | None = None, *, gutter: bool = False) -> None:
        """`gutter` brings line numbers and folds."""
        super().__init__(parent)
        self.setFont(fixed_font(self.font().pointSize()))
        self.setTabStopDistance(self.fontMetrics().horizontalAdvance(" ") * 2)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setTabChangesFocus(True)
        self._colours = JsonColours(self.document())
        self._code = CodeText("")
        self._code_revision = -1
        self.folds = CodeFolds(self)
        self._lines = 1
        self._current = 0
        self._pause = Pause(120, self)
        self._pause.timeout.connect(self._on_pause)
        self._gutter = CodeGutter(self) if gutter else None
        if self._gutter is not None:
            self._connect_gutter()

    def code(self) -> CodeText:
        """The text as it is now."""
        revision = self.document().revision()
        if revision != self._code_revision:
            self._code_revision = revision
            self._code = CodeText(typed(self.document()))
        return self._code

    def put(self, text: str, *, undoable: bool = False) -> None:
        """Make `text` the text by changing only what differs.

        So that cursor, folds and scroll bar stay where they are. Tells nobody.
        """
        before = self.code()
        start, end = _difference(before.text, text)
        self.blockSignals(True)
        cursor = QTextCursor(self.document())
        cursor.setPosition(before.unit(start))
        cursor.setPosition(
            before.unit(len(before.text) - end), QTextCursor.MoveMode.KeepAnchor
        )
        cursor.insertText(text[start : len(text) - end])
        if not undoable:
            self.document().clearUndoRedoStacks()
        self.blockSignals(False)
        self._on_text_changed()

    def go_to(self, position: int) -> None:
        """Put the cursor at the character `position` and show it."""
        cursor = self.textCursor()
        cursor.setPosition(self.code().unit(position))
        self.folds.show_line(cursor.blockNumber())
        self.setTextCursor(cursor)
        self.centerCursor()

    def marks_by_line(self) -> dict[int, list[Placed]]:
        """What is to be said of each line that is seen, the loudest first."""
        return {}

    def fold(self) -> None:
        """Fold the object or list that the cursor is in."""
        self.folds.fold(self.textCursor().blockNumber())
        self._leave_hidden_line()

    def unfold(self) -> None:
        self.folds.unfold(self.textCursor().blockNumber())

    @property
    def has_gutter(self) -> bool:
        return self._gutter is not None

    def visible_lines(self) -> Iterator[tuple[int, QRect]]:
        """Each line on the screen, from 0, and where it is, its wrapped rows as one."""
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        top += self.viewport().y() - (self._gutter.y() if self._gutter else 0)
        while block.isValid() and top <= self.height():
            height = self.blockBoundingRect(block).height()
            if block.isVisible():
                yield block.blockNumber(), QRect(0, round(top), 1, round(height))
                top += height
            block = block.next()

    def update_gutter(self) -> None:
        if self._gutter is not None:
            self._gutter.update()

    def place_margins(self) -> None:
        """Make room for what stands around the text."""
        bar = self.strip if self.strip and self.strip.isVisibleTo(self) else None
        left = self._gutter.wanted_width() if self._gutter else 0
        top = bar.sizeHint().height() if bar else 0
        self.setViewportMargins(left, top, 0, 0)
        inside = self.contentsRect()
        if bar is not None:
            bar.setGeometry(inside.left(), inside.top(), inside.width(), top)
        if self._gutter is not None:
            self._gutter.setGeometry(
                inside.left(), inside.top() + top, left, inside.height() - top
            )

    # What Qt calls.

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            # Other colours are no other text.
            self.blockSignals(True)
            self._colours.repaint_theme()
            self.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_margins()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        folded = self.folds.folded_lines()
        if folded:
            self._paint_folds(folded)

    # Inside.

    def _connect_gutter(self) -> None:
        self.document().contentsChanged.connect(self._on_text_changed)
        self.updateRequest.connect(self._on_update_request)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.place_margins()

    def _on_update_request(self, area: QRect, dy: int) -> None:
        """Draw the gutter anew only beside what was drawn anew: it is slow."""
        if self._gutter is not None and dy:
            self._gutter.scroll(0, dy)
        elif self._gutter is not None:
            y = area.y() + self.viewport().y() - self._gutter.y()
            self._gutter.update(0, y - 1, self._gutter.width(), area.height() + 2)

    def _on_text_changed(self) -> None:
        if self._gutter is None:
            return
        self._pause.start()
        if self.blockCount() != self._lines:
            # Arrows must not stand beside the wrong lines even for a moment.
            self._lines = self.blockCount()
            self.place_margins()
            self.folds.update(self.code())
            self.update_gutter()

    def _on_pause(self) -> None:
        self.folds.update(self.code())
        self.update_gutter()
        self.settled.emit()

    def _on_cursor_moved(self) -> None:
        line = self.textCursor().blockNumber()
        if line != self._current:
            self._current = line
            self.folds.show_line(line)
            self.update_gutter()

    def _leave_hidden_line(self) -> None:
        """Have the cursor on the line that stands for what was folded around it."""
        cursor = self.textCursor()
        block = cursor.block()
        while block.isValid() and not block.isVisible():
            block = block.previous()
        if block != cursor.block():
            cursor.setPosition(block.position() + block.length() - 1)
            self.setTextCursor(cursor)

    def _paint_folds(self, folded: set[int]) -> None:
        """Say behind the first line of a fold how much is hidden there."""
        painter = QPainter(self.viewport())
        painter.setPen(QColor(colours().muted))
        for line, _area in self.visible_lines():
            if line not in folded or line not in self.folds.starts:
                continue
            hidden = self.folds.starts[line][0] - line - 1
            words = self._hidden_words(hidden)
            cursor = QTextCursor(self.document().findBlockByNumber(line))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            end = self.cursorRect(cursor)
            place = QRect(end.right() + 8, end.top(), 200, end.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def _hidden_words(self, count: int) -> str:
        if count == 1:
            return self.tr("… 1 line")
        return self.tr("… {count} lines").format(count=count)


def _difference(before: str, after: str) -> tuple[int, int]:
    """How many characters at the start and at the end are the same."""
    most = min(len(before), len(after))
    start = _longest(most, lambda n: before.startswith(after[:n]))
    rest = most - start
    end = _longest(rest, lambda n: n == 0 or before.endswith(after[-n:]))
    return start, end


def _longest(most: int, fits: Callable[[int], bool]) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    return low
