"""A page of the inspector: built when it is first looked at, filled when it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from .inspected import Inspected
from .plain_label import selectable_label


class InspectorPage(QWidget):
    """A line that says what it is, with tools beside it, over what `_build` puts there.

    Subclasses say how to `_build` and how to `_fill`; nothing of that costs the start,
    nor a send that nobody looks into.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._shown: Inspected | None = None
        self._is_built = False
        self._is_stale = True
        self._words = selectable_label("", self, name=f"{name}.headline")
        self._head = QHBoxLayout()
        self._head.addWidget(self._words, 1)
        self._tools = QHBoxLayout()
        self._head.addLayout(self._tools)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.addLayout(self._head)

    def add_tool(self, tool: QWidget) -> None:
        """Put `tool` at the right end of the first line."""
        self._head.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)

    def show_request(self, shown: Inspected | None) -> None:
        """Show this request, at the latest when somebody looks."""
        if shown is not None and shown.is_like(self._shown):
            return
        self._shown = shown
        self._is_stale = True
        if self.isVisible():
            self.ready()

    def ready(self) -> None:
        """Have everything in place that is shown."""
        if not self._is_built:
            self._is_built = True
            self._build()
        if self._is_stale:
            self._is_stale = False
            self._fill(self._shown)

    @property
    def headline(self) -> QLabel:
        """The words of the first line."""
        self.ready()
        return self._words

    def setVisible(self, visible: bool) -> None:
        # Before it shows: what is made later is shown a turn later, and takes no focus.
        if visible:
            self.ready()
        super().setVisible(visible)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ready()

    def _build(self) -> None:
        raise NotImplementedError

    def _fill(self, shown: Inspected | None) -> None:
        raise NotImplementedError
