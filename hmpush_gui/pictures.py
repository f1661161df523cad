"""Fetches the pictures that the preview wants, one at a time."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, Signal

from hmpush_gui.pushkit.errors import PushError
from hmpush_gui.pushkit.picture_client import fetch_picture
from hmpush_gui.pushkit.wires import Wires

_KEPT_BYTES = 16 * 1024 * 1024


class Pictures(QObject):
    """Fetches the picture wanted last; an earlier one under way is given up.

    What was fetched is kept for this run, so that going back costs nothing.

    Signals:
        came: address, bytes or None, and the Sentence why there are none, or None.
    """

    came = Signal(str, object, object)

    def __init__(
        self,
        wires: Callable[[], Awaitable[Wires]],
        parent: QObject | None = None,
    ) -> None:
        """`wires` gives what pictures come over; it raises PushError."""
        super().__init__(parent)
        self._wires = wires
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._task: asyncio.Task[None] | None = None

    def want(self, url: str) -> None:
        """Fetch `url` in place of what was wanted before; empty wants nothing."""
        if self._task:
            self._task.cancel()
            self._task = None
        if url in self._kept:
            self._kept.move_to_end(url)
            self.came.emit(url, self._kept[url], None)
        elif url:
            self._task = asyncio.ensure_future(self._fetch(url))
            self._task.add_done_callback(_raise_bug)

    async def aclose(self) -> None:
        """Give up what is under way."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _fetch(self, url: str) -> None:
        try:
            data = await fetch_picture(url, await self._wires())
        except PushError as error:
            self.came.emit(url, None, error.sentence)
            return
        self._keep(url, data)
        self.came.emit(url, data, None)

    def _keep(self, url: str, data: bytes) -> None:
        self._kept[url] = data
        while sum(map(len, self._kept.values())) > _KEPT_BYTES:
            self._kept.popitem(last=False)


def _raise_bug(task: "asyncio.Task[None]") -> None:
    if not task.cancelled():
        task.result()
