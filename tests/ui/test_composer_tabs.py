import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.problem import Severity
from hmpush_gui.ui.composer_tabs import TABS, ComposerTabs


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def tabs(window: QWidget) -> ComposerTabs:
    tabs = ComposerTabs(window)
    tabs.fill({tab: QWidget() for tab in TABS})
    return tabs


def test_tabs_are_found_by_their_names(tabs: ComposerTabs) -> None:
    tabs.show_tab("delivery")
    assert tabs.tabText(tabs.currentIndex()) == "Delivery"
    tabs.offer_tab("action", False)
    assert not tabs.isTabVisible(TABS.index("action"))


def test_a_tab_is_marked_for_what_is_wrong_on_it(tabs: ComposerTabs) -> None:
    content = TABS.index("content")
    before = tabs.tabText(content)
    tabs.mark("content", [Severity.BLOCKING])
    assert tabs.tabText(content) != before
    assert tabs.tabText(content).startswith("Content")
    tabs.mark("content", [])
    assert tabs.tabText(content) == before
