"""The tree of data rows: its keys, and where the keyboard goes."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTreeView,
    QWidget,
)

from .data_delegate import DataDelegate
from .data_model import Column, DataModel
from .theme import colours
from .undo_keys import is_undo_key

_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class DataTree(QTreeView):
    """Rows to be edited in place; F2 or Enter edits, Tab in a key goes to its value.

    Signals:
        key_pressed: a key that acts on rows; what it wants, such as `add`.
        undo_wanted: undo a change that is in no message yet; only with `own_undo`.
    """

    key_pressed = Signal(str)
    undo_wanted = Signal()

    own_undo = False

    def __init__(self, model: DataModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(DataDelegate(model, self))
        self.setObjectName("data.rows")
        self.setAccessibleName(self.tr("Data as rows"))
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setIndentation(18)
        self.header().setSectionsMovable(False)
        self.header().setStretchLastSection(True)
        self.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setColumnWidth(Column.KEY, 190)
        self.setColumnWidth(Column.TYPE, 92)
        self.header().setSectionResizeMode(Column.TYPE, QHeaderView.ResizeMode.Fixed)

    def edit_cell(self, index: QModelIndex) -> None:
        """Put the cursor into a cell."""
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)

    def event(self, event: QEvent) -> bool:
        if self.own_undo and is_undo_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            # The editor let it pass.
            super().keyPressEvent(event)
            return
        wanted = _KEYS.get((Qt.Key(event.key()), event.modifiers() & (_CTRL | _ALT)))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter(event)
        elif wanted == "undo":
            if self.own_undo:
                self.undo_wanted.emit()
            else:
                event.ignore()
        elif wanted:
            self.key_pressed.emit(wanted)
        else:
            super().keyPressEvent(event)

    def closeEditor(
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        """After Tab in a key its value is edited; any other end is the end."""
        at = self.currentIndex()
        following = hint is QAbstractItemDelegate.EndEditHint.EditNextItem
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.setFocus()
        value = at.siblingAtColumn(Column.VALUE)
        goes_on = following and at.column() == Column.KEY
        if goes_on and value.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit_cell(value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What is offered for the chosen row must not hide it.
        self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._model.root.children:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(colours().muted))
        area: QRect = self.viewport().rect().adjusted(20, 16, -20, -16)
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        words = self.tr(
            "No data yet. “Add row” (Insert) begins with a key and a value; "
            "Ctrl+V takes JSON from the clipboard."
        )
        painter.drawText(area, int(flags) | int(Qt.TextFlag.TextWordWrap), words)

    def _on_enter(self, event: QKeyEvent) -> None:
        if event.modifiers() & _CTRL:
            # Ctrl+Enter sends, here as everywhere.
            event.ignore()
            return
        index = self.currentIndex()
        if not index.flags() & Qt.ItemFlag.ItemIsEditable or not index.column():
            index = index.siblingAtColumn(Column.VALUE)
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit_cell(index)


_NONE = Qt.KeyboardModifier.NoModifier
_KEYS = {
    (Qt.Key.Key_Insert, _NONE): "add",
    (Qt.Key.Key_Insert, _CTRL): "inside",
    (Qt.Key.Key_Delete, _NONE): "remove",
    (Qt.Key.Key_Up, _ALT): "up",
    (Qt.Key.Key_Down, _ALT): "down",
    (Qt.Key.Key_C, _CTRL): "copy",
    (Qt.Key.Key_V, _CTRL): "paste",
    (Qt.Key.Key_Z, _CTRL): "undo",
}
