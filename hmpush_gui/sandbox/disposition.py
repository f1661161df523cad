"""How the sandbox is disposed, and what is done to its phones."""

from collections.abc import Callable, Container
from threading import RLock
from typing import TYPE_CHECKING

from .listeners import Listeners
from .scenario import Scenario
from .world import World

if TYPE_CHECKING:
    from .chance import Chance
    from .phone import Delivery
    from .quotas import Quotas
    from .receipts import Sheet
    from .rights import Rights
    from .tokens import TokenState


class Disposition:
    """A world that can be set, and those who are told what happens in it.

    Hold `lock` to look into the `world`.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.lock = RLock()
        self._deliveries = Listeners["tuple[Delivery, ...]"]()
        self._removals = Listeners["tuple[Delivery, ...]"]()
        self._receipts = Listeners["tuple[Sheet, ...]"]()

    @property
    def scenario(self) -> Scenario:
        """How push requests are answered; may be set at any time."""
        return self.world.scenario

    @scenario.setter
    def scenario(self, scenario: Scenario) -> None:
        self.world.scenario = scenario

    @property
    def delay(self) -> float:
        """Seconds of the scenarios that take time."""
        return self.world.delay

    @delay.setter
    def delay(self, seconds: float) -> None:
        self.world.delay = seconds

    @property
    def chance(self) -> "Chance":
        """Odds and seed of the RANDOM scenario."""
        return self.world.chance

    @chance.setter
    def chance(self, chance: "Chance") -> None:
        self.world.chance = chance

    @property
    def rights(self) -> "Rights":
        """What the demo app was granted: everything, unless it is set."""
        return self.world.carrier.rights

    @rights.setter
    def rights(self, rights: "Rights") -> None:
        self.world.carrier.rights = rights

    @property
    def quotas(self) -> "Quotas":
        """How much the demo app may send."""
        return self.world.carrier.allowance.quotas

    @quotas.setter
    def quotas(self, quotas: "Quotas") -> None:
        self.world.carrier.allowance.quotas = quotas

    @property
    def states(self) -> "dict[str, TokenState]":
        """Overrides what a token's own text says of it; see `set_state`."""
        return self.world.states

    # Those who want to know; called in the thread that asked: usually a server's.

    def on_delivery(
        self, listener: "Callable[[tuple[Delivery, ...]], object]"
    ) -> Callable[[], None]:
        """Call `listener` with what each send delivers; the result ends that."""
        return self._deliveries.add(listener)

    def on_removal(
        self, listener: "Callable[[tuple[Delivery, ...]], object]"
    ) -> Callable[[], None]:
        """Call `listener` with what a revocation, or the end of an app, takes away."""
        return self._removals.add(listener)

    def on_receipts(
        self, listener: "Callable[[tuple[Sheet, ...]], object]"
    ) -> Callable[[], None]:
        """Call `listener` with receipts as they come about."""
        return self._receipts.add(listener)

    def _tell(
        self,
        delivered: "tuple[Delivery, ...]",
        removed: "tuple[Delivery, ...]",
        sheets: "tuple[Sheet, ...]",
    ) -> None:
        if delivered:
            self._deliveries.tell(delivered)
        if removed:
            self._removals.tell(removed)
        if sheets:
            self._receipts.tell(sheets)

    # What can be done to it.

    def set_state(self, token: str, state: "TokenState") -> None:
        """Put a phone into a state; what waited for it may arrive now."""
        with self.lock:
            world = self.world
            world.states[token] = state
            round_ = world.carrier.wake((token, state), world.now())
            world.keep(round_)
        self._tell(tuple(round_.delivered), (), tuple(round_.sheets))

    def clear_phones(self, tokens: "Container[str]") -> "dict[str, list[Delivery]]":
        """Take all messages from phones; they are given by token, for `put_back`."""
        with self.lock:
            gone = self.world.phones.clear(tokens)
        by_token: dict[str, list[Delivery]] = {}
        for each in gone:
            by_token.setdefault(each.token, []).append(each)
        self._tell((), tuple(gone), ())
        return by_token

    def put_back(self, deliveries: "tuple[Delivery, ...]") -> None:
        """Have messages lie on their phones again, as the newest."""
        with self.lock:
            self.world.phones.receive(deliveries)
        self._tell(deliveries, (), ())

    def bind_profiles(self, token: str, profiles: "frozenset[str] | None") -> None:
        """Say which accounts are bound on a phone; None means any."""
        with self.lock:
            bound = self.world.carrier.apps.profiles
            bound.pop(token, None)
            if profiles is not None:
                bound[token] = profiles

    def place_widgets(self, token: str, forms: "frozenset[int] | None") -> None:
        """Say which widgets are on a phone's home screen; None means any."""
        with self.lock:
            cards = self.world.carrier.apps.widgets.cards
            cards.pop(token, None)
            if forms is not None:
                cards[token] = forms

    def foreordain(self, token: str, result: int | None) -> None:
        """Let receipts of a phone say `result`, and nothing arrive; None ends it."""
        with self.lock:
            self.world.carrier.results.pop(token, None)
            if result is not None:
                self.world.carrier.results[token] = result

    def begin_live_view(self, token: str, activity: int) -> None:
        """Let a phone's app have begun a live view itself, for pushes to update."""
        with self.lock:
            world = self.world
            world.carrier.apps.live_views.register(token, activity, world.now())

    def advance(self, seconds: float) -> None:
        """Let time pass for phones and quotas; bearers live on by the clock."""
        with self.lock:
            self.world.ahead += seconds
