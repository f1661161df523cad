"""Tokens that come into the device book, as compared with what is there."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from .device_details import DeviceDetails, tags_of


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Tokens that are new, and the slots of those that were removed once.

    `repeated` counts those that are there; `upto` is how many slots were looked at.
    `details` are of the new ones, by the slots they get: the first one is `upto`.
    `tag_counts` say how many of them have each tag.
    """

    tokens: Sequence[str]
    removed: Sequence[int] = ()
    repeated: int = 0
    upto: int = 0
    details: DeviceDetails = field(default_factory=DeviceDetails)
    tag_counts: Mapping[str, int] = field(default_factory=dict)

    def described(
        self, tokens: Sequence[str], fields: Mapping[str, Sequence[str]]
    ) -> "Arrivals":
        """With what a file says beside its `tokens`, in columns as long as these.

        Known are `label`, `tags`, `note` and `language`; "" says nothing. The tokens
        are those that were compared, in the same order.
        """
        slots = _slots(self.tokens, tokens, self.upto)

        def column(name: str) -> dict[int, str]:
            pairs = zip(slots, fields.get(name, ()), strict=False)
            return {slot: text for slot, text in pairs if text and slot is not None}

        shared = {text: tags_of(text) for text in set(fields.get("tags", ()))}
        tags = {slot: shared[text] for slot, text in column("tags").items()}
        details = DeviceDetails(
            column("label"), tags, column("note"), column("language")
        )
        return replace(self, details=details, tag_counts=_counts(tags.values()))

    def from_slot(self, first: int, late: Collection[str]) -> "Arrivals":
        """As they come when the next slot is `first`.

        Without tokens that have come another way meanwhile.
        """
        if first == self.upto and not late:
            return self
        places = [at for at, token in enumerate(self.tokens) if token not in late]
        slots = {self.upto + old: first + new for new, old in enumerate(places)}
        details = self.details.moved(slots)
        tokens = [self.tokens[place] for place in places]
        counts = _counts(details.tags.values())
        return replace(self, tokens=tokens, details=details, tag_counts=counts)


def _slots(
    new: Sequence[str], tokens: Sequence[str], first: int
) -> Sequence[int | None]:
    """For each of `tokens` the slot it gets, if it is one of those that are new."""
    if len(new) == len(tokens):
        return range(first, first + len(new))
    slots: list[int | None] = []
    waiting = iter(new)
    wanted = next(waiting, None)
    for token in tokens:
        if token == wanted:
            slots.append(first)
            first += 1
            wanted = next(waiting, None)
        else:
            slots.append(None)
    return slots


def _counts(tags: Iterable[Sequence[str]]) -> Counter[str]:
    return Counter(tag for each in tags for tag in each)
