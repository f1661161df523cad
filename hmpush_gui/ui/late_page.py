"""A place in the window for what is made when it is first seen or asked for."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

Content = TypeVar("Content", bound=QWidget)


class LatePage(QWidget, Generic[Content]):
    """Holds a place; makes its content when it comes into view or when it is used.

    What comes into view together with the window is made after the first frame is out,
    so that no start waits for it. Whoever needs the content once it is there asks with
    `when_made`; whoever has news for it tells with `if_made`.
    """

    def __init__(
        self, make: Callable[[QWidget], Content], parent: QWidget | None = None
    ) -> None:
        """`make` is given the parent of what it makes."""
        super().__init__(parent)
        self._make = make
        self._content: Content | None = None
        self._waiting: list[Callable[[Content], object]] = []
        self._is_due = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        # Holds the place of the content where Tab goes; Qt orders nothing else.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def content(self) -> Content:
        """What stands here, made now if it is not there yet."""
        self.complete()
        assert self._content is not None
        return self._content

    def complete(self) -> None:
        """Make the content, if it is not there yet."""
        if self._content is None:
            self._content = content = self._make(self)
            self._column.addWidget(content)
            self._order_focus(content)
            content.show()
            waiting, self._waiting = self._waiting, []
            for act in waiting:
                act(content)

    @property
    def is_made(self) -> bool:
        return self._content is not None

    def when_made(self, act: Callable[[Content], object]) -> None:
        """Do `act` with the content: now, or as soon as there is one."""
        if self._content is None:
            self._waiting.append(act)
        else:
            act(self._content)

    def if_made(self, act: Callable[[Content], object]) -> None:
        """Do `act` with the content; without one there is nothing to tell."""
        if self._content is not None:
            act(self._content)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_on_screen():
            self.complete()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_made and not self._is_due:
            self._is_due = True
            QTimer.singleShot(0, self, self.complete)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.content.setFocus(event.reason())

    def _is_on_screen(self) -> bool:
        """Whether the window is: a page that is turned to later shows no gap."""
        handle = self.window().windowHandle()
        return handle is not None and handle.isExposed()

    def _order_focus(self, content: QWidget) -> None:
        """Have Tab come to the content where the page stands, though it is new."""
        before: QWidget = self
        for stop in _stops(content):
            self.setTabOrder(before, stop)
            before = stop
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _stops(content: QWidget) -> list[QWidget]:
    """What of `content` takes part in the order of Tab, in that order."""
    # One that hands the keyboard on would else be a second way to where it goes.
    takes_part = content.focusPolicy() & Qt.FocusPolicy.TabFocus
    stops = [content] if takes_part or content.focusProxy() else []
    stop = content.nextInFocusChain()
    while stop and stop is not content and content.isAncestorOf(stop):
        if stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(stop)
        stop = stop.nextInFocusChain()
    return stops


def index_of(tabs: QTabWidget, widget: QWidget) -> int:
    """The tab that is `widget` or holds it; -1 without one."""
    for index in range(tabs.count()):
        page = tabs.widget(index)
        if page is widget or (page and page.isAncestorOf(widget)):
            return index
    return -1
