"""Takes files that are dropped on one panel, before the window or a field does."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from .file_drop import DRAGS, TAKES_FILES, local_files


class PanelDrop(QObject):
    """Listens to a panel and to what in it would take a drop for itself.

    Signals:
        dropped: the paths of the files, in their order.
    """

    dropped = Signal(list)

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        panel.setProperty(TAKES_FILES, True)
        panel.setAcceptDrops(True)
        panel.installEventFilter(self)
        for area in panel.findChildren(QAbstractScrollArea):
            area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in DRAGS or not isinstance(event, QDropEvent):
            return False
        paths = local_files(event.mimeData())
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.dropped.emit(paths)
        return True
