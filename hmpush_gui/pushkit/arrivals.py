"""Tokens that come into the device book, as compared with what is there."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from .device_details import DeviceDetails, tags_of


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Tokens that are new, and the slots of those that were removed once.

    `repeated` counts those that are there; `upto` is how many slots were looked at.
    `details` are of the new ones, by their place among `tokens`.
    """

    tokens: Sequence[str]
    removed: Sequence[int] = ()
    repeated: int = 0
    upto: int = 0
    details: DeviceDetails = field(default_factory=DeviceDetails)

    def described(
        self, tokens: Sequence[str], fields: Mapping[str, Sequence[str]]
    ) -> "Arrivals":
        """With what a file says beside its `tokens`, in columns as long as these.

        Known are `label`, `tags`, `note` and `language`; "" says nothing.
        """
        place_of = {token: place for place, token in enumerate(self.tokens)}
        places = list(map(place_of.get, tokens))

        def column(name: str) -> dict[int, str]:
            pairs = zip(places, fields.get(name, ()), strict=False)
            return {place: text for place, text in pairs if text and place is not None}

        shared = {text: tags_of(text) for text in fields.get("tags", ())}
        tags = {place: shared[text] for place, text in column("tags").items()}
        details = DeviceDetails(
            column("label"), tags, column("note"), column("language")
        )
        return replace(self, details=details)

    def without(self, late: Collection[str]) -> "Arrivals":
        """Without tokens that have come another way meanwhile."""
        if not late:
            return self
        places = [at for at, token in enumerate(self.tokens) if token not in late]
        details = self.details.moved({old: new for new, old in enumerate(places)})
        tokens = [self.tokens[place] for place in places]
        return replace(self, tokens=tokens, details=details)
