"""A text field for JSON: marks, folds, pairs, completion, and a find bar."""

from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from hmpush_gui.pushkit.document import pretty

from . import code_typing
from .completion_popup import CompletionPopup, Offer
from .find_bar import FindBar
from .marked_page import MarkedPage
from .undo_keys import is_undo_key

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def laid_out(value: Any) -> str:
    """`value` as the JSON to show; Qt takes U+2029 for the end of a line."""
    return pretty(value).replace("\u2029", "\\u2029")


class CodeEdit(MarkedPage):
    """Shows and edits JSON text; knows nothing of messages.

    `own_undo` says whether undo takes back typing here, and not an edit of the message:
    for text that is in no message yet.

    Without a mouse, Tab is the way on; only with several lines selected it moves them
    in, and Shift+Tab out.

    Signals:
        pasted: a text that was pasted or dropped here.
    """

    pasted = Signal(str)

    own_undo = False

    def __init__(self, parent: QWidget | None = None, *, gutter: bool = False) -> None:
        """`gutter` brings line numbers and folds."""
        super().__init__(parent, gutter=gutter)
        self.find_bar: FindBar | None = None
        self.offers: CompletionPopup | None = None

    def complete_with(self, offer: Offer) -> None:
        """Offer keys and values while they are typed, and at Ctrl+Space or Ctrl+I."""
        self.offers = CompletionPopup(self, offer)

    def complete(self) -> None:
        """Offer what can be written at the cursor."""
        if self.offers is not None:
            self.offers.open()

    def find(self) -> None:  # type: ignore[override]
        """Open the find bar, with what is selected in it."""
        if self.find_bar is None:
            self.find_bar = self.strip = FindBar(self)
        self.find_bar.open()

    def find_again(self, *, back: bool) -> None:
        """Go to the next place, or the one before, of what was searched for."""
        if self.find_bar is None or not self.find_bar.wanted:
            self.find()
        else:
            self.find_bar.step(back=back)

    # What Qt calls.

    def event(self, event: QEvent) -> bool:
        if is_undo_key(event) and not self.own_undo:
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter goes on to the window; Tab leaves; Enter keeps the indent."""
        ctrl = bool(event.modifiers() & _CTRL)
        if self.offers and self.offers.isVisible() and self.offers.take_key(event):
            return
        if ctrl and event.key() in _ENTER:
            event.ignore()
        elif self.offers and ctrl and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_I):
            self.complete()
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

    def insertFromMimeData(self, source: QMimeData) -> None:
        super().insertFromMimeData(source)
        if source.hasText():
            self.pasted.emit(source.text())

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab goes on, unless it has something to do here."""
        offers = self.offers is not None and self.offers.isVisible()
        moves = not self.isReadOnly() and code_typing.spans_lines(self.textCursor())
        return not (offers or moves) and super().focusNextPrevChild(following)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        if self.has_gutter:
            menu.addSeparator()
            menu.addAction(self.tr("Fold"), self.fold)
            menu.addAction(self.tr("Unfold"), self.unfold)
            menu.addAction(self.tr("Fold all"), self.folds.fold_all)
            menu.addAction(self.tr("Unfold all"), self.folds.unfold_all)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    # Inside.

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


def _writes(event: QKeyEvent) -> bool:
    """Whether a key changed the text around the cursor."""
    erases = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
    return erases or (bool(event.text()) and event.text().isprintable())
