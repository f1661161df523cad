"""Everything the sandbox remembers, so that a reset is a new one."""

from collections.abc import Callable

from .books import Books
from .carrier import Carrier, Round
from .chance import Chance
from .images import Images
from .phone import Phones
from .receipts import ReceiptBook
from .scenario import Scenario
from .tokens import TokenState, state_of
from .topics import Topics, TopicTasks

DELAY = 5.0
"""Seconds of the scenarios that take time."""

KEPT_RECEIPTS = 100_000


class World:
    """The phones, their app, and how Push Kit is disposed.

    `clock` gives Unix seconds; `ahead` is added to it. `states` overrides what a
    token's own text says of it.
    """

    def __init__(self, clock: Callable[[], float], keep: int) -> None:
        self._clock = clock
        self.ahead = 0.0
        self.scenario = Scenario.NORMAL
        self.delay = DELAY
        self.chance = Chance()
        self.states: dict[str, TokenState] = {}
        self.carrier = Carrier()
        self.phones = Phones(keep)
        self.topics = Topics()
        self.topic_tasks = TopicTasks()
        self.images = Images()
        self.books = Books()
        self.receipts = ReceiptBook(KEPT_RECEIPTS)
        self.sends = 0

    def now(self) -> float:
        return self._clock() + self.ahead

    def state(self, token: str) -> TokenState:
        return self.states.get(token) or state_of(token)

    def draw(self) -> Scenario:
        """The scenario for the next push request; one of them is over with it."""
        scenario = self.scenario
        if scenario is Scenario.EXPIRED_ONCE:
            self.scenario = Scenario.NORMAL
        return self.chance.draw() if scenario is Scenario.RANDOM else scenario

    def keep(self, round_: Round) -> None:
        """Remember what a walk to the phones brought about."""
        self.phones.receive(round_.delivered)
        for sheet in round_.sheets:
            self.receipts.add(sheet)
