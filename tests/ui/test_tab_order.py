"""Tab goes the way the eye goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.tab_order import go_before


def stops(window: QWidget) -> list[str]:
    """The names of what takes the keyboard, as Tab comes to it."""
    names, stop = [], window.nextInFocusChain()
    while stop is not None and stop is not window:
        if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and not stop.focusProxy():
            names.append(stop.objectName())
        stop = stop.nextInFocusChain()
    return names


def test_one_goes_before_another(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    for name in "abc":
        QPushButton(window).setObjectName(name)
    last, second = window.findChild(QWidget, "c"), window.findChild(QWidget, "b")
    assert last is not None
    assert second is not None
    go_before(last, second)
    assert stops(window) == ["a", "c", "b"]


def test_the_tools_of_results_come_before_its_rows(shown: MainWindow) -> None:
    assert shown.outcome.results.isVisible()
    names = stops(shown)
    wanted = (
        ("results.again", "results.copy_as"),
        ("results.copy_as", "results.export"),
        ("results.export", "results.table"),
    )
    for before, after in wanted:
        assert names.index(before) < names.index(after), (before, after)
