"""What the simulated phones received."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from hmpush_gui.pushkit.message import Api


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message on one phone.

    `at` is Unix seconds. `push_type` is empty for v1 and v2. `shows` says whether there
    is a notification, `alerting` whether it rings. `data` is the custom data as text,
    `lines` the lines of a multi-line notification. `notify_id` is None where the system
    chooses. `test` marks a test message.
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


class Phones:
    """Every phone's messages in order of arrival; the newest `keep` are kept."""

    def __init__(self, keep: int) -> None:
        self._keep = keep
        self._arrived = 0
        # A plain dict is slow to find its oldest entry.
        self._deliveries = OrderedDict[tuple[str, int] | int, Delivery]()

    def receive(self, deliveries: Iterable[Delivery]) -> None:
        """Put messages on their phones.

        One with a notify id takes the place of the earlier one with the same id on the
        same phone (facts A.6, B.5).
        """
        for delivery in deliveries:
            key = self._key(delivery)
            self._deliveries[key] = delivery
            self._deliveries.move_to_end(key)
        while len(self._deliveries) > self._keep:
            self._deliveries.popitem(last=False)

    def all(self) -> list[Delivery]:
        """What lies on the phones now, the newest last."""
        return list(self._deliveries.values())

    def _key(self, delivery: Delivery) -> tuple[str, int] | int:
        if delivery.notify_id is not None:
            return (delivery.token, delivery.notify_id)
        self._arrived += 1
        return self._arrived
