"""The tabs of the composer, each with a mark for what is wrong on it."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QTabWidget, QWidget

from hmpush_gui.pushkit.problem import Severity

from .problem_marks import counted
from .tab_titles import title_tab

TABS = ("content", "action", "data", "delivery", "json")
"""In their order."""


class ComposerTabs(QTabWidget):
    """Finds its tabs by their names, those of `TABS`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("composer.tabs")
        self.setDocumentMode(True)
        self.tabBar().setAccessibleName(self.tr("Parts of the message"))

    def fill(self, views: Mapping[str, QWidget]) -> None:
        """Put a view on each tab."""
        for tab in TABS:
            self.addTab(views[tab], "")
            self.mark(tab, [])

    def show_tab(self, tab: str) -> None:
        self.setCurrentIndex(TABS.index(tab))

    def offer_tab(self, tab: str, offered: bool) -> None:
        """Let a tab be seen, or not where it would be empty."""
        self.setTabVisible(TABS.index(tab), offered)

    def mark(self, tab: str, found: Sequence[Severity]) -> None:
        """Title a tab, with a mark for each kind of problem on it."""
        title_tab(self, TABS.index(tab), f"{self._title(tab)}{counted(found)}")

    def _title(self, tab: str) -> str:
        titles = {
            "content": self.tr("Content"),
            "action": self.tr("Action"),
            "data": self.tr("Data"),
            "delivery": self.tr("Delivery"),
            "json": self.tr("JSON"),
        }
        return titles[tab]
