"""Custom data as a tree of key, type and value."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from hmpush_gui.pushkit.data_tree import Node, ValueType
from hmpush_gui.pushkit.data_values import convert, finding, set_value
from hmpush_gui.pushkit.problem import Severity

from .table_model import AnyIndex, Headed
from .theme import Tone, colours, tone
from .veiling import veils
from .words import said

_ROOT = QModelIndex()


class Column(IntEnum):
    KEY = 0
    TYPE = 1
    VALUE = 2


class DataModel(Headed, QAbstractItemModel):
    """The rows of an object or list, which the model changes in place.

    Signals:
        edited: the user changed a row.
    """

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.root = Node(ValueType.OBJECT)
        self._nodes: dict[int, Node] = {}
        self._headers = (self.tr("Key"), self.tr("Type"), self.tr("Value"))
        self._types = {
            ValueType.TEXT: self.tr("text"),
            ValueType.NUMBER: self.tr("number"),
            ValueType.TRUTH: self.tr("true/false"),
            ValueType.NOTHING: self.tr("null"),
            ValueType.OBJECT: self.tr("object"),
            ValueType.LIST: self.tr("list"),
        }

    def load(self, root: Node) -> None:
        self.beginResetModel()
        self.root = root
        self._nodes = {node.number: node for node in root.walk()}
        self.endResetModel()

    def node(self, index: AnyIndex) -> Node:
        """The row at `index`; for an invalid one what holds them all."""
        return self._nodes[index.internalId()] if index.isValid() else self.root

    def index_of(self, node: Node, column: int = Column.KEY) -> QModelIndex:
        if node is self.root:
            return QModelIndex()
        return self.createIndex(node.row, column, node.number)

    def type_name(self, kind: ValueType) -> str:
        return self._types[kind]

    # What Qt asks.

    def index(self, row: int, column: int, parent: AnyIndex = _ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self.node(parent).children[row].number)

    # Qt has a second function of this name, for any object's parent.
    def parent(self, index: AnyIndex = _ROOT) -> QModelIndex:  # type: ignore[override]
        if not index.isValid():
            return QModelIndex()
        return self.index_of(self.node(index).parent or self.root)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.column() > 0 else len(self.node(parent).children)

    def columnCount(self, _parent: AnyIndex = _ROOT) -> int:
        return len(Column)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._can_edit(index) else flags

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node, column = self.node(index), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(node, column)
        if role == Qt.ItemDataRole.EditRole:
            return self._plain(node, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.words(node)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(node, column)
        return None

    def setData(
        self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self._can_edit(index):
            return False
        node = self.node(index)
        if self._plain(node, index.column()) == value:
            return True
        if index.column() == Column.TYPE:
            self._convert(node, ValueType(value))
        elif index.column() == Column.KEY:
            node.key = str(value)
        else:
            set_value(node, str(value))
        self._tell_changed(node)
        return True

    # What the buttons do.

    def insert(self, parent: Node, row: int, node: Node) -> None:
        """Put a new row, with all below it, among those of `parent`."""
        self.beginInsertRows(self.index_of(parent), row, row)
        parent.insert(row, node)
        self._nodes |= {each.number: each for each in node.walk()}
        self.endInsertRows()
        self._tell_changed(node)

    def remove(self, node: Node) -> None:
        parent = node.parent
        if parent is None:
            return
        row = node.row
        self.beginRemoveRows(self.index_of(parent), row, row)
        del parent.children[row]
        for each in node.walk():
            del self._nodes[each.number]
        self.endRemoveRows()
        self._tell_changed(parent)

    def move(self, node: Node, by: int) -> None:
        """Move a row up (-1) or down (1) among its neighbours."""
        parent, row = node.parent, node.row
        if parent is None or not 0 <= row + by < len(parent.children):
            return
        index = self.index_of(parent)
        # Qt names the row before which it goes.
        self.beginMoveRows(index, row, row, index, row + by + (by > 0))
        parent.children.insert(row + by, parent.children.pop(row))
        self.endMoveRows()
        self._tell_changed(node)

    def words(self, node: Node) -> str:
        """What is wrong with a row, or worth knowing; else empty."""
        found = finding(node)
        return said(found[1]) if found else ""

    # Inside.

    def _can_edit(self, index: AnyIndex) -> bool:
        if not index.isValid():
            return False
        node, column = self.node(index), index.column()
        if column == Column.KEY:
            return node.parent is not None and node.parent.type is ValueType.OBJECT
        plain = node.type not in (ValueType.NOTHING, ValueType.OBJECT, ValueType.LIST)
        return column == Column.TYPE or plain

    def _plain(self, node: Node, column: int) -> str:
        return (node.key, str(node.type), node.text)[column]

    def _shown(self, node: Node, column: int) -> str:
        if column == Column.TYPE:
            return self._types[node.type]
        if column == Column.VALUE:
            return self._shown_value(node)
        in_list = node.parent is not None and node.parent.type is ValueType.LIST
        return str(node.row + 1) + "." if in_list else node.key or "“”"

    def _shown_value(self, node: Node) -> str:
        if node.type.holds:
            return self._counted(node)
        if node.type is ValueType.NOTHING:
            return "null"
        found = finding(node)
        bad = found is not None and found[0] is Severity.BLOCKING
        text = node.text.replace("\n", "⏎")
        return f"✕ {text}" if bad else text

    def _counted(self, node: Node) -> str:
        number = len(node.children)
        if node.type is ValueType.OBJECT:
            words = self.tr("1 key") if number == 1 else self.tr("{count} keys")
        else:
            words = self.tr("1 entry") if number == 1 else self.tr("{count} entries")
        return words.format(count=number)

    def _colour(self, node: Node, column: int) -> QColor | None:
        found = finding(node)
        if found and found[0] is Severity.BLOCKING:
            return tone(Tone.BAD)
        if column == Column.TYPE or node.type.holds or node.type is ValueType.NOTHING:
            return QColor(colours().muted)
        return None

    def _convert(self, node: Node, kind: ValueType) -> None:
        """Give a row another type; its rows go and come as Qt is to be told."""
        index = self.index_of(node)
        below = copy_below(node)
        if node.children:
            self.beginRemoveRows(index, 0, len(node.children) - 1)
            for child in node.children:
                for each in child.walk():
                    del self._nodes[each.number]
            node.children = []
            self.endRemoveRows()
        convert(below, kind)
        node.type, node.text = kind, below.text
        if below.children:
            self.beginInsertRows(index, 0, len(below.children) - 1)
            for row, child in enumerate(below.children):
                node.insert(row, child)
                self._nodes |= {each.number: each for each in child.walk()}
            self.endInsertRows()

    def _tell_changed(self, node: Node) -> None:
        """Have everything beside `node` drawn anew: twins of keys, and numbers."""
        around = node.parent or node
        while around is not self.root:
            self._draw(around)
            around = around.parent or self.root
        for each in (node.parent or node).children:
            self._draw(each)
        self.edited.emit()

    def _draw(self, node: Node) -> None:
        last = self.index_of(node, Column.VALUE)
        self.dataChanged.emit(self.index_of(node), last)


def copy_below(node: Node) -> Node:
    """The row with the same rows below it, to be changed apart from the model."""
    return Node(node.type, node.key, node.text, list(node.children))
