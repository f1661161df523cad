"""Brings letters to phones, and knows what each receipt will say."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from .allowance import Allowance
from .apps import Apps, Check
from .letter import Letter
from .phone import Delivery
from .receipts import DELIVERED, Sheet
from .rights import Rights
from .shelf import REPLACED, Shelf
from .tokens import REASONS, RESULTS, TokenState

OFF = 6
STORED = 27
"""Results of receipts (facts I.1)."""

Addressee = tuple[str, TokenState]


@dataclass(slots=True)
class Round:
    """What one walk to the phones brought about."""

    delivered: list[Delivery] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)


class Carrier:
    """Carries within `rights` and an allowance.

    `results` are receipts foreordained for a token: it gets nothing but them.
    """

    def __init__(self) -> None:
        self.rights = Rights()
        self.allowance = Allowance()
        self.apps = Apps()
        self.shelf = Shelf()
        self.results: dict[str, int] = {}

    def carry(
        self, letter: Letter, to: Sequence[Addressee], now: float, verdict: int = 0
    ) -> Round:
        """Bring `letter` to phones, unless a `verdict` befalls it at all of them."""
        walk = _Walk(self, letter, now)
        take, rights = self.allowance.take, self.rights
        for token, state in to:
            over = verdict or take(letter, token, rights, now)
            walk.note(token, over or walk.arrive(token, state))
        return walk.end()

    def wake(self, addressee: Addressee, now: float) -> Round:
        """Bring what waited for a phone that is in another state now."""
        whole = Round()
        token, state = addressee
        if state in REASONS:
            # The server knows no such phone any more: what waits is lost.
            now = math.inf
        for letter in self.shelf.take(token, now):
            walk = _Walk(self, letter, now)
            walk.note(token, walk.arrive(token, state))
            part = walk.end()
            whole.delivered += part.delivered
            whole.sheets += part.sheets
        return whole


class _Walk:
    """One letter on its way from phone to phone."""

    def __init__(self, carrier: Carrier, letter: Letter, now: float) -> None:
        self._carrier = carrier
        self._letter = letter
        self._now = now
        self._checks: list[Check] = carrier.apps.checks(letter)
        self._round = Round()
        self._told: list[str] = []
        self._failed: dict[int, int] = {}

    def note(self, token: str, result: int | None) -> None:
        """Write a receipt; None is a message that still waits."""
        if result is None:
            return
        if result != DELIVERED:
            self._failed[len(self._told)] = result
        self._told.append(token)

    def end(self) -> Round:
        if self._told:
            sheet = self._letter.sheet(self._now, tuple(self._told), self._failed)
            self._round.sheets.append(sheet)
        return self._round

    def arrive(self, token: str, state: TokenState) -> int | None:
        """The result at one phone."""
        if token in self._carrier.results:
            return self._carrier.results[token]
        if state is not TokenState.LIVE:
            if state in RESULTS:
                return RESULTS[state]
            if state is TokenState.OFF and self._letter.shows:
                return OFF
            if state is TokenState.OFFLINE:
                self._store(token)
                return None
            if state is TokenState.CLOSED and self._letter.background:
                self._store(token)
                return STORED
        return self._show(token, state)

    def _show(self, token: str, state: TokenState) -> int:
        letter, now = self._letter, self._now
        for check in self._checks:
            if result := check(letter, token, now):
                return result
        changes: dict[str, object] = {}
        if letter.badge is not None:
            changes["badge"] = self._carrier.apps.set_badge(token, *letter.badge)
        if state is TokenState.FRONT and not letter.front_shows:
            changes |= {"shows": False, "alerting": False}
        self._round.delivered.append(letter.delivery(token, now, **changes))
        return DELIVERED

    def _store(self, token: str) -> None:
        for each in self._carrier.shelf.put(token, self._letter):
            sheet = each.sheet(self._now, (token,), {0: REPLACED})
            self._round.sheets.append(sheet)
