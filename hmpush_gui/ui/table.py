"""The one look of every table in the window."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from .table_model import AnyIndex


class CalmTable(QTableView):
    """A table that draws nothing anew when only rows out of sight have changed.

    Of a campaign ten times a second thousands change, and seldom one of those in sight.
    """

    def dataChanged(  # noqa: N802 (of Qt)
        self,
        top_left: AnyIndex,
        bottom_right: AnyIndex,
        roles: Sequence[int] = (),
    ) -> None:
        last = self.rowAt(self.viewport().height() - 1)
        above = bottom_right.row() < self.rowAt(0)
        below = 0 <= last < top_left.row()
        if not above and not below:
            super().dataChanged(top_left, bottom_right, list(roles))


def plain_table(
    name: str,
    title: str,
    model: QAbstractItemModel,
    widths: Mapping[int, int],
    stretched: int,
    parent: QWidget | None = None,
) -> QTableView:
    """A table of whole rows without a grid.

    `title` is for screen readers, `widths` are pixels by column, and the column
    `stretched` takes the rest.
    """
    table = CalmTable(parent)
    dress_table(table, name, title, model, widths, stretched)
    return table


def point_at(view: QAbstractItemView, index: QModelIndex) -> None:
    """Make the row of `index` the current and the only chosen one.

    Whatever key is held: views heed the keyboard even where nobody clicked, and Ctrl,
    which Ctrl+Enter leaves down for a moment, would take a chosen row out.
    """
    flag = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)


def dress_table(
    table: QTableView,
    name: str,
    title: str,
    model: QAbstractItemModel,
    widths: Mapping[int, int],
    stretched: int,
) -> None:
    """Give `table` the look and the model of `plain_table`."""
    table.setObjectName(name)
    table.setAccessibleName(title)
    table.setModel(model)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    # Tab leaves the table; the arrow keys move inside it.
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(28)
    header = table.horizontalHeader()
    header.setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    )
    header.setHighlightSections(False)
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    for column, width in widths.items():
        table.setColumnWidth(column, width)
