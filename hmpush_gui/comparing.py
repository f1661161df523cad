"""Compares past sends, two of them or one with the draft."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from hmpush_gui.exchange.send_diff import Side
from hmpush_gui.pushkit.record import SendHistory
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.send_title import send_title
from hmpush_gui.ui.veiling import past_name

if TYPE_CHECKING:
    from hmpush_gui.ui.compare_dialog import Compare

Load = Callable[[str], Awaitable[SendHistory | None]]
"""The send of a key."""


class Comparing(QObject):
    """Opens a window of differences beside the main one."""

    def __init__(
        self, window: MainWindow, load: Load, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._load = load

    async def compare(self, before: str, after: str) -> None:
        """Compare two sends; of one and the same its answers."""
        one = await self._load(before)
        other = one if before == after else await self._load(after)
        if one is None or other is None:
            return
        left = self._entry(one)
        self._show(left, left if one is other else self._entry(other))

    async def compare_with_draft(self, key: str) -> None:
        """Compare a send with the message as it is being written."""
        from hmpush_gui.ui.compare_dialog import Compare

        if send := await self._load(key):
            draft = Side(self._window.document.message)
            self._show(self._entry(send), Compare(self.tr("The draft"), [draft]))

    def _show(self, before: "Compare", after: "Compare") -> None:
        from hmpush_gui.ui.compare_dialog import CompareDialog

        dialog = CompareDialog(before, after, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _entry(self, send: SendHistory) -> "Compare":
        from hmpush_gui.ui.compare_dialog import Compare

        message = send.record.message
        started = datetime.fromtimestamp(send.record.started_at)
        title = send_title(message.title, send.record.action)
        sides = [Side(message, exchange) for exchange in send.exchanges]
        project = send.record.project
        name = past_name(project.name, project.environment)
        words = f"{started:%Y-%m-%d %H:%M:%S}  {title} · {name}"
        return Compare(words, sides or [Side(message)])
