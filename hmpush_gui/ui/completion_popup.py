"""Offers keys and values while JSON is written."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout

from hmpush_gui.pushkit.completion import Completion, fitting
from hmpush_gui.pushkit.cursor_place import CursorPlace, may_be_key, place_at

from .completion_list import CompletionDelegate, CompletionModel
from .plain_label import plain_label
from .words import described

if TYPE_CHECKING:
    from .code_edit import CodeEdit

Offer = Callable[[CursorPlace], list[Completion]]
"""What may be written at a place."""

_WIDTH = 420
_ROWS = 7


class CompletionPopup(QFrame):
    """A list below the cursor of a CodeEdit, which keeps the keyboard.

    Up and Down choose, Enter or Tab takes, Esc closes. It opens by itself while a key
    is typed, and where a chosen key has a fixed set of values.
    """

    def __init__(self, edit: "CodeEdit", offer: Offer) -> None:
        super().__init__(edit)
        self._edit = edit
        self._offer = offer
        self._place: CursorPlace | None = None
        self.model = CompletionModel(self)
        self.setObjectName(f"{edit.objectName()}.offers")
        self.setProperty("offers", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list = QListView(self)
        self._list.setObjectName(f"{edit.objectName()}.offers.list")
        self._list.setAccessibleName(self.tr("What can stand here"))
        self._list.setModel(self.model)
        self._list.setItemDelegate(CompletionDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._take)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._help = plain_label("", self)
        self._help.setProperty("quiet", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(2)
        column.addWidget(self._list)
        self._help.setContentsMargins(8, 2, 8, 4)
        column.addWidget(self._help)
        self.hide()
        edit.installEventFilter(self)
        edit.verticalScrollBar().valueChanged.connect(self.hide)

    def open(self) -> None:
        """Offer what may stand at the cursor, if anything may."""
        cursor = self._edit.textCursor()
        code = self._edit.code()
        self._place = place_at(code.text, code.character(cursor.position()))
        offers = self._offers()
        if not offers:
            self.hide()
            return
        self.model.load(offers)
        self._list.setCurrentIndex(self.model.index(0))
        self._put_below_cursor()
        self.show()
        self.raise_()

    def typed(self) -> None:
        """Follow what was typed; open where a key has begun."""
        if self.isVisible():
            self.open()
            return
        cursor = self._edit.textCursor()
        code = self._edit.code()
        position = code.character(cursor.position())
        if not may_be_key(code.text, position):
            return
        place = place_at(code.text, position)
        if place is not None and place.writes_key:
            self.open()

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the open list took the key for itself."""
        key = event.key()
        row = self._list.currentIndex().row()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            row = (row + step) % self.model.rowCount()
            self._list.setCurrentIndex(self.model.index(row))
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif event.modifiers():
            return False
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take()
        else:
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home,
                       Qt.Key.Key_End):  # fmt: skip
                self.hide()
            return False
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.hide()
        elif isinstance(event, QResizeEvent) and self.isVisible():
            # Words that come or go below the text change its height: that is no leave.
            if event.size().width() == event.oldSize().width():
                self._put_below_cursor()
            else:
                self.hide()
        return False

    def _offers(self) -> list[Completion]:
        place = self._place
        return fitting(self._offer(place), place.typed) if place else []

    def _take(self) -> None:
        place, offer = self._place, self.model.offer(self._list.currentIndex().row())
        if place is None:
            return
        self.hide()
        code = self._edit.code()
        cursor = self._edit.textCursor()
        cursor.setPosition(code.unit(place.start))
        cursor.setPosition(code.unit(place.end), cursor.MoveMode.KeepAnchor)
        cursor.insertText(offer.text)
        for _ in range(offer.back):
            cursor.movePosition(cursor.MoveOperation.PreviousCharacter)
        self._edit.setTextCursor(cursor)
        if place.writes_key and not offer.text.endswith(("{}", "[]", "{},", "[],")):
            self.open()

    def _on_current_changed(self) -> None:
        index = self._list.currentIndex()
        if not index.isValid():
            return
        self._help.setText(described(self.model.offer(index.row()).help))
        self._help.setVisible(bool(self._help.text()))
        spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        event = QAccessibleAnnouncementEvent(self._edit, spoken)
        QAccessible.updateAccessibility(event)

    def _put_below_cursor(self) -> None:
        """Below the line of the cursor; above it where there is no room."""
        window = self._edit.window()
        if self.parent() is not window:
            self.setParent(window)
        self.resize(self._wanted_size())
        line = self._edit.cursorRect()
        below = self._edit.viewport().mapTo(window, line.bottomLeft()) + QPoint(-8, 4)
        above = self._edit.viewport().mapTo(window, line.topLeft())
        x = max(4, min(below.x(), window.width() - self.width() - 4))
        fits = below.y() + self.height() <= window.height() - 4
        y = below.y() if fits else max(4, above.y() - self.height() - 4)
        self.move(x, y)

    def _wanted_size(self) -> QSize:
        rows = min(self.model.rowCount(), _ROWS)
        self._list.setFixedHeight(rows * self._list.sizeHintForRow(0) + 2)
        width = min(_WIDTH, self._edit.window().width() - 8)
        inside = width - 24
        height = self._help.heightForWidth(inside) if self._help.text() else 0
        return QSize(width, self._list.height() + (height + 16 if height else 8))
