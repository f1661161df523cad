"""Titles of tabs that change while somebody types."""

from PySide6.QtWidgets import QTabWidget


def title_tab(tabs: QTabWidget, index: int, words: str) -> None:
    """Title the tab at `index`, if it is not called so already.

    Qt lays the whole window out again for any title, even the same.
    """
    if tabs.tabText(index) != words:
        tabs.setTabText(index, words)
