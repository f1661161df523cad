"""A text field for JSON: fixed font, colours, marks, folds, and a find bar."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from hmpush_gui.pushkit.document import pretty

from . import code_marks, code_typing
from .code_folds import CodeFolds
from .code_gutter import CodeGutter
from .code_marks import Mark, Placed, Weight
from .code_text import CodeText
from .completion_popup import CompletionPopup, Offer
from .find_bar import FindBar
from .json_colours import JsonColours
from .plain_tip import plain_tip
from .theme import colours, fixed_font
from .typed_text import typed
from .undo_keys import is_undo_key

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def laid_out(value: Any) -> str:
    """`value` as the JSON to show; Qt takes U+2029 for the end of a line."""
    return pretty(value).replace("\u2029", "\\u2029")


class CodeEdit(QPlainTextEdit):
    """Shows and edits JSON text; knows nothing of messages.

    `own_undo` says whether undo takes back typing here, and not an edit of the message:
    for text that is in no message yet. `tell_of` gives the words for a tooltip at a
    character, empty for none.

    Without a mouse, Tab is the way on; only with several lines selected it moves them
    in, and Shift+Tab out.

    Signals:
        settled: the text has not changed for a moment.
    """

    settled = Signal()

    own_undo = False
    tell_of: Callable[[int], str] | None = None

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
        self._error: list[Placed] = []
        self._marks: list[Placed] = []
        self._found: list[QTextCursor] = []
        self.offers: CompletionPopup | None = None
        self.find_bar: FindBar | None = None
        self.folds = CodeFolds(self)
        self._gutter = CodeGutter(self) if gutter else None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(120)
        self._pause.timeout.connect(self._on_pause)
        self._lines = 1
        if self._gutter is not None:
            self._connect_gutter()

    # The text.

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

    def complete_with(self, offer: Offer) -> None:
        """Offer keys and values while they are typed, and at Ctrl+Space or Ctrl+I."""
        self.offers = CompletionPopup(self, offer)

    # Marks.

    def mark(self, position: int | None, words: str = "") -> None:
        """Underline the character at `position` (counted in characters), or none."""
        self._error = []
        if position is not None:
            code = self.code()
            last = max(0, len(code.text) - 1)
            start = min(position, last)
            self._error = [self._placed(Mark(start, start + 1, Weight.BAD, words))]
        self._show_selections()

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Mark these places and no others; the place where the text broke stays."""
        self._marks = [self._placed(mark) for mark in marks]
        self._show_selections()

    def show_found(self, cursors: list[QTextCursor]) -> None:
        """Show where something was found."""
        self._found = cursors
        self._show_selections()

    def marks_on(self, line: int) -> list[Placed]:
        """The marks of a line counted from 0 and of what is folded into it.

        The loudest comes first.
        """
        last = line
        if line in self.folds.folded_lines():
            last = self.folds.starts.get(line, (line, 0))[0] - 1
        every = self._error + self._marks
        here = [each for each in every if line <= each.line <= max(line, last)]
        return sorted(here, key=lambda each: each.mark.weight)

    def words_at(self, unit: int) -> str:
        """What is to be said of a place: its marks, or else what `tell_of` knows."""
        marks = [each.mark for each in self._error + self._marks if each.holds(unit)]
        if marks:
            return "\n".join(mark.words for mark in marks)
        return self.tell_of(self.code().character(unit)) if self.tell_of else ""

    # What Qt calls.

    def event(self, event: QEvent) -> bool:
        if is_undo_key(event) and not self.own_undo:
            event.ignore()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            words = plain_tip(self._words_under(event.pos()))
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter goes on to the window; Tab leaves; Enter keeps the indent."""
        ctrl = bool(event.modifiers() & _CTRL)
        if self.offers and self.offers.isVisible() and self.offers.take_key(event):
            return
        if ctrl and event.key() in _ENTER:
            event.ignore()
        elif self.offers and ctrl and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_I):
            self.offers.open()
        elif ctrl and event.key() == Qt.Key.Key_F:
            self.find()
        elif event.key() == Qt.Key.Key_F3:
            self.find_again(back=bool(event.modifiers() & _SHIFT))
        elif ctrl and event.modifiers() & _SHIFT and self._fold_key(event.key()):
            pass
        else:
            if self.isReadOnly() or not self._type(event):
                super().keyPressEvent(event)
            if self.offers and _writes(event):
                self.offers.typed()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab goes on, unless it has something to do here."""
        offers = self.offers is not None and self.offers.isVisible()
        moves = not self.isReadOnly() and code_typing.spans_lines(self.textCursor())
        return not (offers or moves) and super().focusNextPrevChild(following)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            # Other colours are no other text.
            self.blockSignals(True)
            self._colours.repaint_theme()
            self.blockSignals(False)
            self._show_selections()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_margins()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        folded = self.folds.folded_lines()
        if folded:
            self._paint_folds(folded)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        if self._gutter is not None:
            menu.addSeparator()
            menu.addAction(self.tr("Fold"), self.fold)
            menu.addAction(self.tr("Unfold"), self.unfold)
            menu.addAction(self.tr("Fold all"), self.folds.fold_all)
            menu.addAction(self.tr("Unfold all"), self.folds.unfold_all)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    # Finding and folding.

    def find(self) -> None:  # type: ignore[override]
        """Open the find bar, with what is selected in it."""
        if self.find_bar is None:
            self.find_bar = FindBar(self)
        self.find_bar.open()

    def find_again(self, *, back: bool) -> None:
        """Go to the next place, or the one before, of what was searched for."""
        if self.find_bar is None or not self.find_bar.wanted:
            self.find()
        else:
            self.find_bar.step(back=back)

    def fold(self) -> None:
        """Fold the object or list that the cursor is in."""
        self.folds.fold(self.textCursor().blockNumber())
        self._leave_hidden_line()

    def unfold(self) -> None:
        self.folds.unfold(self.textCursor().blockNumber())

    # For the gutter.

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
        bar = (
            self.find_bar if self.find_bar and self.find_bar.isVisibleTo(self) else None
        )
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

    # Inside.

    def _connect_gutter(self) -> None:
        self.document().contentsChanged.connect(self._on_text_changed)
        self.updateRequest.connect(self._on_update_request)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.place_margins()

    def _on_update_request(self, _area: QRect, _dy: int) -> None:
        self.update_gutter()

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
        self.folds.show_line(self.textCursor().blockNumber())
        self.update_gutter()

    def _placed(self, mark: Mark) -> Placed:
        code = self.code()
        cursor = QTextCursor(self.document())
        cursor.setPosition(code.unit(mark.start))
        cursor.setPosition(
            code.unit(min(mark.end, len(code.text))), QTextCursor.MoveMode.KeepAnchor
        )
        return Placed(cursor, mark)

    def _show_selections(self) -> None:
        shown = code_marks.underlined(self._error + self._marks)
        self.setExtraSelections(shown + code_marks.found(self._found))
        self.update_gutter()

    def _words_under(self, point: QPoint) -> str:
        cursor = self.cursorForPosition(point)
        area = self.cursorRect(cursor)
        # Right of the end of a line nothing is under the mouse.
        if cursor.atBlockEnd() and point.x() > area.right() + 4:
            return ""
        unit = cursor.position()
        return self.words_at(unit - 1 if point.x() < area.left() and unit else unit)

    def _type(self, event: QKeyEvent) -> bool:
        """Do with a key what is more than writing it; whether there was such."""
        cursor = self.textCursor()
        key = event.key()
        if key in _ENTER:
            code_typing.new_line(cursor)
        elif key == Qt.Key.Key_Backspace and not event.modifiers():
            if not code_typing.erase_pair(cursor):
                return False
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if not code_typing.spans_lines(cursor):
                return False
            code_typing.indent(cursor, back=key == Qt.Key.Key_Backtab)
            return True
        elif not event.text() or not code_typing.type_character(cursor, event.text()):
            return False
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _fold_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BraceLeft):
            self.fold()
        elif key in (Qt.Key.Key_BracketRight, Qt.Key.Key_BraceRight):
            self.unfold()
        else:
            return False
        return True

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


def _writes(event: QKeyEvent) -> bool:
    """Whether a key changed the text around the cursor."""
    erases = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
    return erases or (bool(event.text()) and event.text().isprintable())


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
