"""A text field for JSON: fixed font, colours, the broken place underlined."""

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from hmpush_gui.pushkit.document import pretty

from .json_colours import JsonColours
from .theme import Tone, fixed_font, tone
from .undo_keys import is_undo_key


def laid_out(value: Any) -> str:
    """`value` as the JSON to show; Qt takes U+2029 for the end of a line."""
    return pretty(value).replace("\u2029", "\\u2029")


class CodeEdit(QPlainTextEdit):
    """Shows and edits JSON text; knows nothing of messages.

    `own_undo` says whether undo takes back typing here, and not an edit of the message:
    for text that is in no message yet.
    """

    own_undo = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(fixed_font(self.font().pointSize()))
        self.setTabStopDistance(self.fontMetrics().horizontalAdvance(" ") * 2)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        # Without a mouse, Tab is the way on.
        self.setTabChangesFocus(True)
        self._colours = JsonColours(self.document())

    def event(self, event: QEvent) -> bool:
        if is_undo_key(event) and not self.own_undo:
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter goes on to the window; Tab leaves; Enter keeps the indent."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif enter and not self.isReadOnly():
            line = self.textCursor().block().text()
            indent = line[: len(line) - len(line.lstrip(" "))]
            self.textCursor().insertText("\n" + indent)
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._colours.rehighlight()

    def mark(self, position: int | None) -> None:
        """Underline the character at `position` (counted in characters), or none."""
        if position is None:
            self.setExtraSelections([])
            return
        text = self.toPlainText()
        cursor = QTextCursor(self.document())
        last = max(0, self.document().characterCount() - 2)
        # Qt counts an emoji as two.
        units = len(text[:position].encode("utf-16-le", "surrogatepass")) // 2
        cursor.setPosition(min(units, last))
        cursor.movePosition(
            QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
        )
        wavy = QTextCharFormat()
        wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wavy.setUnderlineColor(tone(Tone.BAD))
        wavy.setForeground(tone(Tone.BAD))
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = wavy
        self.setExtraSelections([selection])
