"""Work under way: none of it is lost, and none goes on after its owner's end."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

Work = Coroutine[Any, Any, None]
Start = Callable[[Work], object]
"""Has work done in a task of its own, as `Tasks.start` does."""


class Tasks:
    """The tasks of one owner. What one of them raises is a bug, and is told as such."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_closed = False

    def __len__(self) -> int:
        return len(self._tasks)

    def start(self, work: Work) -> asyncio.Task[None] | None:
        """Begin; None if the owner is at its end, and then nothing is done."""
        if self._is_closed:
            # Such as of a timer of a panel that has not heard of it.
            work.close()
            return None
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._on_done)
        return task

    async def aclose(self) -> None:
        """Give up what is under way, and take nothing more."""
        self._is_closed = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _on_done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            task.result()
