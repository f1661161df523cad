"""Where the JSON stands: a tab of the composer, or beside the forms."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSplitter,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from .icons import icon

WIDE = 900
"""Pixels from which forms and JSON have room beside each other."""

_SHARE = 45
"""Percent of the width that the JSON takes at first."""


class JsonPlace(QSplitter):
    """The tabs of the composer, and the JSON beside them where there is room.

    Where there is none, or the user does not want it there, it is the last tab.
    """

    def __init__(
        self, tabs: QTabWidget, view: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._tabs = tabs
        self._view = view
        self._wanted = True
        self._share = _SHARE
        self.page = _Holder(self)
        self._beside = self._make_beside()
        self.addWidget(tabs)
        self.addWidget(self._beside)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 1)
        self._beside.hide()
        self.page.take(view)
        self.splitterMoved.connect(self._on_splitter_moved)

    @property
    def is_beside(self) -> bool:
        """Whether the JSON stands beside the forms now."""
        return not self._beside.isHidden()

    def toggle(self) -> None:
        """Put the JSON beside the forms or back; without room, go to its tab."""
        if self.width() < WIDE:
            self._tabs.setCurrentWidget(self.page)
            self._view.setFocus()
        else:
            self._want(not self._wanted)

    def settings(self) -> Mapping[str, str]:
        return {
            "json_beside": "yes" if self._wanted else "no",
            "json_share": str(self._share),
        }

    def apply_settings(self, settings: Mapping[str, str]) -> None:
        share = settings.get("json_share", "")
        if share.isdecimal() and 10 <= int(share) <= 90:
            self._share = int(share)
        self._want(settings.get("json_beside", "yes") != "no")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def minimumSizeHint(self) -> QSize:
        """That of the tabs: the JSON goes before it would be too narrow."""
        return self._tabs.minimumSizeHint()

    def _make_beside(self) -> "_Holder":
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 8, 0)
        words = QLabel(self.tr("JSON"), self)
        words.setProperty("heading", True)
        close = QToolButton(self)
        close.setObjectName("json.beside.close")
        close.setIcon(icon("close"))
        close.setAccessibleName(self.tr("Put the JSON back into its tab"))
        close.setToolTip(self.tr("Put the JSON back into its tab (Ctrl+Shift+J)"))
        close.clicked.connect(lambda: self._want(False))
        head.addWidget(words, 1)
        head.addWidget(close)
        holder = _Holder(self)
        holder.column.addLayout(head)
        return holder

    def _want(self, on: bool) -> None:
        self._wanted = on
        self._place()

    def _place(self) -> None:
        beside = self._wanted and self.width() >= WIDE
        if beside == self.is_beside:
            return
        had_focus = self._view.isAncestorOf(self.focusWidget() or self)
        was_there = self._tabs.currentWidget() is self.page
        (self._beside if beside else self.page).take(self._view)
        self._beside.setVisible(beside)
        self._tabs.setTabVisible(self._tabs.indexOf(self.page), not beside)
        if beside:
            json = self.width() * self._share // 100
            self.setSizes([self.width() - json, json])
            if was_there:
                self._tabs.setCurrentIndex(0)
        elif had_focus:
            self._tabs.setCurrentWidget(self.page)
        if had_focus:
            self._view.setFocus()

    def _on_splitter_moved(self) -> None:
        if self.is_beside and self.width():
            self._share = round(self.sizes()[1] * 100 / self.width())


class _Holder(QWidget):
    """An empty place that takes the JSON in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def take(self, view: QWidget) -> None:
        self.column.addWidget(view, 1)
        self.setFocusProxy(view)
        view.show()
