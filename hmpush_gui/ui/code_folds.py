"""Folds objects and lists of a JSON text into their first and last line."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextCursor

from .code_text import CodeText

if TYPE_CHECKING:
    from .code_page import CodePage


class CodeFolds(QObject):
    """Which lines of a CodePage begin a fold, and which are folded.

    A fold is remembered by its bracket, which text typed before it moves along. Where
    the bracket goes, or loses its other half, the lines come back.
    """

    def __init__(self, edit: "CodePage") -> None:
        super().__init__(edit)
        self._edit = edit
        self._folded: list[QTextCursor] = []
        self.starts: dict[int, tuple[int, int]] = {}
        """First line of a fold, from 0 → its last line, and the unit of its bracket."""

    def update(self, code: CodeText) -> None:
        """Take the folds of the text as it is now."""
        document = self._edit.document()
        self.starts = {}
        for part in code.outline.folds():
            first = document.findBlock(code.unit(part.start)).blockNumber()
            last = document.findBlock(code.unit(part.end - 1)).blockNumber()
            if last > first + 1:
                self.starts.setdefault(first, (last, code.unit(part.start)))
        if self._folded:
            self._apply()

    def toggle(self, line: int) -> None:
        if line in self.folded_lines():
            self.unfold(line)
        else:
            self.fold(line)

    def fold(self, line: int) -> None:
        """Fold what begins on `line`, or else what is around it."""
        inside = [
            first
            for first, (last, _unit) in self.starts.items()
            if first <= line <= last and first not in self.folded_lines()
        ]
        if inside:
            cursor = QTextCursor(self._edit.document())
            cursor.setPosition(self.starts[max(inside)][1])
            self._folded.append(cursor)
            self._apply()

    def unfold(self, line: int) -> None:
        """Bring back what is folded on `line`, or around it."""
        kept = []
        for cursor in self._folded:
            first = cursor.blockNumber()
            last = self.starts.get(first, (first, 0))[0]
            if not first <= line <= last:
                kept.append(cursor)
        if len(kept) < len(self._folded):
            self._folded = kept
            self._apply()

    def fold_all(self) -> None:
        """Fold every object and list but the outermost."""
        outermost = min(self.starts, default=0)
        for line in sorted(self.starts, reverse=True):
            if line != outermost and line not in self.folded_lines():
                self.fold(line)

    def unfold_all(self) -> None:
        self._folded = []
        self._apply()

    def show_line(self, line: int) -> None:
        """Unfold what hides `line`."""
        while not self._edit.document().findBlockByNumber(line).isVisible():
            before = len(self._folded)
            self.unfold(line)
            if len(self._folded) == before:
                return

    def seen_line(self, line: int) -> int:
        """The line itself, or the outermost folded one that hides it."""
        around = [
            first
            for first in self.folded_lines()
            if first < line < self.starts.get(first, (0, 0))[0]
        ]
        return min(around, default=line)

    def folded_lines(self) -> set[int]:
        return {cursor.blockNumber() for cursor in self._folded}

    def _apply(self) -> None:
        """Hide the lines inside of what is folded, and no others."""
        self._folded = [
            cursor
            for cursor in self._folded
            if self.starts.get(cursor.blockNumber(), (0, -1))[1] == cursor.position()
        ]
        hidden: set[int] = set()
        for first in self.folded_lines():
            hidden.update(range(first + 1, self.starts[first][0]))
        block = self._edit.document().begin()
        changed = False
        while block.isValid():
            changed |= _set_visible(block, block.blockNumber() not in hidden)
            block = block.next()
        if changed:
            self._lay_out_again()

    def _lay_out_again(self) -> None:
        document = self._edit.document()
        document.markContentsDirty(0, document.characterCount())
        layout = document.documentLayout()
        layout.documentSizeChanged.emit(layout.documentSize())
        self._edit.viewport().update()
        self._edit.update_gutter()


def _set_visible(block: QTextBlock, is_visible: bool) -> bool:
    """Show or hide `block`; whether that changes anything."""
    if block.isVisible() == is_visible:
        return False
    block.setVisible(is_visible)
    block.setLineCount(max(1, block.layout().lineCount()) if is_visible else 0)
    return True
