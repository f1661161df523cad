"""What the user wrote about devices: only of those of which something is written."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Tags = tuple[str, ...]


@dataclass(slots=True)
class DeviceDetails:
    """Names, tags, notes and languages by slot."""

    labels: dict[int, str] = field(default_factory=dict)
    tags: dict[int, Tags] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    languages: dict[int, str] = field(default_factory=dict)

    def copy(self) -> "DeviceDetails":
        return DeviceDetails(
            dict(self.labels), dict(self.tags), dict(self.notes), dict(self.languages)
        )

    def moved(self, slots: Mapping[int, int]) -> "DeviceDetails":
        """The details of those that `slots` leads to another slot."""
        return DeviceDetails(
            {slots[old]: text for old, text in self.labels.items() if old in slots},
            {slots[old]: tags for old, tags in self.tags.items() if old in slots},
            {slots[old]: text for old, text in self.notes.items() if old in slots},
            {slots[old]: text for old, text in self.languages.items() if old in slots},
        )

    def with_others(self, others: "DeviceDetails", first: int) -> "DeviceDetails":
        """These, and those of `others`, whose slots begin with `first` here."""
        return DeviceDetails(
            self.labels | {first + at: text for at, text in others.labels.items()},
            self.tags | {first + at: tags for at, tags in others.tags.items()},
            self.notes | {first + at: text for at, text in others.notes.items()},
            self.languages
            | {first + at: text for at, text in others.languages.items()},
        )

    def slots(self) -> set[int]:
        """Those of which anything is written."""
        return {*self.labels, *self.tags, *self.notes, *self.languages}

    def tag_counts(self, slots: Iterable[int]) -> Counter[str]:
        """How many of the devices in `slots` have each tag."""
        tags = self.tags
        if not tags:
            return Counter()
        return Counter(tag for slot in slots for tag in tags.get(slot, ()))


def tags_of(text: str) -> Tags:
    """The tags in a text, parted by commas or semicolons, each once."""
    for other in ";，；、\n":
        text = text.replace(other, ",")
    words = (" ".join(word.split()) for word in text.split(","))
    return tuple(dict.fromkeys(filter(None, words)))
