"""Push Kit without a network: requests in, replies out, and what phones received."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING

from hmpush_gui.pushkit.message import Api

from .account import DemoAccount
from .address import find_address
from .bearer import Doorkeeper
from .display import delivery_maker
from .judge import judge
from .oauth import TokenOffice
from .phone import Delivery, Phones
from .refusal import Refusal
from .scenario import Scenario, early_reply
from .tally import tally
from .wire import HttpReply, HttpRequest, new_request_id, push_reply, text_reply

if TYPE_CHECKING:
    from .tokens import TokenState

Listener = Callable[[tuple[Delivery, ...]], object]

_KEPT_REQUESTS = 100
_KEPT_DELIVERIES = 100_000


@dataclass(frozen=True, slots=True)
class Received:
    """A request and the reply that was decided for it."""

    request: HttpRequest
    reply: HttpReply


class Sandbox:
    """Answers as Push Kit would; may be used from many threads.

    `account` is who may send. `clock` gives Unix seconds. `scenario` may be set at any
    time; `delay` is the seconds of its SLOW. `states` overrides what a token's own text
    says of it.
    """

    def __init__(
        self,
        account: DemoAccount,
        clock: Callable[[], float] = time.time,
        keep: int = _KEPT_DELIVERIES,
    ) -> None:
        self.account = account
        self.scenario = Scenario.NORMAL
        self.delay = 5.0
        self.states: dict[str, TokenState] = {}
        self._clock = clock
        self._office = TokenOffice(account.client, clock)
        self._door = Doorkeeper(account, self._office, clock)
        self._phones = Phones(keep)
        self._received: deque[Received] = deque(maxlen=_KEPT_REQUESTS)
        self._sends = 0
        self._listeners: list[Listener] = []
        self._lock = Lock()

    @property
    def deliveries(self) -> list[Delivery]:
        """What lies on the simulated phones, the newest last."""
        with self._lock:
            return self._phones.all()

    @property
    def received(self) -> tuple[Received, ...]:
        """The last hundred requests of any kind, the newest last."""
        with self._lock:
            return tuple(self._received)

    @property
    def token_requests(self) -> int:
        """How often an access token was asked for."""
        return self._office.requests

    @property
    def sends(self) -> int:
        """How many push requests came, whatever they were answered."""
        return self._sends

    @property
    def token_life(self) -> float:
        """Seconds for which access tokens given out from now on work."""
        return self._office.token_life

    @token_life.setter
    def token_life(self, seconds: float) -> None:
        self._office.token_life = seconds

    def on_delivery(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with what each send delivers; the result ends that.

        It is called in the thread that asked for the answer: usually a server's.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def answer(self, request: HttpRequest) -> HttpReply:
        """The reply to `request`, which is remembered. Raises nothing of its own."""
        with self._lock:
            reply, delivered = self._handle(request)
            self._received.append(Received(request, reply))
        # Outside the lock: a listener may ask the sandbox something.
        for listener in tuple(self._listeners) if delivered else ():
            listener(delivered)
        return reply

    def _handle(self, request: HttpRequest) -> tuple[HttpReply, tuple[Delivery, ...]]:
        address = find_address(request.path)
        if address is None:
            return text_reply(404, "Push Kit has nothing at this address.\n"), ()
        if request.method != address.method:
            text = f"This address takes {address.method} only.\n"
            return text_reply(405, text, Allow=address.method), ()
        if address.api is not None:
            return self._push(address.api, address.owner, request)
        if address.is_token_endpoint:
            return self._office.answer(request), ()
        return text_reply(200, _ABOUT), ()

    def _push(
        self, api: Api, owner: str, request: HttpRequest
    ) -> tuple[HttpReply, tuple[Delivery, ...]]:
        self._sends += 1
        request_id = new_request_id()
        scenario = self._take_scenario()
        early = early_reply(scenario, request, request_id)
        if early is not None:
            return early, ()
        reply, delivered = self._send(api, owner, request, request_id)
        delay = self.delay if scenario is Scenario.SLOW else 0.0
        return replace(reply, delay=delay, cut=scenario is Scenario.CUT), delivered

    def _take_scenario(self) -> Scenario:
        scenario = self.scenario
        if scenario is Scenario.EXPIRED_ONCE:
            self.scenario = Scenario.NORMAL
        return scenario

    def _send(
        self, api: Api, owner: str, request: HttpRequest, request_id: str
    ) -> tuple[HttpReply, tuple[Delivery, ...]]:
        try:
            self._door.check(api, owner, request.header("Authorization"))
            submission = judge(api, request)
        except Refusal as refusal:
            reply = push_reply(refusal.status, refusal.code, refusal.msg, request_id)
            return reply, ()
        result = tally(submission, self.states)
        taken = () if submission.dry else result.taken
        make = delivery_maker(submission.message, request_id, self._clock())
        delivered = tuple(make(token) for token in taken)
        self._phones.receive(delivered)
        return result.reply(request_id), delivered


_ABOUT = """\
This is the sandbox of hmpush-gui: Huawei Push Kit, played on this machine.
Nothing that is sent here leaves it, and no real phone receives anything.

POST /oauth2/v3/token
POST /v1/{client id}/messages:send
POST /v2/{project id}/messages:send
POST /v3/{project id}/messages:send
"""
