"""Brings what the phones of the sandbox get to the window, some times a second."""

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QObject

from hmpush_gui.playground import Playground, phone_item
from hmpush_gui.samples import KEY
from hmpush_gui.sandbox.phone import Delivery
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.pause import Pause
from hmpush_gui.ui.phone_list import MOST

_CALM, _BUSY = 40, 400
"""Milliseconds that deliveries are gathered: a request brings a thousand at once.

While they come by the thousand nobody reads them, and the list is shown more seldom.
"""


class Deliveries(QObject):
    """Gathers deliveries; of many at once the last are shown and all are counted."""

    def __init__(
        self,
        playground: Playground,
        window: MainWindow,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._waiting: deque[Delivery] = deque(maxlen=MOST)
        self._count = 0
        self._gathering = Pause(_CALM, self)
        self._gathering.timeout.connect(self.show)
        playground.delivered.connect(self._on_delivered)
        playground.removed.connect(self._on_removed)

    def show(self) -> None:
        """Show what was gathered."""
        label_of = self._window.devices.label_of
        items = [phone_item(each, label_of(KEY, each.token)) for each in self._waiting]
        self._window.phone.add(items, self._count)
        self._gathering.setInterval(_BUSY if self._count >= MOST else _CALM)
        self._waiting.clear()
        self._count = 0

    def _on_delivered(self, deliveries: tuple[Delivery, ...]) -> None:
        self._waiting.extend(deliveries)
        self._count += len(deliveries)
        if not self._gathering.isActive():
            self._gathering.start()

    def _on_removed(self, deliveries: Iterable[Delivery]) -> None:
        self.show()
        for delivery in deliveries:
            self._window.phone.model.take_back(delivery.token, delivery.slot)
