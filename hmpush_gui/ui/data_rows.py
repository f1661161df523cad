"""Custom data as rows, with the buttons that add, move and fold them."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.data_tree import Node, ValueType, read_tree, written
from hmpush_gui.pushkit.data_values import copy_of, first_bad, fresh_key, holds_json

from .data_model import Column, DataModel
from .data_tree import DataTree
from .icons import icon


class DataRows(QWidget):
    """A table of key, type and value, nested as the data is.

    `bar` holds the buttons, to be put where there is room for them.

    Signals:
        edited: the user changed something.
        chosen: another row is chosen.
        undo_wanted: take back a change that is in no message yet.
    """

    edited = Signal()
    chosen = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = DataModel(self)
        self.tree = DataTree(self.model, self)
        self._buttons: dict[str, QToolButton] = {}
        self.bar = QWidget(self)
        self._fold = QToolButton(self.bar)
        self._offer = QFrame(self)
        self._offer_words = QLabel(self._offer)
        self._unfold = QPushButton(self.tr("Unfold into rows"), self._offer)
        self._lay_out()
        self.model.edited.connect(self._on_edited)
        self.tree.selectionModel().currentChanged.connect(self._on_current_changed)
        self.tree.key_pressed.connect(self.act)
        self.tree.undo_wanted.connect(self.undo_wanted)
        self._tell()

    def show_rows(self, root: Node) -> None:
        """Show other rows; what is still there stays open and chosen."""
        closed = {
            path
            for node, path in _named(self.model.root)
            if path and not self.tree.isExpanded(self.model.index_of(node))
        }
        at = self._path(self.tree.currentIndex())
        column = max(0, self.tree.currentIndex().column())
        self.model.load(root)
        for node, path in _named(root):
            if path and path not in closed:
                self.tree.expand(self.model.index_of(node))
        found = self._at(at)
        if found is not None:
            self.tree.setCurrentIndex(self.model.index_of(found, column))
        self._tell()

    def choose(self, path: tuple[str, ...]) -> None:
        """Choose the row at `path`, or the last one on the way there."""
        if node := self._at(path):
            index = self.model.index_of(node)
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        return (self.tree, self._unfold, *self._buttons.values(), self._fold)

    def current(self) -> Node | None:
        index = self.tree.currentIndex()
        return self.model.node(index) if index.isValid() else None

    def words(self) -> str:
        """What is wrong with the chosen row, or else with the first one that is bad."""
        node = self.current()
        if node is not None and (words := self.model.words(node)):
            return words
        bad = first_bad(self.model.root)
        return self.model.words(bad) if bad else ""

    def act(self, what: str) -> None:
        """Do what a button or a key wants, such as `add`."""
        node = self.current()
        if what == "add":
            self._add(node.parent if node else None, node.row + 1 if node else None)
        elif what == "paste":
            self._paste()
        elif node is None:
            return
        elif what == "inside":
            if node.type.holds:
                self._add(node, len(node.children))
        elif what == "duplicate":
            self._put(node.parent or self.model.root, node.row + 1, copy_of(node))
        elif what == "remove":
            self._remove(node)
        elif what == "copy":
            QGuiApplication.clipboard().setText(written(node))
        else:
            self.model.move(node, -1 if what == "up" else 1)
            self.tree.scrollTo(self.model.index_of(node))
            self._tell()

    # Inside.

    def _lay_out(self) -> None:
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for name, words, tip in self._button_words():
            button = QToolButton(self.bar)
            button.setObjectName(f"data.rows.{name}")
            button.setProperty("tight", True)
            button.setIcon(icon(name))
            button.setAccessibleName(tip)
            button.setToolTip(tip)
            if words:
                button.setText(words)
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.clicked.connect(lambda _checked=False, name=name: self.act(name))
            row.addWidget(button)
            self._buttons[name] = button
        self._fold.setObjectName("data.rows.fold")
        self._fold.setProperty("tight", True)
        self._fold.setText("“…”")
        self._fold.setAccessibleName(self.tr("Make text"))
        self._fold.setToolTip(self.tr("Turn the rows inside into one text of JSON"))
        self._fold.clicked.connect(lambda: self._turn(ValueType.TEXT))
        row.addWidget(self._fold)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.tree, 1)
        column.addWidget(self._make_offer())

    def _button_words(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("add", self.tr("Add row"), self.tr("Add a row below (Insert)")),
            (
                "inside",
                "",
                self.tr("Add a row inside (Ctrl+Insert)"),
            ),
            ("duplicate", "", self.tr("Duplicate the row")),
            ("remove", "", self.tr("Remove the row (Delete)")),
            ("up", "", self.tr("Move the row up (Alt+Up)")),
            ("down", "", self.tr("Move the row down (Alt+Down)")),
        )

    def _make_offer(self) -> QFrame:
        self._offer.setProperty("card", True)
        self._offer_words.setTextFormat(Qt.TextFormat.PlainText)
        self._offer_words.setWordWrap(True)
        self._unfold.setObjectName("data.rows.unfold")
        self._unfold.clicked.connect(self._on_unfold_clicked)
        row = QHBoxLayout(self._offer)
        row.setContentsMargins(10, 6, 8, 6)
        row.addWidget(self._offer_words, 1)
        row.addWidget(self._unfold)
        return self._offer

    def _on_edited(self) -> None:
        self._tell()
        self.edited.emit()

    def _on_current_changed(self) -> None:
        self._tell()
        self.chosen.emit()

    def _tell(self) -> None:
        """Offer only what can be done with the chosen row."""
        node = self.current()
        rows = node.parent.children if node and node.parent else []
        can = {
            "add": True,
            "inside": node is not None and node.type.holds,
            "duplicate": node is not None,
            "remove": node is not None,
            "up": node is not None and node is not rows[0],
            "down": node is not None and node is not rows[-1],
        }
        for name, button in self._buttons.items():
            button.setEnabled(can[name])
        self._fold.setEnabled(node is not None and node.type.holds)
        offers = node is not None and holds_json(node)
        self._offer.setVisible(offers)
        if node is not None and offers:
            self._offer_words.setText(
                self.tr("The text of “{key}” is JSON.").format(key=node.key)
            )

    def _add(self, parent: Node | None, row: int | None) -> None:
        parent = parent or self.model.root
        key = ""
        if parent.type is ValueType.OBJECT:
            key = fresh_key(parent, self.tr("key"))
        node = Node(ValueType.TEXT, key)
        self._put(parent, len(parent.children) if row is None else row, node)
        first = Column.KEY if key else Column.VALUE
        self.tree.edit_cell(self.model.index_of(node, first))

    def _put(self, parent: Node, row: int, node: Node) -> None:
        if parent.type is ValueType.OBJECT:
            node.key = fresh_key(parent, node.key or self.tr("key"))
        self.model.insert(parent, row, node)
        self.tree.expand(self.model.index_of(parent))
        self.tree.expandRecursively(self.model.index_of(node))
        self.tree.setCurrentIndex(self.model.index_of(node))

    def _remove(self, node: Node) -> None:
        parent, row = node.parent or self.model.root, node.row
        self.model.remove(node)
        rows = parent.children
        left = rows[min(row, len(rows) - 1)] if rows else parent
        self.tree.setCurrentIndex(self.model.index_of(left))

    def _paste(self) -> None:
        """Take the rows of JSON on the clipboard; any other text is one row."""
        text = QGuiApplication.clipboard().text()
        if not text:
            return
        node = self.current()
        parent = (node.parent if node else None) or self.model.root
        row = node.row + 1 if node else len(parent.children)
        tree = read_tree(text)
        if tree is None or tree.type is not parent.type:
            self._put(parent, row, tree or Node(ValueType.TEXT, text=text))
            return
        for number, each in enumerate(list(tree.children)):
            self._put(parent, row + number, each)

    def _on_unfold_clicked(self) -> None:
        node = self.current()
        tree = read_tree(node.text) if node else None
        if tree is not None:
            self._turn(tree.type)

    def _turn(self, kind: ValueType) -> None:
        node = self.current()
        if node is not None:
            self.model.setData(self.model.index_of(node, Column.TYPE), str(kind))
            self.tree.expandRecursively(self.model.index_of(node))
            self.tree.setFocus()

    def _path(self, index: QModelIndex) -> tuple[str, ...]:
        """The keys or numbers on the way to a row."""
        path: list[str] = []
        while index.isValid():
            node = self.model.node(index)
            path.insert(0, node.key or str(node.row))
            index = index.parent()
        return tuple(path)

    def _at(self, path: tuple[str, ...]) -> Node | None:
        node = self.model.root
        for step in path:
            fitting = [c for c in node.children if (c.key or str(c.row)) == step]
            if not fitting:
                return None if node is self.model.root else node
            node = fitting[0]
        return node if path else None


def _named(
    node: Node, path: tuple[str, ...] = ()
) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Each row that has rows of its own, with the keys or numbers on the way to it."""
    if node.type.holds:
        yield node, path
    for row, child in enumerate(node.children):
        yield from _named(child, (*path, child.key or str(row)))
