"""The devices of one project in columns, made for a million of them."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import compress, islice
from typing import TypeVar

from .arrivals import Arrivals
from .death import ReceiptDeath
from .device import Device
from .device_details import DeviceDetails, Tags
from .document import compact
from .last_outcomes import LastOutcomes
from .outcome import Outcome
from .picked import Picked
from .settling import settle, take_receipts
from .token_index import TokenIndex

Value = TypeVar("Value", str, Tags)

_STEP = 8192


class Roll:
    """The devices of `project`, in the order they came.

    Each is found by its slot, which it keeps. A removed one leaves its slot empty, and
    comes back into it. `numbers` rise with the slots; they name devices on disk, and on
    the screen those that were given no name, by the words of `unnamed`.

    Belongs to one thread, but `compare` and looking at single slots may be done in any.
    """

    def __init__(self, project: str = "", unnamed: str = "Device {number}") -> None:
        self.project = project
        self.unnamed = unnamed
        self.tokens: list[str] = []
        self.ticks = bytearray()
        self.numbers = array("I")
        self.details = DeviceDetails()
        self.lasts = LastOutcomes()
        self.dead: dict[int, str] = {}
        self.tag_counts: Counter[str] = Counter()
        self.chosen_count = 0
        self._gone = bytearray()
        self._gone_count = 0
        self._index = TokenIndex(self.tokens)
        self._chosen: Picked | None = None
        self._longest: str | None = None

    def __len__(self) -> int:
        return len(self.numbers) - self._gone_count

    # Looking.

    def slots(self) -> Sequence[int]:
        """Where devices are."""
        everything = range(len(self.numbers))
        if not self._gone_count:
            return everything
        return array("i", compress(everything, self._gone.translate(_FLIP)))

    def has(self, slot: int) -> bool:
        """Whether the device in this slot was not removed."""
        return not self._gone[slot]

    def has_all(self, block: range) -> bool:
        """Whether no device of the block was removed."""
        return self._gone.find(1, block.start, block.stop) < 0

    def slot_of(self, token: str) -> int | None:
        slot = self._index.find(token)
        return None if slot is None or self._gone[slot] else slot

    def numbered(self, number: int) -> int | None:
        """The slot of the device with this number."""
        slot = bisect_left(self.numbers, number)
        found = slot < len(self.numbers) and self.numbers[slot] == number
        return slot if found and self.has(slot) else None

    def label(self, slot: int, details: DeviceDetails | None = None) -> str:
        label = (details or self.details).labels.get(slot)
        if label is None:
            return self.unnamed.format(number=self.numbers[slot])
        return label

    def device(self, slot: int, details: DeviceDetails | None = None) -> Device:
        """The device in this slot; with `details` as it was then, and chosen."""
        own = details or self.details
        return Device(
            self.tokens[slot],
            self.label(slot, own),
            self.project,
            details is not None or bool(self.ticks[slot]),
            own.tags.get(slot, ()),
            own.notes.get(slot, ""),
            own.languages.get(slot, ""),
            self.lasts[slot],
            self.dead.get(slot, ""),
        )

    def devices(self) -> Picked:
        """All, as they are when they are looked at."""
        return Picked(self, self.slots())

    def chosen(self) -> Picked:
        """Those that the next send goes to, as they are now."""
        if self._chosen is None:
            slots: Sequence[int] = range(len(self.ticks))
            if self.chosen_count != len(slots):
                slots = array("i", compress(slots, self.ticks))
            self._chosen = Picked(self, slots, self.details)
        return self._chosen

    def first_chosen(self) -> int | None:
        """The slot of the first that the next send goes to."""
        slot = self.ticks.find(1)
        return None if slot < 0 else slot

    def longest_label(self) -> str:
        """Of those chosen, the name that takes the most bytes in a message."""
        if self._longest is None:
            labels = self.details.labels
            names = [label for slot, label in labels.items() if self.ticks[slot]]
            # Their numbers rise, so the last of those without a name has the longest.
            rest = (
                slot for slot in reversed(self.chosen().slots) if slot not in labels
            )
            names += map(self.label, islice(rest, 1))
            self._longest = max(names, key=lambda each: len(compact(each)), default="")
        return self._longest

    # Adding and removing.

    def compare(
        self, tokens: Iterable[str], *, few: bool = False, each_once: bool = False
    ) -> Arrivals:
        """Tell tokens that are new from those that are here; for `add`.

        `few` is quicker for a few tokens, but only for the thread that owns the roll.
        `each_once` is quicker for tokens that are known not to repeat each other.
        """
        upto, given = len(self.numbers), list(tokens)
        unique: Collection[str] = given if each_once else _gathered(given)
        if few:
            known: Mapping[str, int | None] = {
                token: slot
                for token in unique
                if (slot := self._index.find(token)) is not None
            }
        else:
            known = _gathered(self.tokens[:upto])
        new = list(unique)
        if known:
            new = [token for token in new if token not in known]
        removed = self._removed_of(unique, upto) if len(new) < len(unique) else ()
        repeated = len(given) - len(new) - len(removed)
        return Arrivals(new, removed, repeated, upto)

    def add(self, arrivals: Arrivals, chosen: bool = True) -> range:
        """Add tokens that `compare` found new, and bring back those removed.

        Gives the slots of the new ones.
        """
        late = set(self.tokens[arrivals.upto :])
        arrivals = arrivals.from_slot(len(self.numbers), late)
        tokens = arrivals.tokens
        self.put_back(arrivals.removed, bytes([chosen]) * len(arrivals.removed))
        first, count = len(self.numbers), len(tokens)
        start = self.numbers[-1] + 1 if first else 1
        self._forget_chosen()
        self.tokens.extend(tokens)
        self.ticks.extend(bytes([chosen]) * count)
        self._gone.extend(bytes(count))
        self.chosen_count += count * chosen
        if arrivals.details:
            self.details = self.details.with_others(arrivals.details)
            self.tag_counts.update(arrivals.tag_counts)
        # Last: what another thread writes to disk goes by the numbers.
        self.numbers.extend(range(start, start + count))
        return range(first, first + count)

    def restore(self, first: int, tokens: Sequence[str | None], ticks: bytes) -> None:
        """Add devices whose numbers go on from `first`; None for one that is no more.

        They are known to be new, and the numbers higher than any here.
        """
        if None in tokens:
            there = [each is not None for each in tokens]
            ticks = bytes(compress(ticks, there))
            self.numbers.extend(compress(range(first, first + len(there)), there))
        else:
            self.numbers.extend(range(first, first + len(tokens)))
        self.tokens.extend(each for each in tokens if each is not None)
        self.ticks.extend(ticks)
        self._gone.extend(bytes(len(ticks)))
        self.chosen_count += ticks.count(1)

    def catch_up(self, most: int | None = None) -> bool:
        """Prepare `slot_of` for tokens that came since; whether all are prepared."""
        return self._index.catch_up(most)

    def remove(self, slots: Sequence[int]) -> bytes:
        """Take devices out; gives their ticks, for `put_back`."""
        slots = [slot for slot in slots if not self._gone[slot]]
        ticks = bytes(map(self.ticks.__getitem__, slots))
        for slot in slots:
            self._gone[slot] = 1
            self.ticks[slot] = 0
        self._gone_count += len(slots)
        self.chosen_count -= ticks.count(1)
        self.lasts.forget(slots)
        self.tag_counts -= self.details.tag_counts(slots)
        self._forget_chosen()
        return ticks

    def put_back(self, slots: Sequence[int], ticks: bytes) -> None:
        """Undo `remove`; of those that are back already nothing is changed."""
        back = []
        for slot, tick in zip(slots, ticks, strict=True):
            if self._gone[slot]:
                self._gone[slot] = 0
                self.ticks[slot] = tick
                self.chosen_count += tick
                back.append(slot)
        self._gone_count -= len(back)
        self.lasts.recall(back)
        self.tag_counts += self.details.tag_counts(back)
        self._forget_chosen()

    # Changing.

    def tick(self, slots: Sequence[int], chosen: bool) -> None:
        """Choose the devices in `slots`, or no longer."""
        if slots == range(len(self.ticks)):
            self.ticks[:] = bytes([chosen]) * len(self.ticks)
        else:
            for slot in slots:
                self.ticks[slot] = chosen
        self.retick(self.ticks)

    def retick(self, ticks: bytes | bytearray) -> None:
        """Choose exactly those whose byte is 1, as a copy of `ticks` once said."""
        self.ticks[: len(ticks)] = ticks
        if self._gone_count:
            gone = int.from_bytes(self._gone, "big")
            kept = int.from_bytes(self.ticks, "big") & ~gone
            self.ticks[:] = kept.to_bytes(len(self.ticks), "big")
        self.chosen_count = self.ticks.count(1)
        self._forget_chosen()

    def write(
        self,
        slot: int,
        *,
        label: str | None = None,
        tags: Tags | None = None,
        note: str | None = None,
        language: str | None = None,
    ) -> None:
        """Write what is not None about a device; an empty name is none of its own."""
        if self._chosen is not None:
            # Sends keep the details that they were opened with.
            self.details = self.details.copy()
        self._forget_chosen()
        own = self.details
        if tags is not None and not self._gone[slot]:
            self.tag_counts -= own.tag_counts([slot])
            self.tag_counts.update(tags)
        _write(own.labels, slot, label)
        _write(own.tags, slot, tags)
        _write(own.notes, slot, note)
        _write(own.languages, slot, language)

    def settle(
        self, outcomes: Sequence[Outcome], dead: Mapping[str, str], at: float
    ) -> list[int]:
        """Take what a request did to devices, and who of them is `dead` and why.

        Devices that are not here are passed over, and so are those of which something
        later is known. Gives the slots of the others.
        """
        return settle(self, outcomes, dead, at)

    def take_receipts(self, fates: Mapping[str, ReceiptDeath]) -> list[int]:
        """Mark what receipts call dead, or alive again; gives the slots that changed.

        Devices that are not here are passed over.
        """
        return take_receipts(self, fates)

    def _forget_chosen(self) -> None:
        self._chosen = self._longest = None

    def _removed_of(self, tokens: Collection[str], upto: int) -> list[int]:
        if not self._gone_count:
            return []
        gone, wanted = compress(range(upto), self._gone), set(tokens)
        return [slot for slot in gone if self.tokens[slot] in wanted]


def _gathered(tokens: Sequence[str]) -> dict[str, None]:
    """Each token once, in steps between which another thread has its turn."""
    found: dict[str, None] = {}
    for start in range(0, len(tokens), _STEP):
        found.update(dict.fromkeys(tokens[start : start + _STEP]))
    return found


_FLIP = bytes([1, 0]) + bytes(254)


def _write(column: dict[int, Value], slot: int, value: Value | None) -> None:
    if value:
        column[slot] = value
    elif value is not None:
        column.pop(slot, None)
