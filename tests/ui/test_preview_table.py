"""The table in which a list of tokens is looked at."""

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.preview_table import PreviewTable


def test_columns_are_as_wide_as_they_need_within_reason(qtbot: QtBot) -> None:
    model = QStandardItemModel()
    model.appendRow([QStandardItem(text) for text in ("a", "n" * 20, "t" * 400, "")])
    table = PreviewTable(model)
    qtbot.addWidget(table)
    table.fit()
    narrow, middle, wide = (table.columnWidth(column) for column in range(3))
    assert 70 <= narrow < middle < wide <= 280


def test_nothing_can_be_written_in_it(qtbot: QtBot) -> None:
    table = PreviewTable(QStandardItemModel(1, 1))
    qtbot.addWidget(table)
    assert table.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
    assert table.accessibleName()
