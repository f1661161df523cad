"""`messages:revoke`: take notifications back by their notify id (facts I.2)."""

from hmpush_gui.pushkit.answers import ALL_INVALID, SUCCESS
from hmpush_gui.pushkit.message import Api
from hmpush_gui.pushkit.reference import limits

from .body import check_size, compact, read_object, read_tokens
from .desk import Done, Errand
from .judge import check_count, check_media_type, read_push_type
from .phone import notify_slot
from .refusal import Refusal, illegal
from .tokens import find_states, refused_places
from .wire import push_reply
from .world import World

PARTIAL = "80100020"
_PUSH_TYPES = ("0", "2")
_HIGHEST_ID = 2**31 - 1


def revoke(world: World, errand: Errand) -> Done:
    """Drop what waits and what lies on the phones. Raises Refusal."""
    check_media_type(errand.request)
    push_type = read_push_type(errand.request, _PUSH_TYPES)
    notify_id, tokens = _order(errand.request.body)
    states = find_states(tokens, world.states)
    refused = refused_places(states, Api.V3, format_only=False)
    if len(refused) == len(tokens):
        raise Refusal(ALL_INVALID, "All the tokens are invalid")
    good = [token for place, token in enumerate(tokens) if place not in refused]
    removed = world.phones.take_back(good, notify_slot(push_type, notify_id))
    world.carrier.shelf.drop(good, push_type, notify_id)
    code, msg = SUCCESS, "Success"
    if refused:
        reasons: dict[str, list[str]] = {}
        for place, reason in refused.items():
            reasons.setdefault(reason, []).append(tokens[place])
        counts = {"success": len(good), "failure": len(refused)}
        code, msg = PARTIAL, compact({"illegalTokens": reasons} | counts)
    return Done(push_reply(200, code, msg, errand.request_id), removed=tuple(removed))


def _order(body: bytes) -> tuple[int, tuple[str, ...]]:
    """The notify id and the tokens. Raises Refusal."""
    content = read_object(body)
    check_size(content, ("token",))
    notify_id = content.get("notifyId")
    if notify_id is None or content.get("token") is None:
        raise Refusal("80300032", "No permission to revoke messages.")
    if type(notify_id) is not int or not 0 <= notify_id <= _HIGHEST_ID:
        raise illegal(f"notifyId value ranges from 0 to {_HIGHEST_ID}")
    tokens = read_tokens(content, ("token",))
    check_count(tokens, limits()["tokens"])
    return notify_id, tokens
