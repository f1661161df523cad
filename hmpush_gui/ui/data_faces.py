"""The two faces of the data: rows and text, and the switch between them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.data_tree import Node, ValueType, read_tree, written
from hmpush_gui.pushkit.document import Path

from .code_edit import CodeEdit
from .data_rows import DataRows
from .typed_text import typed


class DataFaces(QWidget):
    """Rows or text; the text is what counts, rows are read from it and written to it.

    Signals:
        text_changed: the user changed the text.
        rows_changed: the user changed a row; the text has followed.
        turned: the other face is shown, or another row is chosen.
    """

    text_changed = Signal()
    rows_changed = Signal()
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wants_rows = True
        self._rows: DataRows | None = None
        self._own_undo = False
        self.empty = ""
        """The text that stands for no rows."""
        self.text = CodeEdit(self, gutter=True)
        self.text.setObjectName("data.text")
        self.text.setAccessibleName(self.tr("Data"))
        self.text.setPlaceholderText('{\n  "orderId": "77"\n}')
        self.text.textChanged.connect(self._on_text_changed)
        self._as_rows = self._switch("rows", self.tr("Rows"))
        self._as_text = self._switch("json", self.tr("Text"))
        self._lay_out()

    @property
    def rows(self) -> DataRows:
        """The rows, made when they are first looked at."""
        if self._rows is None:
            self._rows = DataRows(self)
            self._rows.edited.connect(self._on_rows_edited)
            self._rows.chosen.connect(self.turned)
            self._rows.undo_wanted.connect(self.text.undo)
            self._rows.tree.own_undo = self._own_undo
            self._column.insertWidget(1, self._rows, 1)
            self._head.insertWidget(0, self._rows.bar)
            self._order_focus(self._rows)
        return self._rows

    @property
    def wants_rows(self) -> bool:
        """Whether rows are shown wherever the data has some."""
        return self._wants_rows

    @property
    def has_rows(self) -> bool:
        """Whether the rows are what is looked at."""
        return self.isVisible() and self._rows is not None and self._rows.isVisible()

    def want_rows(self, on: bool) -> None:
        self._wants_rows = on
        self._choose()

    def put(self, text: str) -> None:
        """Show other data."""
        self.text.put(text)
        self._choose()

    def set_own_undo(self, on: bool) -> None:
        """Whether undo is about what is in no message yet."""
        self._own_undo = self.text.own_undo = on
        if self._rows is not None:
            self._rows.tree.own_undo = on

    def row_words(self) -> str:
        """What is wrong with a row, where rows are shown."""
        return self.rows.words() if self.has_rows else ""

    def go_to(self, path: Path) -> None:
        """Put the keyboard into the rows or the text, at the value of `path`.

        The path begins inside the data; a path that is not there goes near it.
        """
        if self.has_rows:
            self.rows.choose(path)
            self.rows.tree.setFocus()
            return
        if path and (part := self.text.code().outline.nearest(path)):
            self.text.go_to(part.start)
        self.text.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._choose()

    def _switch(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"data.as_{name}")
        button.setText(words)
        button.setCheckable(True)
        button.clicked.connect(lambda: self._on_switched(name == "rows"))
        return button

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        self._head = head = QHBoxLayout()
        head.setSpacing(2)
        head.addStretch(1)
        for button in (self._as_rows, self._as_text):
            group.addButton(button)
            head.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        self._column.addWidget(self.text, 1)

    def _order_focus(self, rows: DataRows) -> None:
        """Have Tab come to the rows where the text stands, though they are new."""
        before: QWidget = self.text
        for each in (*rows.stops(), self._as_rows, self._as_text):
            QWidget.setTabOrder(before, each)
            before = each

    def _on_switched(self, rows: bool) -> None:
        self.want_rows(rows)
        self.go_to(())

    def _choose(self) -> None:
        """Show rows where they are wanted and the text has some.

        While nobody looks that waits: the JSON may be typed in, 4 KB at a time.
        """
        if not self.isVisible():
            return
        tree = self._tree() if self._wants_rows else None
        if tree is not None:
            self.rows.show_rows(tree)
        self._turn(rows=tree is not None)

    def _turn(self, *, rows: bool) -> None:
        # Shown before the other goes, so that the keyboard has a place to be.
        if rows:
            self.rows.show()
            self.rows.bar.show()
        self.text.setVisible(not rows)
        if not rows and self._rows is not None:
            self._rows.hide()
            self._rows.bar.hide()
        self._as_rows.setChecked(rows)
        self._as_text.setChecked(not rows)
        self.turned.emit()

    def _tree(self) -> Node | None:
        text = typed(self.text.document())
        return read_tree(text) if text.strip() else Node(ValueType.OBJECT)

    def _on_text_changed(self) -> None:
        self.text_changed.emit()
        if self.has_rows:
            # Undo of what is in no message yet; the rows follow.
            self._choose()

    def _on_rows_edited(self) -> None:
        root = self.rows.model.root
        has_some = root.children or root.type is ValueType.LIST
        text = kept(written(root)) if has_some else self.empty
        self.text.put(text, undoable=True)
        self.rows_changed.emit()


def kept(text: str) -> str:
    """Qt takes U+2029 for the end of a line."""
    return text.replace("\u2029", "\\u2029")
