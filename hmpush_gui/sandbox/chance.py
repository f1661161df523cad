"""Draws a fate for each request, the same ones for the same seed."""

import random
from collections.abc import Mapping
from types import MappingProxyType

from .scenario import Scenario

USUAL: Mapping[Scenario, float] = MappingProxyType(
    {
        Scenario.UNAVAILABLE: 0.05,
        Scenario.RETRY_AFTER: 0.02,
        Scenario.INNER_ERROR: 0.02,
        Scenario.EXPIRED_ONCE: 0.02,
        Scenario.HTML: 0.02,
        Scenario.CUT_EARLY: 0.02,
        Scenario.CUT: 0.02,
        Scenario.HALF: 0.02,
    }
)
"""Shares of requests; the rest is answered normally."""


class Chance:
    """Draws scenarios by their odds, shares of 1 that add up to 1 at most."""

    def __init__(self, odds: Mapping[Scenario, float] = USUAL, seed: int = 1) -> None:
        if Scenario.RANDOM in odds:
            raise ValueError("random cannot draw itself")
        if sum(odds.values()) > 1 or not all(0 <= odd <= 1 for odd in odds.values()):
            raise ValueError("odds are shares that add up to 1 at most")
        self.odds = dict(odds)
        self.seed = seed
        self._random = random.Random(seed)

    def draw(self) -> Scenario:
        left = self._random.random()
        for scenario, odd in self.odds.items():
            left -= odd
            if left < 0:
                return scenario
        return Scenario.NORMAL
