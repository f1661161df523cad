"""Placeholders on the command line: what stands for them."""

import argparse
from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.message import Message, PushType
from hmpush_gui.pushkit.placeholders import (
    COUNTER,
    LABEL,
    TIME,
    UUID,
    is_name,
    is_personal,
    longest,
    resolve,
    used,
)

from .outcome import BadInput

_LONGEST_LABEL = "#9999999"


def own(options: argparse.Namespace) -> dict[str, str]:
    """The placeholders given as `--set NAME=VALUE`. Raises BadInput."""
    found: dict[str, str] = {}
    for each in options.set:
        name, sign, value = each.partition("=")
        if not sign or not is_name(name):
            raise BadInput(
                f"--set {each}: write NAME=VALUE, where the name begins with a letter "
                "and is none of counter, time, uuid, device.label."
            )
        found[name] = value
    return found


def measured(message: Message, options: argparse.Namespace) -> Message:
    """`message` with what takes the most bytes in place of each placeholder."""
    return longest(message, own(options), [_LONGEST_LABEL])


def filled(message: Message, options: argparse.Namespace) -> Message:
    """`message` for a send that begins now; what names a device stays in it."""
    values = {**own(options), COUNTER: "1", TIME: f"{datetime.now():%H:%M:%S}"}
    if not is_personal(message):
        values[UUID] = str(uuid4())
    return resolve(message, values)


def refuse_unfilled(message: Message) -> None:
    """Raise BadInput where people would read a placeholder as it is.

    A live view has names of its own, such as {{status}} (facts B.9).
    """
    left = sorted(used(message) - {LABEL, UUID})
    if left and message.push_type != PushType.LIVE_VIEW:
        raise BadInput(
            f"Nothing stands for {{{{{left[0]}}}}}: people would read it as it is. "
            f"Give it as --set {left[0]}=VALUE, or add --unchecked if you mean it."
        )


def numbered(tokens: Sequence[str]) -> list[Device]:
    """Devices for `tokens`, which have no names here: #1, #2 and so on."""
    return [Device(token, f"#{number}", "") for number, token in enumerate(tokens, 1)]
