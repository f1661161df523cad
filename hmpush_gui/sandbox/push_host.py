"""The host that takes pushes: scenario, bearer, and the desk for each service."""

from collections.abc import Callable

from hmpush_gui.pushkit.message import Api

from .account import DemoAccount
from .address import Address, Service
from .bearer import Doorkeeper
from .books import Fate
from .desk import Done, Errand
from .image_desk import verify_image
from .mishap import early_reply, lasting
from .refusal import Refusal
from .revoke_desk import revoke
from .scenario import Scenario
from .send_desk import note_refused, send
from .topic_desk import DESKS
from .wire import HttpRequest, new_request_id, push_reply
from .world import World

_DESKS: dict[Service, Callable[[World, Errand], Done]] = {
    **DESKS,
    Service.REVOKE: revoke,
    Service.VERIFY_IMAGE: verify_image,
}


class PushHost:
    """Answers every service of the push host for one account."""

    def __init__(self, account: DemoAccount, door: Doorkeeper) -> None:
        self._app_id = account.client.client_id
        self._door = door

    def answer(
        self, world: World, address: Address, request: HttpRequest, scenario: Scenario
    ) -> Done:
        """What is done about `request`."""
        lasts = lasting(scenario, world.delay)
        errand = Errand(address, request, new_request_id(), lasts)
        sends = address.service is Service.SEND
        world.sends += sends
        early = early_reply(scenario, request, errand.request_id, world.delay)
        if early is not None:
            reply, fate = early
            if sends:
                note_refused(world, errand, fate)
            return Done(reply)
        try:
            return self._do(world, errand)
        except Refusal as refusal:
            if sends:
                note_refused(world, errand, Fate.REFUSED)
            reply = push_reply(
                refusal.status, refusal.code, refusal.msg, errand.request_id
            )
            return Done(reply)

    def _do(self, world: World, errand: Errand) -> Done:
        address = errand.address
        authorization = errand.request.header("Authorization")
        self._door.check(address.api or Api.V3, address.owner, authorization)
        if address.service is Service.SEND:
            return send(world, errand, self._app_id)
        return _DESKS[address.service](world, errand)
