"""Phone and words, one under the other or side by side."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from .restyle import restyle

_BELOW = 2
"""The empty space under both, as a row of the layout."""

_WIDE = 640
"""Pixels of width from which the words stand beside the phone."""


class PreviewPage(QScrollArea):
    """Scrolls where both are higher than the panel."""

    def __init__(
        self, view: QWidget, lines: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preview.page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view = view
        self._heading = QLabel(self.tr("No notification. What happens instead:"), self)
        self._heading.setObjectName("preview.heading")
        self._heading.setProperty("heading", True)
        self._heading.setWordWrap(True)
        self._sheet = QFrame(self)
        words = QVBoxLayout(self._sheet)
        words.setSpacing(10)
        words.addWidget(self._heading)
        words.addWidget(lines)
        words.addStretch(1)
        page = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, page)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(10)
        screens = QWidget(page)
        self._screens = QVBoxLayout(screens)
        self._screens.setContentsMargins(0, 0, 0, 0)
        self._screens.setSpacing(10)
        self._screens.addWidget(view, 1)
        # A phone is as high as it is: the words follow it, and the rest is empty.
        self._screens.setSizeConstraint(QLayout.SizeConstraint.SetMinAndMaxSize)
        self._columns.addWidget(screens, 1)
        self._columns.addWidget(self._sheet)
        self._columns.addStretch(0)
        self.setWidget(page)
        self.show_quiet(False)

    def add_below(self, schematic: QWidget) -> None:
        """Put `schematic` below the view, where it also stands in its place."""
        self._screens.addWidget(schematic, 0, Qt.AlignmentFlag.AlignTop)

    def show_quiet(self, quiet: bool) -> None:
        """Whether there is nothing to see but words: then they get a sheet."""
        self._view.setVisible(not quiet)
        self._heading.setVisible(quiet)
        self._share(self.width())
        if self._sheet.property("card") is not quiet:
            restyle(self._sheet, "card", quiet)
            edge = 14 if quiet else 0
            layout = self._sheet.layout()
            assert layout is not None
            layout.setContentsMargins(edge, edge, edge, edge)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share(event.size().width())

    def _share(self, width: int) -> None:
        """Side by side where there is room; what has no more to show does not grow."""
        wide, quiet = width >= _WIDE, self._view.isHidden()
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self._columns.setStretch(0, 3 if wide else 0 if quiet else 1)
        self._columns.setStretch(1, 2 if wide else 0)
        self._columns.setStretch(_BELOW, 1 if quiet and not wide else 0)
