"""Push Kit without a network: requests in, replies out, and what phones received."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from . import control
from .address import Service, find_address
from .bearer import Doorkeeper
from .desk import Done
from .disposition import Disposition
from .mishap import spoil
from .oauth import TokenOffice
from .push_host import PushHost
from .scenario import Scenario
from .wire import HttpReply, HttpRequest, text_reply
from .world import World

if TYPE_CHECKING:
    from .account import DemoAccount
    from .address import Address
    from .books import Books
    from .callback import Callback, Post
    from .phone import Delivery
    from .receipts import Receipt

_KEPT_REQUESTS = 100
_KEPT_DELIVERIES = 100_000


@dataclass(frozen=True, slots=True)
class Received:
    """A request and the reply that was decided for it."""

    request: HttpRequest
    reply: HttpReply


class Sandbox(Disposition):
    """Answers as Push Kit would; may be used from many threads.

    `account` is who may send. `clock` gives Unix seconds; `keep` is how many deliveries
    the phones keep. What it remembers is its `world`, which a reset replaces; hold
    `lock` to look into it. `callbacks` are where a server posts receipts to, by receipt
    id, `posts` are its last tries.
    """

    def __init__(
        self,
        account: "DemoAccount",
        clock: Callable[[], float] = time.time,
        keep: int = _KEPT_DELIVERIES,
    ) -> None:
        super().__init__(World(clock, keep))
        self.account = account
        self.callbacks: dict[str, Callback] = {}
        self._clock = clock
        self._keep = keep
        self._office = TokenOffice(account.client, clock)
        self._host = PushHost(account, Doorkeeper(account, self._office, clock))
        self._received: deque[Received] = deque(maxlen=_KEPT_REQUESTS)
        self.posts: deque[Post] = deque(maxlen=_KEPT_REQUESTS)

    @property
    def callback(self) -> "Callback | None":
        """The callback of messages that name no receipt id."""
        return self.callbacks.get("")

    @callback.setter
    def callback(self, callback: "Callback | None") -> None:
        self.set_callback("", callback)

    @property
    def token_life(self) -> float:
        """Seconds for which access tokens given out from now on work."""
        return self._office.token_life

    @token_life.setter
    def token_life(self, seconds: float) -> None:
        self._office.token_life = seconds

    # What came and what became of it.

    @property
    def deliveries(self) -> "list[Delivery]":
        """What lies on the simulated phones, the newest last."""
        with self.lock:
            return self.world.phones.all()

    @property
    def receipts(self) -> "list[Receipt]":
        """The newest receipts, the newest last."""
        with self.lock:
            return self.world.receipts.all()

    @property
    def books(self) -> "Books":
        """The account of every token that came."""
        return self.world.books

    @property
    def received(self) -> tuple[Received, ...]:
        """The last hundred requests but those for control, the newest last."""
        with self.lock:
            return tuple(self._received)

    @property
    def token_requests(self) -> int:
        """How often an access token was asked for."""
        return self._office.requests

    @property
    def sends(self) -> int:
        """How many push requests came, whatever they were answered."""
        return self.world.sends

    # What can be done to it.

    def reset(self) -> None:
        """Forget everything but the account, access tokens and the callbacks."""
        with self.lock:
            self.world = World(self._clock, self._keep)
            self._received.clear()

    def set_callback(self, receipt_id: str, callback: "Callback | None") -> None:
        """Post receipts of messages that name this id there; None ends it."""
        with self.lock:
            # Whole anew: the thread that posts looks into it without the lock.
            kept = {**self.callbacks}
            kept.pop(receipt_id, None)
            self.callbacks = kept if callback is None else kept | {receipt_id: callback}

    def draw(self, method: str, path: str) -> Scenario:
        """The scenario for a request whose body is not read yet."""
        address = find_address(path)
        if address is None or address.api is None or method not in address.methods:
            return Scenario.NORMAL
        with self.lock:
            return self.world.draw()

    def answer(
        self, request: HttpRequest, scenario: Scenario | None = None
    ) -> HttpReply:
        """The reply to `request`, which is remembered. Raises nothing of its own.

        `scenario` is the one that was drawn for it before.
        """
        address = find_address(request.path)
        if address is not None and address.service is Service.CONTROL:
            return control.answer(self, address, request)
        with self.lock:
            if scenario is None:
                scenario = self.draw(request.method, request.path)
            done = self._handle(address, request, scenario)
            self._received.append(Received(request, done.reply))
        # Outside the lock: a listener may ask the sandbox something.
        self._tell(done.delivered, done.removed, done.sheets)
        return done.reply

    def _handle(
        self, address: "Address | None", request: HttpRequest, scenario: Scenario
    ) -> Done:
        if address is None:
            return Done(text_reply(404, "Push Kit has nothing at this address.\n"))
        if request.method not in address.methods:
            allowed = ", ".join(address.methods)
            text = f"This address takes {allowed} only.\n"
            return Done(text_reply(405, text, Allow=allowed))
        if address.service is Service.TOKEN:
            return Done(self._office.answer(request))
        if address.service is Service.ABOUT:
            return Done(text_reply(200, _ABOUT))
        done = self._host.answer(self.world, address, request, scenario)
        return replace(done, reply=spoil(done.reply, scenario, self.delay))


_ABOUT = """\
This is the sandbox of hmpush-gui: Huawei Push Kit, played on this machine.
Nothing that is sent here leaves it, and no real phone receives anything.

POST /oauth2/v3/token
POST /v1/{client id}/messages:send
POST /v2/{project id}/messages:send
POST /v3/{project id}/messages:send
POST /v1/{client id}/messages:revoke
POST /v1/{client id}/images:verify, /v2/{project id}/images:verify
POST /v1/{client id}/topic:subscribe, topic:unsubscribe, topic:list
POST /v1/{client id}/token:query, token:delete

To steer it, from this machine only:
GET  /sandbox/state, scenarios, books, receipts, phones, callback
POST /sandbox/scenario, reset, tokens, rights, quotas, clock, callback, books
"""
