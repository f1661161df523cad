"""The table of past sends, and the keys that work in it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from .history_columns import Column
from .history_list import HistoryListModel
from .table import plain_table

_WIDTHS: dict[int, int] = {
    Column.STAR: 48,
    Column.TIME: 150,
    Column.OUTCOME: 220,
    Column.PROJECT: 148,
    Column.KIND: 120,
    Column.NOTE: 120,
}


def history_table(
    model: HistoryListModel, keys: Mapping[str, Callable[[], object]], parent: QWidget
) -> QTableView:
    """A table of `model`; `keys` say what each key does while the table has them."""
    title = QCoreApplication.translate("HistoryPanel", "History")
    table = plain_table("history.table", title, model, _WIDTHS, Column.TITLE, parent)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    # Names and notes are written by keys and menu: a double click opens a draft.
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    for key, act in keys.items():
        shortcut = QShortcut(QKeySequence(key), table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(act)
    return table
