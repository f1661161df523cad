"""`images:verify`: pictures are judged by their address, nothing is fetched."""

from .body import read_object
from .desk import Done, Errand
from .refusal import Refusal, illegal
from .wire import json_reply
from .world import World

VERIFIED, FAILED, TOO_FAST = "83010000", "83010001", "83010002"
NO_BODY, NO_PUSH_TYPE = "83010003", "83010007"
"""Codes of facts F.2, column I."""

_PUSH_TYPES = frozenset({"0", "1", "2"})


def verify_image(world: World, errand: Errand) -> Done:
    """Facts B.11. Raises Refusal."""
    now, request = world.now(), errand.request
    if world.images.hurries(world.carrier.allowance.quotas.images_per_minute, now):
        raise Refusal(TOO_FAST, "limit exceeded")
    push_type = request.header("push-type")
    if push_type not in _PUSH_TYPES:
        raise Refusal(NO_PUSH_TYPE, "The header does not contain valid push-type")
    if not request.body.strip():
        raise Refusal(NO_BODY, "Request body is empty")
    url = read_object(request.body).get("imageUrl")
    if not isinstance(url, str) or not url.lower().startswith("https://"):
        raise illegal("image check: only https allow")
    checked = world.images.check(url, push_type, now)
    if checked is None:
        raise Refusal(FAILED, "Verify failed")
    address, ends = checked
    content = {"code": VERIFIED, "msg": "Verify success"}
    more = {"downloadUrl": address, "expireTime": f"{ends:.0f}"}
    return Done(json_reply(200, content | {"requestId": errand.request_id} | more))
