"""Sends that nobody wants any more: hidden at once, gone a while later."""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from hmpush_gui.history_work import HistoryWork
from hmpush_gui.pushkit.clocks import SteadyWall
from hmpush_gui.sender import Sender
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.history import History
from hmpush_gui.tasks import Start
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.notice_bar import Offer
from hmpush_gui.ui.pause import Pause
from hmpush_gui.ui.theme import Tone
from hmpush_gui.ui.words import grouped, said

DAY = 24 * 3600

REGRET = 60_000
"""Milliseconds in which what was forgotten can be brought back."""

PAUSE = 31 * DAY
"""Seconds without a send after which a clock is not believed to have gone on so long.

A clock that was set years ahead before the program began would have all of History
forgotten at once. So age is counted no further than this beyond the newest send of
earlier runs. Whoever makes no send for longer keeps a little more, until the run after
the next send.
"""

_AGAIN = 3600_000
"""Milliseconds between two looks at what was kept long enough."""


class Forgetting(HistoryWork):
    """Hides sends, offers to bring them back, and then takes them out of the file.

    Signals:
        changed: other sends than before are hidden.
    """

    changed = Signal()

    def __init__(
        self,
        window: MainWindow,
        sends: Sender,
        history: History,
        start: Start,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(window, sends, history, start, parent)
        self._notice = ""
        self._wall = SteadyWall()
        self._believed = self._wall
        self._is_dirty = False
        self._regret = Pause(REGRET, self)
        self._regret.timeout.connect(self._on_regret_over)
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN)
        self._again.timeout.connect(self._on_due)

    def forget(self, keys: Sequence[str]) -> None:
        """Forget sends, but those that are under way."""
        running = self._sends.under_way()
        over = [key for key in keys if key not in running]
        if len(over) < len(keys):
            words = self.tr("A send under way cannot be forgotten. Stop it first.")
            self._window.tell(words, Tone.WARNING)
        if over:
            self._start(self._hide(over))

    def forget_older(self, days: int) -> None:
        """Forget what began more than `days` days ago and has no star."""
        self._start(self._hide_older(days))

    async def clear_up(self) -> None:
        """Finish what an earlier run began, and forget what was kept long enough."""
        if await self._done(self._history.hide_half_written()):
            self._is_dirty = True
            newest = await self._read(self._history.newest())
            if newest is not None:
                self._believed = SteadyWall(latest=newest + PAUSE)
            await self._apply_limits()
            self._again.start()

    async def aclose(self) -> None:
        """Make final what could still be brought back."""
        self._regret.stop()
        self._again.stop()
        await self._remove()

    async def _hide(self, keys: Sequence[str]) -> None:
        # What was forgotten before can no longer be brought back.
        await self._remove()
        if not await self._done(self._history.hide(keys)):
            return
        self._is_dirty = True
        self._notice = self.tr("Forgotten: {count}. Gone for good in a minute.").format(
            count=grouped(len(keys))
        )
        undo = Offer(self.tr("Undo"), partial(self._bring_back, keys))
        self._window.tell(self._notice, Tone.GOOD, undo)
        self._regret.start()
        self._window.panels.outcome.if_made(lambda panel: panel.let_go(keys))
        self.changed.emit()

    async def _hide_older(self, days: int) -> None:
        keys = await self._older(days, self._wall)
        if keys:
            await self._hide(keys)
        elif keys is not None:
            words = self.tr("No send without a star is older than {count} days.")
            self._window.tell(words.format(count=days), Tone.GOOD)

    async def _older(self, days: int, clock: SteadyWall) -> list[str] | None:
        return await self._read(self._history.older(clock.now() - days * DAY))

    def _bring_back(self, keys: Sequence[str]) -> None:
        self._regret.stop()
        self._start(self._bring_back_now(keys))

    async def _bring_back_now(self, keys: Sequence[str]) -> None:
        await self._done(self._history.bring_back(keys))
        self.changed.emit()

    def _on_regret_over(self) -> None:
        self._start(self._remove())

    async def _remove(self) -> None:
        """Take what is hidden out of the file, and the offer away."""
        self._regret.stop()
        if not self._is_dirty:
            return
        self._is_dirty = False
        self._window.notices.dismiss(self._notice)
        await self._done(self._history.remove_hidden())

    def _on_due(self) -> None:
        if not self._regret.isActive():
            self._start(self._apply_limits())

    async def _apply_limits(self) -> None:
        """Forget what is older than the user keeps, and the oldest of what is more."""
        keeping = self._window.keeping
        forgotten = 0
        if keeping.days is not None:
            keys = await self._older(keeping.days, self._believed) or []
            await self._done(self._history.hide(keys))
            forgotten = len(keys)
        if forgotten or self._is_dirty:
            self._is_dirty = True
            await self._remove()
        forgotten += await self._shrink(keeping.megabytes)
        if forgotten:
            words = self.tr(
                "Forgotten: {count} old sends, by what you keep (Send, Settings…). "
                "Those with a star stay."
            )
            self._window.tell(words.format(count=grouped(forgotten)), Tone.GOOD)
            self.changed.emit()

    async def _shrink(self, megabytes: int | None) -> int:
        """Forget the oldest, one by one, until the rest fits; how many."""
        forgotten = 0
        while megabytes is not None:
            room = megabytes * 1_000_000
            key = await self._read(self._history.hide_oldest(room, self._wall.now()))
            if key is None:
                break
            forgotten += 1
            self._is_dirty = True
            await self._remove()
        return forgotten

    async def _done(self, writing: "asyncio.Future[None] | Any") -> bool:
        try:
            await asyncio.wrap_future(writing)
        except StoreError as error:
            self._tell(error)
            return False
        return True

    def _tell(self, error: StoreError) -> None:
        self._window.tell(said(error.sentence), Tone.WARNING)
