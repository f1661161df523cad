"""One line beside the preview: which way the message goes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.route import Route, routing

from .plain_label import plain_label
from .restyle import restyle
from .words import said, titled

if TYPE_CHECKING:
    from hmpush_gui.pushkit.message import Message

    from .route_dialog import RouteDialog


class RouteLine(QFrame):
    """Who deals with the message first, and a button for state by state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview.route")
        self._message: Message | None = None
        self._dialog: RouteDialog | None = None
        self.badge = QLabel(self)
        self.badge.setObjectName("preview.route.badge")
        # A label keeps the size that its first text had in the style before.
        self.badge.setProperty("badge", "quiet")
        self.words = plain_label("", self, name="preview.route.words")
        self.words.setMinimumWidth(80)
        self.details = QPushButton(self.tr("State by state…"), self)
        self.details.setObjectName("preview.route.details")
        self.details.setProperty("link", True)
        self.details.setToolTip(
            self.tr(
                "What happens with the app in front, not running, the phone locked…"
            )
        )
        self.details.clicked.connect(self._show_details)
        head = QHBoxLayout()
        head.setSpacing(8)
        # As high as its words, not as the button beside it.
        head.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.words)

    def show_message(self, message: "Message") -> None:
        """Tell of `message` from now on, in the details too if they are open."""
        if message == self._message:
            return
        self._message = message
        found = routing(message)
        restyle(self.badge, "badge", "warning" if found.risks else "quiet")
        self.badge.setText(route_word(found.route))
        self.words.setText(said(found.line))
        self.setAccessibleName(titled(self.badge.text(), self.words.text()))
        self.details.setAccessibleName(titled(self.details.text(), self.words.text()))
        if self._dialog is not None:
            self._dialog.show_routing(found)

    def _show_details(self) -> None:
        from .route_dialog import RouteDialog

        if self._message is None:
            return
        if self._dialog is None:
            self._dialog = RouteDialog(self.window())
            self._dialog.finished.connect(self._on_closed)
            self._dialog.show_routing(routing(self._message))
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def route_word(route: Route) -> str:
    """The route in a word or two."""
    tr = QCoreApplication.translate
    return {
        Route.SYSTEM: tr("RouteLine", "System"),
        Route.APP: tr("RouteLine", "App"),
        Route.BOTH: tr("RouteLine", "System + app"),
        Route.MIXED: tr("RouteLine", "▲ Mixed"),
        Route.ELSEWHERE: tr("RouteLine", "Other system"),
    }[route]
