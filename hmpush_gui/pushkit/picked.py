"""Some devices of a roll as a sequence that makes each when it is looked at."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, overload

from .device import Device
from .device_details import DeviceDetails

if TYPE_CHECKING:
    from .roll import Roll


class Picked(Sequence[Device]):
    """The devices of `roll` in `slots`, in that order.

    With `details` they keep the names, tags, notes and languages of that moment, and
    are chosen; without, they are as the roll is now. Last outcomes are always today's.
    """

    __slots__ = ("_details", "_roll", "slots")

    def __init__(
        self,
        roll: "Roll",
        slots: Sequence[int],
        details: DeviceDetails | None = None,
    ) -> None:
        self.slots = slots
        self._roll = roll
        self._details = details

    @overload
    def __getitem__(self, index: int) -> Device: ...
    @overload
    def __getitem__(self, index: slice) -> "Picked": ...
    def __getitem__(self, index: "int | slice") -> "Device | Picked":
        if isinstance(index, slice):
            return Picked(self._roll, self.slots[index], self._details)
        return self._roll.device(self.slots[index], self._details)

    def __iter__(self) -> Iterator[Device]:
        return (self._roll.device(slot, self._details) for slot in self.slots)

    def __len__(self) -> int:
        return len(self.slots)

    def __eq__(self, other: object) -> bool:
        """Like a list or tuple of the same devices."""
        if not isinstance(other, Picked | tuple | list):
            return NotImplemented
        return len(self) == len(other) and all(
            mine == theirs for mine, theirs in zip(self, other, strict=True)
        )

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{len(self)} devices of {self._roll.project!r}>"

    def token(self, index: int) -> str:
        """The push token of one, without making a device."""
        return self._roll.tokens[self.slots[index]]

    def label(self, index: int) -> str:
        """The label of one, without making a device."""
        return self._roll.label(self.slots[index], self._details)

    def tokens(self) -> Iterator[str]:
        """Their push tokens, without making a device for each."""
        return map(self._roll.tokens.__getitem__, self.slots)


def tokens_in(devices: Iterable[Device]) -> Iterator[str]:
    """The push tokens of devices, without making those that are made when looked at."""
    if isinstance(devices, Picked):
        return devices.tokens()
    return (device.token for device in devices)
