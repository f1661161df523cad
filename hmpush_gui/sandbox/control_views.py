"""What the control addresses show of the sandbox, as JSON."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from hmpush_gui.pushkit.message import Json

from .control_values import ControlError
from .receipts import Receipt
from .scenario import Scenario

if TYPE_CHECKING:
    from .service import Sandbox

Query = Mapping[str, str]

_USUAL_LIMIT = 1000


def query(target: str) -> Query:
    """What stands behind the question mark of an address."""
    return dict(parse_qsl(target.partition("?")[2], keep_blank_values=True))


def state(sandbox: "Sandbox", _query: Query) -> Json:
    """How it is disposed, and how much came."""
    with sandbox.lock:
        world = sandbox.world
        return {
            "scenario": world.scenario,
            "delay": world.delay,
            "odds": world.chance.odds,
            "seed": world.chance.seed,
            "now": world.now(),
            "sends": world.sends,
            "token_requests": sandbox.token_requests,
            "tokens": dict(world.states),
            "profiles": _listed(world.carrier.apps.profiles),
            "widgets": _listed(world.carrier.apps.widgets.cards),
            "results": dict(world.carrier.results),
            "rights": rights(sandbox),
            "quotas": quotas(sandbox),
            "callback": callback(sandbox, {}),
            "books": totals(sandbox),
            "receipts": {str(key): n for key, n in world.receipts.results.items() if n},
        }


def scenarios(_sandbox: "Sandbox", _query: Query) -> Json:
    """Every scenario in words."""
    return {
        "scenarios": [
            {
                "scenario": each,
                "label": str(each.label),
                "description": str(each.description),
            }
            for each in Scenario
        ]
    }


def books(sandbox: "Sandbox", asked: Query) -> Json:
    """The account: of one token if it is asked for, else of all."""
    if "token" in asked:
        return count(sandbox, asked["token"])
    return totals(sandbox)


def count(sandbox: "Sandbox", token: str) -> Json:
    """How often one token came."""
    return sandbox.books.count(token)._asdict()


def totals(sandbox: "Sandbox") -> Json:
    with sandbox.lock:
        kept = sandbox.books
        spread = [each._asdict() | {"tokens": n} for each, n in kept.spread.items()]
        return kept.totals._asdict() | {
            "tokens": kept.tokens,
            "spread": spread,
            "repeats": list(kept.repeats),
        }


def receipts(sandbox: "Sandbox", asked: Query) -> Json:
    """The newest receipts, the newest first; `token`, `requestId`, `result` choose."""

    def wanted(receipt: Receipt) -> bool:
        found = {
            "token": receipt.token,
            "requestId": receipt.sheet.request_id,
            "result": str(receipt.result),
        }
        return all(found[name] == asked[name] for name in found.keys() & asked.keys())

    with sandbox.lock:
        newest = filter(wanted, sandbox.world.receipts.newest_first())
        return {"statuses": [each.to_json() for each in islice(newest, _limit(asked))]}


def phones(sandbox: "Sandbox", asked: Query) -> Json:
    """What lies on the phones, the newest first; `token` chooses one."""
    token = asked.get("token")
    with sandbox.lock:
        found = (
            asdict(each)
            for each in reversed(sandbox.world.phones.all())
            if token in (None, each.token)
        )
        shown: Json = {"deliveries": list(islice(found, _limit(asked)))}
        if token is not None:
            carrier = sandbox.world.carrier
            shown["state"] = sandbox.world.state(token)
            shown["badge"] = carrier.apps.badge(token)
            shown["waiting"] = carrier.shelf.count(token)
        return shown


def rights(sandbox: "Sandbox") -> Json:
    return _listed(asdict(sandbox.rights))


def quotas(sandbox: "Sandbox") -> Json:
    return asdict(sandbox.quotas)


def callback(sandbox: "Sandbox", _query: Query) -> Json:
    """Where receipts go, also those of a receipt id; secrets stay hidden."""
    shown: Json = {"url": ""}
    named: Json = {}
    for receipt_id, each in sorted(sandbox.callbacks.items()):
        found = asdict(each)
        found["secret"] = bool(found["secret"])
        if receipt_id:
            named[receipt_id] = found
        else:
            shown = found
    posts = [asdict(post) for post in tuple(sandbox.posts)]
    return shown | {"ids": named, "posts": posts}


VIEWS: "dict[str, Callable[[Sandbox, Query], Json]]" = {
    "state": state,
    "scenarios": scenarios,
    "books": books,
    "receipts": receipts,
    "phones": phones,
    "callback": callback,
}


def _limit(asked: Query) -> int:
    text = asked.get("limit", str(_USUAL_LIMIT))
    if text.isascii() and text.isdecimal() and len(text) < 10:
        return int(text)
    raise ControlError("limit: a whole number is wanted")


def _listed(values: Mapping[str, Any]) -> Json:
    """Sets as sorted lists."""
    return {
        name: sorted(value) if isinstance(value, frozenset) else value
        for name, value in values.items()
    }
