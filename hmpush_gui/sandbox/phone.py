"""What the simulated phones received."""

from collections import OrderedDict
from collections.abc import Container, Iterable
from dataclasses import dataclass

from hmpush_gui.pushkit.message import Api


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message on one phone.

    `at` is Unix seconds. `push_type` is empty for v1 and v2. `shows` says whether there
    is a notification, `alerting` whether it rings. `data` is the custom data as text,
    `lines` the lines of a multi-line notification. `notify_id` is None where the system
    chooses. `test` marks a test message. `slot` names what a later message of the same
    token and slot takes the place of: a notify id, a live view, a widget. `badge` is
    the number on the app's icon as text, empty where the message leaves it alone.
    """

    token: str
    at: float
    request_id: str
    api: Api
    push_type: str
    title: str
    body: str
    category: str
    alerting: bool
    shows: bool
    data: str
    test: bool
    notify_id: int | None
    image: str
    lines: tuple[str, ...]
    slot: str = ""
    badge: str = ""


class Phones:
    """Every phone's messages in order of arrival; the newest `keep` are kept."""

    def __init__(self, keep: int) -> None:
        self._keep = keep
        self._arrived = 0
        # A plain dict is slow to find its oldest entry.
        self._deliveries = OrderedDict[tuple[str, str] | int, Delivery]()

    def receive(self, deliveries: Iterable[Delivery]) -> None:
        """Put messages on their phones.

        One with a slot takes the place of the earlier one in the same slot of the same
        phone (facts A.6, B.5).
        """
        for delivery in deliveries:
            key = self._key(delivery)
            self._deliveries[key] = delivery
            self._deliveries.move_to_end(key)
        while len(self._deliveries) > self._keep:
            self._deliveries.popitem(last=False)

    def take_back(self, tokens: Iterable[str], slot: str) -> list[Delivery]:
        """Let what lies in `slot` disappear from these phones (facts I.2)."""
        keys = [(token, slot) for token in tokens]
        return [
            self._deliveries.pop(key)
            for key in dict.fromkeys(keys)
            if key in self._deliveries
        ]

    def clear(self, tokens: Container[str]) -> list[Delivery]:
        """Let everything disappear from these phones, as with its app."""
        held = [key for key, each in self._deliveries.items() if each.token in tokens]
        return [self._deliveries.pop(key) for key in held]

    def all(self) -> list[Delivery]:
        """What lies on the phones now, the newest last."""
        return list(self._deliveries.values())

    def _key(self, delivery: Delivery) -> tuple[str, str] | int:
        if delivery.slot:
            return (delivery.token, delivery.slot)
        self._arrived += 1
        return self._arrived


def notify_slot(push_type: str, notify_id: int | None) -> str:
    """The slot of a notification; empty where the system chooses."""
    return "" if notify_id is None else f"notify {push_type or 'legacy'} {notify_id}"
