"""Two sends side by side: what differs in message, request and answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSpinBox,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.exchange.send_diff import Compared, Side, compare, compared_text

from .compare_model import Column, CompareModel, change_word, part_titles, same_words
from .dialog_foot import dialog_foot
from .elided_label import ElidedLabel
from .enter_key import EnterDialog


@dataclass(frozen=True, slots=True)
class Compare:
    """A send or draft to compare: how it is called, and a side for each request."""

    title: str
    sides: Sequence[Side]


class CompareDialog(EnterDialog):
    """Stays beside the window, which stays usable meanwhile.

    Where a send has several requests, the one to look at is chosen by its number.
    """

    def __init__(
        self, before: Compare, after: Compare, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("compare")
        self.setWindowTitle(self.tr("Compare"))
        self._sends = (before, after)
        self._compared: Compared = {}
        self.numbers = [
            self._number(name, send)
            for name, send in (("before", before), ("after", after))
        ]
        if before is after:
            # Two answers of one send.
            self.numbers[1].setValue(2)
        self.model = CompareModel(self)
        self.tree = self._make_tree()
        self.summary = QLabel(self)
        self.summary.setObjectName("compare.summary")
        self._lay_out()
        for number in self.numbers:
            number.valueChanged.connect(self._show)
        self._show()
        self.resize(960, 520)

    def text(self) -> str:
        """The differences, to be pasted."""
        before, after = (send.title for send in self._sends)
        body = compared_text(self._compared, part_titles(), same_words())
        return f"- {before}\n+ {after}\n\n{body}"

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    def _number(self, name: str, send: Compare) -> QSpinBox:
        box = QSpinBox(self)
        box.setObjectName(f"compare.{name}")
        box.setAccessibleName(self.tr("Request of “{title}”").format(title=send.title))
        box.setRange(1, max(1, len(send.sides)))
        box.setPrefix(self.tr("Request") + " ")
        box.setSuffix(f" / {len(send.sides)}")
        box.lineEdit().setTextMargins(8, 0, 8, 0)
        box.setVisible(len(send.sides) > 1)
        return box

    def _make_tree(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setObjectName("compare.tree")
        tree.setAccessibleName(self.tr("Differences"))
        tree.setModel(self.model)
        tree.setUniformRowHeights(True)
        tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        return tree

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        marks = ("−", "+")
        for mark, send, number in zip(marks, self._sends, self.numbers, strict=True):
            label = ElidedLabel(f"{mark}  {send.title}", self)
            label.setToolTip(send.title)
            row = QHBoxLayout()
            row.addWidget(label, 1)
            row.addWidget(number)
            column.addLayout(row)
        column.addWidget(self.tree, 1)
        copy = QPushButton(self.tr("Copy as text"), self)
        copy.setObjectName("compare.copy")
        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy)
        shortcut = QShortcut(QKeySequence.StandardKey.Copy, self)
        shortcut.activated.connect(self.copy)
        close = QPushButton(self.tr("Close"), self)
        close.setObjectName("compare.close")
        close.clicked.connect(self.close)
        column.addLayout(dialog_foot((), [copy, close], self.summary))

    def _show(self) -> None:
        sides = [
            send.sides[number.value() - 1]
            for send, number in zip(self._sends, self.numbers, strict=True)
        ]
        self._compared = compare(*sides)
        self.model.show(self._compared, self.tr("Before"), self.tr("After"))
        self.tree.expandAll()
        self._size_columns()
        found = [each for part in self._compared.values() for each in part]
        counts = [
            f"{change_word(change)}: {number}"
            for change in dict.fromkeys(each.change for each in found)
            if (number := sum(each.change is change for each in found))
        ]
        self.summary.setText("   ".join(counts) or self.tr("No difference."))

    def _size_columns(self) -> None:
        header = self.tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.resizeSection(Column.PLACE, 300)
        header.resizeSection(Column.CHANGE, 110)
        for side in (Column.BEFORE, Column.AFTER):
            header.setSectionResizeMode(side, QHeaderView.ResizeMode.Stretch)
