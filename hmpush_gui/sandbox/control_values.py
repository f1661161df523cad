"""Reads what is asked of the control addresses, and says what is wrong with it."""

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.project_rules import is_address

from .callback import Callback
from .chance import Chance
from .quotas import Quotas
from .rights import Rights
from .scenario import Scenario
from .tokens import TokenState

Value = TypeVar("Value")
Reader = Callable[[Any], Any]


class ControlError(Exception):
    """The request makes no sense; the argument says why."""


def names(value: Any) -> frozenset[str]:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return frozenset(value)
    raise ControlError("a list of texts is wanted")


def forms(value: Any) -> frozenset[int]:
    if isinstance(value, list) and all(
        type(each) is int and 0 <= each < 2**63 for each in value
    ):
        return frozenset(value)
    raise ControlError("a list of form ids is wanted")


def text(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise ControlError("a text is wanted")


def address(value: Any) -> str:
    if isinstance(value, str) and (not value or is_address(value)):
        return value
    raise ControlError("an address such as http://127.0.0.1:9000/receipts is wanted")


def flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise ControlError("true or false is wanted")


def count(value: Any) -> int:
    if type(value) is int and 0 <= value < 2**53:
        return value
    raise ControlError("a whole number is wanted")


def seconds(value: Any) -> float:
    if type(value) in (int, float) and 0 <= value < math.inf and value <= 10**9:
        return float(value)
    raise ControlError("a number of seconds is wanted")


def scenario(value: Any) -> Scenario:
    if isinstance(value, str) and value in tuple(Scenario):
        return Scenario(value)
    raise ControlError(f"one of {', '.join(Scenario)} is wanted")


def state(value: Any) -> TokenState:
    if isinstance(value, str) and value in tuple(TokenState):
        return TokenState(value)
    raise ControlError(f"one of {', '.join(TokenState)} is wanted")


def _or_none(reader: Reader) -> Reader:
    return lambda value: None if value is None else reader(value)


RIGHTS: dict[str, Reader] = {
    "categories": _or_none(names),
    "push_types": _or_none(names),
    "live_views": _or_none(names),
    "urgent": flag,
    "news": flag,
    "penalty": flag,
    "verified_images": flag,
}
QUOTAS: dict[str, Reader] = dict.fromkeys(Quotas.__slots__, _or_none(count))
CALLBACK: dict[str, Reader] = {
    "id": text,
    "url": address,
    "user_name": text,
    "secret": text,
    "decoded": flag,
}
SCENARIO: dict[str, Reader] = {
    "scenario": scenario,
    "delay": seconds,
    "odds": lambda value: value,
    "seed": count,
}
TOKENS: dict[str, Reader] = {
    "token": text,
    "tokens": names,
    "state": state,
    "profiles": _or_none(names),
    "widgets": _or_none(forms),
    "result": _or_none(count),
    "live_views": lambda value: value,
}


def read_values(content: Json, readers: Mapping[str, Reader]) -> dict[str, Any]:
    """The values of `content`, read. Raises ControlError with the name of a bad one."""
    values = {}
    for name, value in content.items():
        if name not in readers:
            raise ControlError(f"{name}: one of {', '.join(readers)} is wanted")
        try:
            values[name] = readers[name](value)
        except ControlError as error:
            raise ControlError(f"{name}: {error}") from None
    return values


def read_rights(content: Json, now: Rights) -> Rights:
    return replace(now, **read_values(content, RIGHTS))


def read_quotas(content: Json, now: Quotas) -> Quotas:
    return replace(now, **read_values(content, QUOTAS))


def read_callback(content: Json) -> tuple[str, Callback | None]:
    """A receipt id, empty for messages that name none, and what it stands for.

    None, for an empty address, ends the posting.
    """
    values = read_values(content, CALLBACK)
    receipt_id = values.pop("id", "")
    if not values.get("url"):
        return receipt_id, None
    try:
        return receipt_id, Callback(**values)
    except ValueError as error:
        raise ControlError(str(error)) from None


def read_chance(odds: Any, seed: int, usual: Mapping[Scenario, float]) -> Chance:
    """`odds` is scenario → share; None takes the usual ones."""
    if odds is None:
        return Chance(usual, seed)
    if not isinstance(odds, dict):
        raise ControlError("odds: an object of shares is wanted")
    read = {scenario(name): _share(share) for name, share in odds.items()}
    try:
        return Chance(read, seed)
    except ValueError as error:
        raise ControlError(f"odds: {error}") from None


def _share(value: Any) -> float:
    if type(value) in (int, float) and 0 <= value <= 1:
        return float(value)
    raise ControlError("odds: shares from 0 to 1 are wanted")
