"""A page of code with marks: what is to be said of which place."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QToolTip, QWidget

from . import code_marks
from .code_marks import Mark, Placed, Weight
from .code_page import CodePage
from .plain_tip import plain_tip


class MarkedPage(CodePage):
    """Underlines marks, and says under the mouse what they are about.

    `tell_of` gives the words for a tooltip at a character where no mark is, empty for
    none.
    """

    tell_of: Callable[[int], str] | None = None

    def __init__(self, parent: QWidget | None = None, *, gutter: bool = False) -> None:
        self._error: list[Placed] = []
        self._marks: list[Placed] = []
        self._found: list[QTextCursor] = []
        super().__init__(parent, gutter=gutter)

    def mark(self, position: int | None, words: str = "") -> None:
        """Underline the character at `position` (counted in characters), or none."""
        if position is None and not self._error:
            return
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
        """The marks of a line counted from 0, the loudest first."""
        return self.marks_by_line().get(line, [])

    def marks_by_line(self) -> dict[int, list[Placed]]:
        """The marks of each line that is seen, and of what is folded into it."""
        found: dict[int, list[Placed]] = {}
        for placed in sorted(self._error + self._marks, key=lambda p: p.mark.weight):
            found.setdefault(self.folds.seen_line(placed.line), []).append(placed)
        return found

    def words_at(self, unit: int) -> str:
        """What is to be said of a place: its marks, or else what `tell_of` knows."""
        marks = [each.mark for each in self._error + self._marks if each.holds(unit)]
        if marks:
            return "\n".join(mark.words for mark in marks)
        return self.tell_of(self.code().character(unit)) if self.tell_of else ""

    # What Qt calls.

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show_selections()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            words = plain_tip(self._words_under(event.pos()))
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    # Inside.

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
