"""Finds text in an editor: a strip at its top with a count, next and previous."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from .icons import icon

if TYPE_CHECKING:
    from .code_edit import CodeEdit

_MOST = 2000
"""Places shown at most; more would make typing in the bar slow."""


class FindBar(QWidget):
    """Belongs to a CodeEdit and lies over its upper edge.

    Capital and small letters are the same. Enter and Shift+Enter walk, Esc closes.
    """

    def __init__(self, edit: "CodeEdit") -> None:
        super().__init__(edit)
        self._edit = edit
        self._places: list[QTextCursor] = []
        name = edit.objectName()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName(f"{name}.find")
        self.setProperty("findbar", True)
        self._field = QLineEdit(self)
        self._field.setObjectName(f"{name}.find.text")
        self._field.setAccessibleName(self.tr("Find in this text"))
        self._field.setPlaceholderText(self.tr("Find in this text"))
        self._field.textChanged.connect(self._on_text_changed)
        self._count = QLabel(self)
        self._count.setObjectName(f"{name}.find.count")
        self._count.setProperty("quiet", True)
        previous = self._button("up", self.tr("Previous place (Shift+F3)"))
        previous.clicked.connect(lambda: self.step(back=True))
        following = self._button("down", self.tr("Next place (F3)"))
        following.clicked.connect(lambda: self.step(back=False))
        close = self._button("close", self.tr("Close (Esc)"))
        close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(4)
        row.addWidget(self._field, 1)
        for widget in (self._count, previous, following, close):
            row.addWidget(widget)
        self.setFocusProxy(self._field)
        self.hide()
        edit.document().contentsChanged.connect(self._on_document_changed)

    @property
    def wanted(self) -> str:
        """What is searched for."""
        return self._field.text()

    def open(self) -> None:
        """Show the bar and take the keyboard, with what is selected in the text."""
        selected = self._edit.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self._field.setText(selected)
        self.show()
        self._edit.place_margins()
        self._search()
        self._field.setFocus()
        self._field.selectAll()

    def close_bar(self) -> None:
        """Hide the bar and give the keyboard back to the text."""
        self.hide()
        self._places = []
        self._edit.show_found([])
        self._edit.place_margins()
        self._edit.setFocus()

    def step(self, *, back: bool) -> None:
        """Select the next place, or the one before; past an end comes the other."""
        if not self.isVisible():
            self._search()
        if not self._places:
            return
        cursor = self._edit.textCursor()
        if back:
            at = cursor.selectionStart()
            behind = [p for p in self._places if p.selectionEnd() <= at]
            self._select((behind or self._places)[-1])
        else:
            at = cursor.selectionEnd()
            ahead = [p for p in self._places if p.selectionStart() >= at]
            self._select((ahead or self._places)[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # Ctrl+Enter sends, here as everywhere; Ctrl+F begins anew.
            if event.key() == Qt.Key.Key_F:
                self._field.selectAll()
            else:
                event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.step(back=shift)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._edit.show_found(self._places)

    def _button(self, name: str, title: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"{self.objectName()}.{name}")
        button.setIcon(icon(name))
        button.setAccessibleName(title)
        button.setToolTip(title)
        return button

    def _on_text_changed(self) -> None:
        self._search()
        cursor = self._edit.textCursor()
        at = cursor.selectionStart()
        ahead = [p for p in self._places if p.selectionStart() >= at]
        if self._places:
            self._select((ahead or self._places)[0])

    def _on_document_changed(self) -> None:
        if self.isVisible():
            self._search()

    def _search(self) -> None:
        self._places = list(self._found()) if self.wanted else []
        self._edit.show_found(self._places)
        self._tell()

    def _found(self) -> list[QTextCursor]:
        code = self._edit.code()
        places = []
        for match in re.finditer(re.escape(self.wanted), code.text, re.IGNORECASE):
            cursor = QTextCursor(self._edit.document())
            cursor.setPosition(code.unit(match.start()))
            cursor.setPosition(code.unit(match.end()), QTextCursor.MoveMode.KeepAnchor)
            places.append(cursor)
            if len(places) == _MOST:
                break
        return places

    def _select(self, place: QTextCursor) -> None:
        self._edit.folds.show_line(place.block().blockNumber())
        self._edit.setTextCursor(place)
        self._edit.ensureCursorVisible()
        self._tell()

    def _tell(self) -> None:
        if not self.wanted:
            self._count.setText("")
            return
        if not self._places:
            self._count.setText(self.tr("not found"))
            return
        at = self._edit.textCursor().selectionStart()
        number = sum(place.selectionStart() <= at for place in self._places)
        self._count.setText(
            self.tr("{number} of {count}").format(
                number=max(1, number), count=len(self._places)
            )
        )
