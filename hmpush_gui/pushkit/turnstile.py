"""Lets requests through: at the pace, not in a pause, never after a stop."""

import asyncio

from .pace import Clock, Pace
from .progress import State
from .rest import Rest


class Turnstile:
    """The state of a campaign, and whoever waits for it to change.

    `clock` and `rest` are the time it lives in.
    """

    def __init__(self, pace: Pace, clock: Clock, rest: Rest) -> None:
        self.pace = pace
        self.state = State.READY
        self.waived = False
        """Whether the pace is of no use: nothing leaves any more."""
        self._clock = clock
        self._rest = rest
        self._bell = asyncio.Event()

    @property
    def stopping(self) -> bool:
        return self.state is State.STOPPING

    def change(self, state: State) -> None:
        self.state = state
        self.ring()

    def ring(self) -> None:
        """Let all who wait look again."""
        # Those who wait hear the old bell; who comes later waits for the next.
        bell, self._bell = self._bell, asyncio.Event()
        bell.set()

    async def turn(self, devices: int) -> bool:
        """Wait until so many devices may leave; False if they may not any more."""
        while not self.stopping:
            if self.state is State.PAUSED:
                await self._bell.wait()
            elif self.waived:
                return True
            elif wait := self.pace.take(max(1, devices)):
                await self._rest(wait, self._bell)
            else:
                return True
        return False

    async def sleep(self, seconds: float) -> None:
        """Wait all the seconds, though timers fire early; a stop ends it."""
        end = self._clock() + seconds
        while not self.stopping:
            left = end - self._clock()
            if left <= 0:
                return
            await self._rest(left, self._bell)

    async def stopped(self) -> None:
        """Wait for a stop."""
        while not self.stopping:
            await self._bell.wait()
