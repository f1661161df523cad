"""The editors of the data rows: a field, or a list of what can be chosen."""

from PySide6.QtCore import QAbstractItemModel, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hmpush_gui.pushkit.data_tree import ValueType

from .data_model import Column, DataModel
from .table_model import AnyIndex


class DataDelegate(QStyledItemDelegate):
    """Types and true/false are chosen from a list, all else is typed."""

    def __init__(self, model: DataModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        if index.column() == Column.TYPE:
            names = [(self._model.type_name(each), str(each)) for each in ValueType]
            return self._choice(parent, names, self.tr("Type"))
        node = self._model.node(index)
        if index.column() == Column.VALUE and node.type is ValueType.TRUTH:
            values = [(each, each) for each in ("true", "false")]
            return self._choice(parent, values, self.tr("Value"))
        field = QLineEdit(parent)
        field.setObjectName("data.field")
        field.setFrame(False)
        is_key = index.column() == Column.KEY
        field.setAccessibleName(self.tr("Key") if is_key else self.tr("Value"))
        return field

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(text))
            editor.showPopup()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex
    ) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: AnyIndex
    ) -> None:
        editor.setGeometry(option.rect)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(28, size.height()))

    def _choice(
        self, parent: QWidget, values: list[tuple[str, str]], title: str
    ) -> QComboBox:
        box = QComboBox(parent)
        box.setObjectName("data.choice")
        box.setAccessibleName(title)
        for name, value in values:
            box.addItem(name, value)
        box.activated.connect(lambda _row: self._done(box))
        return box

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
