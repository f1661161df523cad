"""The control addresses: how a test steers the sandbox, and sees what it did."""

import json
from typing import TYPE_CHECKING, Any

from hmpush_gui.pushkit.message import Json

from . import control_values as values
from . import control_views as views
from .chance import USUAL
from .control_gate import problem, refusal, shown
from .control_values import ControlError
from .wire import HttpReply, HttpRequest

if TYPE_CHECKING:
    from collections.abc import Callable

    from .address import Address
    from .service import Sandbox

_INT32 = 2**31


def answer(sandbox: "Sandbox", address: "Address", request: HttpRequest) -> HttpReply:
    """The reply to a request at a control address."""
    if request.method not in address.methods:
        return problem(405, "GET or POST is wanted.")
    if (refused := refusal(request)) is not None:
        return refused
    name = address.owner
    known = views.VIEWS if request.method == "GET" else ORDERS
    if name not in known:
        return problem(404, f"{request.method} knows {', '.join(known)}.")
    try:
        if request.method == "GET":
            content = views.VIEWS[name](sandbox, views.query(request.path))
        else:
            content = ORDERS[name](sandbox, _content(request.body))
    except ControlError as error:
        return problem(400, f"{error}.")
    return shown(200, content)


def _content(body: bytes) -> Json:
    if not body.strip():
        return {}
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        raise ControlError("the body: a JSON object is wanted")
    return content


def _set_scenario(sandbox: "Sandbox", content: Json) -> Json:
    given = values.read_values(content, values.SCENARIO)
    if "odds" in given or "seed" in given:
        seed = given.get("seed", sandbox.chance.seed)
        sandbox.chance = values.read_chance(given.get("odds"), seed, USUAL)
    sandbox.delay = given.get("delay", sandbox.delay)
    sandbox.scenario = given.get("scenario", sandbox.scenario)
    return views.state(sandbox, {})


def _reset(sandbox: "Sandbox", _content: Json) -> Json:
    sandbox.reset()
    return views.state(sandbox, {})


def _set_tokens(sandbox: "Sandbox", content: Json) -> Json:
    """State, profiles, widgets, live views, a foreordained result of each token."""
    given = values.read_values(content, values.TOKENS)
    tokens = set(given.get("tokens", ()))
    if "token" in given:
        tokens.add(given["token"])
    activities = _activities(given.get("live_views", []))
    if not tokens:
        raise ControlError("token, or tokens: a text, or a list of texts, is wanted")
    for token in sorted(tokens):
        if "profiles" in given:
            sandbox.bind_profiles(token, given["profiles"])
        if "widgets" in given:
            sandbox.place_widgets(token, given["widgets"])
        if "result" in given:
            sandbox.foreordain(token, given["result"])
        for activity in activities:
            sandbox.begin_live_view(token, activity)
        if "state" in given:
            sandbox.set_state(token, given["state"])
    return {"tokens": len(tokens)}


def _activities(given: Any) -> list[int]:
    if isinstance(given, list) and all(
        type(each) is int and -_INT32 <= each < _INT32 for each in given
    ):
        return given
    raise ControlError("live_views: a list of activity ids is wanted")


def _set_rights(sandbox: "Sandbox", content: Json) -> Json:
    sandbox.rights = values.read_rights(content, sandbox.rights)
    return views.rights(sandbox)


def _set_quotas(sandbox: "Sandbox", content: Json) -> Json:
    sandbox.quotas = values.read_quotas(content, sandbox.quotas)
    return views.quotas(sandbox)


def _advance(sandbox: "Sandbox", content: Json) -> Json:
    given = values.read_values(content, {"advance": values.seconds})
    sandbox.advance(given.get("advance", 0.0))
    return {"now": sandbox.world.now()}


def _set_callback(sandbox: "Sandbox", content: Json) -> Json:
    sandbox.set_callback(*values.read_callback(content))
    return views.callback(sandbox, {})


def _count(sandbox: "Sandbox", content: Json) -> Json:
    given = values.read_values(content, {"tokens": values.names})
    tokens = sorted(given.get("tokens", ()))
    return {"counts": {token: views.count(sandbox, token) for token in tokens}}


ORDERS: "dict[str, Callable[[Sandbox, Json], Json]]" = {
    "scenario": _set_scenario,
    "reset": _reset,
    "tokens": _set_tokens,
    "rights": _set_rights,
    "quotas": _set_quotas,
    "clock": _advance,
    "callback": _set_callback,
    "books": _count,
}
