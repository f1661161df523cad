"""What the user wrote about devices: only of those of which something is written."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

Tags = tuple[str, ...]
Value = TypeVar("Value", str, Tags)


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

    def with_others(self, others: "DeviceDetails") -> "DeviceDetails":
        """These, and those of other slots."""
        return DeviceDetails(
            _joined(self.labels, others.labels),
            _joined(self.tags, others.tags),
            _joined(self.notes, others.notes),
            _joined(self.languages, others.languages),
        )

    def __bool__(self) -> bool:
        """Whether anything is written of any."""
        return bool(self.labels or self.tags or self.notes or self.languages)

    def slots(self) -> set[int]:
        """Those of which anything is written."""
        return {*self.labels, *self.tags, *self.notes, *self.languages}

    def tag_counts(self, slots: Iterable[int]) -> Counter[str]:
        """How many of the devices in `slots` have each tag."""
        tags = self.tags
        if not tags:
            return Counter()
        return Counter(tag for slot in slots for tag in tags.get(slot, ()))


def _joined(some: dict[int, Value], others: dict[int, Value]) -> dict[int, Value]:
    """A new dict: sends keep the one that was there when they began."""
    return {**some, **others} if some else others


def tags_of(text: str) -> Tags:
    """The tags in a text, parted by commas or semicolons, each once."""
    for other in ";，；、\n":
        text = text.replace(other, ",")
    words = (" ".join(word.split()) for word in text.split(","))
    return tuple(dict.fromkeys(filter(None, words)))
