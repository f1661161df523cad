"""How the window is divided: sidebar, composer, preview, outcome."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from .late_page import index_of
from .words import grouped

NARROW = 1080
"""Width in pixels below which the preview becomes a tab of the composer.

Where the columns need more than that, it becomes one when they have no more left.
"""

_BEFORE_A_SEND, _OPENED = (560, 160), (420, 310)
"""Parts of the height for the columns and for the outcome."""


class Panes(QWidget):
    """Three columns over the outcome; remembers how they were divided.

    `side` and `right` are tab widgets to be filled; `tabs` are the composer's, which
    take `right` in where the window is narrow.
    """

    def __init__(
        self,
        composer: QWidget,
        tabs: QTabWidget,
        outcome: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self.side = self._tab_widget("side", self.tr("Sidebar"))
        self.right = self._tab_widget("right", self.tr("Preview and phones"))
        self._columns = QSplitter(Qt.Orientation.Horizontal, self)
        for pane in (self.side, composer, self.right):
            self._columns.addWidget(pane)
            self._columns.setCollapsible(self._columns.indexOf(pane), False)
        self._columns.setStretchFactor(1, 1)
        self._columns.setSizes([300, 560, 390])
        self._rows = QSplitter(Qt.Orientation.Vertical, self)
        self._rows.addWidget(self._columns)
        self._rows.addWidget(outcome)
        self._rows.setStretchFactor(0, 3)
        self._rows.setStretchFactor(1, 2)
        self._rows.setSizes(_BEFORE_A_SEND)
        self._rows.splitterMoved.connect(self._on_rows_moved)
        self._divided = False
        self._least = NARROW
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rows)

    def show_side(self, panel: QWidget) -> None:
        """Show a panel of the sidebar."""
        self.side.show()
        self.side.setCurrentIndex(index_of(self.side, panel))

    def toggle_side(self) -> None:
        self.side.setVisible(not self.side.isVisible())

    def toggle_preview(self) -> None:
        """Show or hide the preview; where it is a tab, go to it."""
        if self._tabs.indexOf(self.right) >= 0:
            self._tabs.setCurrentWidget(self.right)
        else:
            self.right.setVisible(not self.right.isVisible())

    def open_outcome(self) -> None:
        """Give the outcome the room it needs, unless the user divided the window."""
        if not self._divided:
            self._divided = True
            self._rows.setSizes(_OPENED)

    def mark(self, panel: QWidget, title: str, unseen: int) -> None:
        """Title the tab of a panel at the right, with how much is new in it."""
        words = f"{title} ({grouped(unseen)})" if unseen else title
        self.right.setTabText(index_of(self.right, panel), words)

    def settings(self) -> Mapping[str, str]:
        rows = _sizes(self._rows) if self._divided else ""
        return {"columns": _sizes(self._columns), "rows": rows}

    def apply_settings(self, settings: Mapping[str, str]) -> None:
        _set_sizes(self._columns, settings.get("columns", ""))
        self._divided = _set_sizes(self._rows, settings.get("rows", ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_preview(event.size().width())

    def _on_rows_moved(self) -> None:
        self._divided = True

    def _tab_widget(self, name: str, title: str) -> QTabWidget:
        tabs = QTabWidget(self)
        tabs.setObjectName(name)
        tabs.setDocumentMode(True)
        # A pane is at least as wide as its titles.
        tabs.setUsesScrollButtons(False)
        tabs.tabBar().setObjectName(f"{name}.tabs")
        tabs.tabBar().setAccessibleName(title)
        return tabs

    def _place_preview(self, width: int) -> None:
        """Beside the composer, or a tab of it where the window is narrow."""
        at = self._tabs.indexOf(self.right)
        if at < 0:
            # A window is never narrower than what stands beside each other in it.
            self._least = max(NARROW, self._columns.minimumSizeHint().width() + 1)
        if width < self._least and at < 0:
            self._tabs.addTab(self.right, self.tr("Preview"))
        elif width >= self._least and at >= 0:
            self._tabs.removeTab(at)
            self._columns.addWidget(self.right)
            self.right.show()


def _sizes(splitter: QSplitter) -> str:
    return ",".join(str(size) for size in splitter.sizes())


def _set_sizes(splitter: QSplitter, text: str) -> bool:
    """Divide as it was kept; whether that was understood."""
    sizes = [int(part) for part in text.split(",") if part.isdecimal()]
    fits = len(sizes) == splitter.count() and all(sizes)
    if fits:
        splitter.setSizes(sizes)
    return fits
