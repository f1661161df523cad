"""Whole devices made into rolls: one for each project."""

from collections.abc import Iterable

from .arrivals import Arrivals
from .device import Device
from .roll import Roll


def rolls_of(devices: Iterable[Device]) -> dict[str, Roll]:
    """The same devices as a roll for each project; of twins the first stays."""
    rolls: dict[str, Roll] = {}
    for device in devices:
        roll = rolls.setdefault(device.project, Roll(device.project))
        if roll.slot_of(device.token) is None:
            put(roll, device)
    return rolls


def put(roll: Roll, device: Device) -> None:
    """Add a whole device that is new."""
    (slot,) = roll.add(Arrivals([device.token], upto=len(roll.numbers)), device.chosen)
    roll.write(
        slot,
        label=device.label,
        tags=device.tags,
        note=device.note,
        language=device.language,
    )
    if device.last:
        roll.lasts[slot] = device.last
    if device.dead:
        roll.dead[slot] = device.dead
