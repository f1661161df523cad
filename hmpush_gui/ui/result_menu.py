"""What can be done with rows of Results: copied, looked into, sent again."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from hmpush_gui.pushkit.protocol import Verdict

from .again_menu import add_choices
from .result_list import Column, ResultListModel

if TYPE_CHECKING:
    from .results_panel import ResultsPanel

MOST = 100_000
"""Rows that the clipboard takes; a file takes more."""


def rows_text(model: ResultListModel, places: Sequence[int]) -> str:
    """Rows of the board as a table whose columns are parted by tabs."""
    return "\n".join(
        "\t".join(model.text(place, column) for column in Column) for place in places
    )


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def open_menu(panel: "ResultsPanel", at: QPoint) -> QMenu:
    """Open the menu of the current row at a place of the table."""
    menu = QMenu(panel)
    menu.setObjectName("results.menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _fill_copies(menu, panel)
    menu.addSeparator()
    _fill_looks(menu, panel)
    menu.addSeparator()
    again = menu.addMenu(
        QCoreApplication.translate("ResultMenu", "Send again only to these")
    )
    add_choices(again, panel.choices(), panel.send_again)
    _fill_sorts(
        menu.addMenu(QCoreApplication.translate("ResultMenu", "Sort by")), panel
    )
    menu.popup(panel.table.viewport().mapToGlobal(at))
    return menu


def _fill_copies(menu: QMenu, panel: "ResultsPanel") -> None:
    result = panel.current()
    rows = QCoreApplication.translate("ResultMenu", "Copy rows")
    action = _add(menu, "copy", rows, panel.copy_rows, bool(panel.selected()))
    # It tells the keys and leaves them to the table.
    action.setShortcut(QKeySequence.StandardKey.Copy)
    token = QCoreApplication.translate("ResultMenu", "Copy push token")
    words = result.device.token if result else ""
    _add(menu, "copy_token", token, lambda: copy(words), bool(words))
    request = QCoreApplication.translate("ResultMenu", "Copy request ID")
    number = result.request_id if result else ""
    _add(menu, "copy_request", request, lambda: copy(number), bool(number))


def _fill_looks(menu: QMenu, panel: "ResultsPanel") -> None:
    result = panel.current()
    explain = QCoreApplication.translate("ResultMenu", "Explain")
    _add(menu, "explain", explain, panel.explain_wanted.emit, result is not None)
    nothing = QCoreApplication.translate(
        "ResultMenu", "Accepted, but nothing on the phone?"
    )
    taken = result is not None and result.verdict in (
        Verdict.ACCEPTED,
        Verdict.UNKNOWN,
    )
    _add(menu, "nothing", nothing, panel.nothing_shown.emit, taken)


def _fill_sorts(menu: QMenu, panel: "ResultsPanel") -> None:
    header = panel.table.horizontalHeader()
    for column in Column:
        if panel.table.isColumnHidden(column):
            continue
        name = panel.model.headerData(column, Qt.Orientation.Horizontal)
        action = menu.addAction(str(name))
        action.setObjectName(f"results.sort.{column.name.lower()}")
        action.setCheckable(True)
        action.setChecked(header.sortIndicatorSection() == column)
        action.triggered.connect(
            lambda _on, column=column: header.setSortIndicator(
                column, Qt.SortOrder.AscendingOrder
            )
        )
    menu.addSeparator()
    stand = QCoreApplication.translate("ResultMenu", "In the order of the devices")
    action = menu.addAction(stand)
    action.setObjectName("results.sort.none")
    action.triggered.connect(
        lambda: header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    )


def _add(
    menu: QMenu, name: str, text: str, act: Callable[[], object], enabled: bool
) -> QAction:
    action = menu.addAction(text)
    action.setObjectName(f"results.menu.{name}")
    action.setEnabled(enabled)
    action.triggered.connect(lambda: act())
    return action
