"""Takes files that are dropped anywhere on the window."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

TAKES_FILES = "takesFiles"
"""The property of a panel that is asked first about files that are dropped on it."""


class FileDrop(QObject):
    """Listens to the window of the system, so that no text field takes the file first.

    Only drags of local files that all look like messages are taken there, and any file
    where no field wants it; over a panel that takes files itself, none.

    Signals:
        dropped: the paths of the files, in their order.
    """

    dropped = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.Show and watched is self._window:
            if handle := self._window.windowHandle():
                # A second time would only move it to the front.
                handle.installEventFilter(self)
        elif kind in DRAGS and isinstance(event, QDropEvent):
            inside = watched is self._window
            if inside or not self._is_for_a_panel(event):
                return self._take(event, anything=inside)
        return False

    def _is_for_a_panel(self, event: QDropEvent) -> bool:
        """Whether a panel that takes files itself is under the mouse."""
        widget: QWidget | None = self._window.childAt(event.position().toPoint())
        while widget is not None and not widget.property(TAKES_FILES):
            widget = widget.parentWidget()
        return widget is not None

    def _take(self, event: QDropEvent, *, anything: bool) -> bool:
        paths = local_files(event.mimeData())
        wanted = anything or all(path.lower().endswith(".json") for path in paths)
        if not paths or not wanted:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.dropped.emit(paths)
        return True


DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


def local_files(data: QMimeData) -> list[str]:
    """The paths of the files of this machine that `data` names."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
