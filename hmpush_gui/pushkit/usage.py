"""What one project has used of its quotas today, as far as this computer knows."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from .answers import PARTIAL, SUCCESS
from .arrival import arrival_of
from .document import read
from .message import Api, Message, PushType
from .outcome import Verdict, by_fate
from .protocol import Exchange
from .sending import target_of

TESTS = 1000
"""Successful requests of v3 test messages, a project and day (facts C.4)."""

LEGACY_TESTS = 500
"""Messages of v1 and v2 to test users, an app and day (facts C.4)."""

MARKETING_A_DEVICE = 2
"""A device and natural day; 5 for news apps with a licence (facts C.1)."""

_DAY = 86400
_BEIJING = 8 * 3600


def day_of(now: float) -> int:
    """The natural day of Beijing that `now` (Unix seconds) falls on.

    Push Kit for HarmonyOS serves mainland China only (facts E).
    """
    return int((now + _BEIJING) // _DAY)


def day_begins(now: float) -> float:
    """The Unix seconds at which the day of `now` began in Beijing."""
    return float(day_of(now) * _DAY - _BEIJING)


class Count(NamedTuple):
    """`had` of `most` today. Of marketing, `had` is that of the device that had most,
    and `full` of the devices had all; of test messages it is None."""

    had: int
    most: int
    full: int | None = None


@dataclass(slots=True)
class _Day:
    tests: int = 0
    legacy_tests: int = 0
    marketing: Counter[str] = field(default_factory=Counter)


class Usage:
    """Counts the sends of one project and natural day; begins anew with the next day.

    Push Kit counts requests, shown or not (facts C.5), and those of other computers
    too, of which nothing is known here.
    """

    def __init__(self) -> None:
        self._days: dict[int, _Day] = {}

    def note(self, message: Message, exchange: Exchange, now: float) -> None:
        """Count a request that was answered at `now`, in Unix seconds."""
        if exchange.code in (SUCCESS, PARTIAL):
            fates = by_fate(exchange.outcomes).items()
            accepted = (tokens for kind, tokens in fates if kind[0] is Verdict.ACCEPTED)
            self.add(message, 1, chain.from_iterable(accepted), now)

    def add(
        self, message: Message, requests: int, tokens: Iterable[str], now: float
    ) -> None:
        """Count successful `requests` of `message` and the tokens they reached."""
        day = self._day(now)
        if is_counted_test(message):
            if message.api is Api.V3:
                day.tests += requests
            else:
                day.legacy_tests += len(list(tokens))
        elif is_marketing(message):
            day.marketing.update(tokens)

    def count(
        self, message: Message, tokens: Iterable[str], now: float
    ) -> Count | None:
        """What `message` to `tokens` counts against; None if nothing that is known."""
        day = self._day(now)
        if is_counted_test(message):
            if message.api is Api.V3:
                return Count(day.tests, TESTS)
            return Count(day.legacy_tests, LEGACY_TESTS)
        if is_marketing(message):
            return self._count_marketing(day.marketing, tokens)
        return None

    def _count_marketing(self, marketing: Counter[str], tokens: Iterable[str]) -> Count:
        # Not worth going through a million tokens on most days.
        looked_at = tokens if marketing else ()
        counts = [had for token in looked_at if (had := marketing.get(token))]
        full = sum(had >= MARKETING_A_DEVICE for had in counts)
        return Count(max(counts, default=0), MARKETING_A_DEVICE, full)

    def _day(self, now: float) -> "_Day":
        number = day_of(now)
        if number not in self._days:
            # The one before stays: a clock that was set forward is set back again.
            for old in list(self._days)[:-1]:
                del self._days[old]
            self._days[number] = _Day()
        return self._days[number]


def is_counted_test(message: Message) -> bool:
    """Whether it counts against the quota of test messages (facts C.4).

    A dry run of v1 and v2 (`validate_only`) delivers nothing and counts nowhere.
    """
    if message.api is Api.V3:
        return message.is_test
    user = read(message.document, ("message", "android", "target_user_type"))
    return user == 1 and not message.is_test


def is_marketing(message: Message) -> bool:
    """Whether it counts as MARKETING, taken as if its category were granted.

    Not where Huawei's own classification decides (facts C.3), nor to a topic, whose
    devices nobody here knows.
    """
    if message.is_test or is_counted_test(message) or target_of(message):
        return False
    if message.api is Api.V3 and message.push_type != PushType.ALERT:
        return False
    if not message.title:
        return False
    arrival = arrival_of(message)
    return arrival.known and not arrival.important
