from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.tab_titles import title_tab


class Layouts(QObject):
    """Counts how often a widget is asked to lay itself out."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


def test_only_another_title_has_the_window_laid_out(
    qtbot: QtBot,
) -> None:
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    tabs.addTab(QWidget(), "Content")
    tabs.show()
    qtbot.waitExposed(tabs)
    qtbot.wait(10)
    layouts = Layouts()
    tabs.installEventFilter(layouts)
    title_tab(tabs, 0, "Content")
    qtbot.wait(10)
    assert layouts.count == 0
    title_tab(tabs, 0, "Content ✕1")
    qtbot.wait(10)
    assert tabs.tabText(0) == "Content ✕1"
    assert layouts.count == 1
