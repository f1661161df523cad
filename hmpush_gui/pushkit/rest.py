"""Waiting that ends early when there is news."""

import asyncio
import contextlib
from typing import Protocol


class Rest(Protocol):
    """Waits until `bell` rings, but not longer than `seconds`; it may end early."""

    async def __call__(self, seconds: float, bell: asyncio.Event) -> None: ...


async def rest(seconds: float, bell: asyncio.Event) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(bell.wait(), seconds)
