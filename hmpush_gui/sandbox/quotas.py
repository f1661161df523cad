"""How often an app may send, and the counting of it."""

from dataclasses import dataclass

DAY = 86400
_BEIJING = 8 * 3600


@dataclass(frozen=True, slots=True)
class Quotas:
    """The numbers of facts A.10, B.11, C.1, C.4 and C.5; None sets no limit.

    `test_requests`: successful requests of v3 test messages, a project and day.
    `legacy_tests`: messages of v1 and v2 to test users, an app and day.
    `marketing` and `news_marketing`: a device and natural day. `device`: messages of
    the other class, a device and day (older pages: 3000). `tests_per_second`: above it
    80300029 is answered. `images_per_minute`: checks of pictures, an app. `widget`:
    refreshes of a card, a device and day; pages until April 2026 give 2 for a published
    app and 5 for another, as this one is, newer ones go by the kind of app (K 5).
    `topic_tasks`: sends to topics at the same time, above it 80100017 is answered.
    """

    test_requests: int | None = 1000
    legacy_tests: int | None = 500
    marketing: int | None = 2
    news_marketing: int | None = 5
    device: int | None = None
    tests_per_second: int | None = None
    images_per_minute: int | None = 60
    widget: int | None = 5
    topic_tasks: int | None = 100


class Spell:
    """Counts within a spell of time, and begins anew with the next one.

    `seconds` is its length. Days are natural ones of Beijing: Push Kit for HarmonyOS
    serves mainland China only (facts E).
    """

    def __init__(self, seconds: int) -> None:
        self._seconds = seconds
        self._number = 0
        self._counts: dict[int, int] = {}

    def take(self, key: int, now: float, most: int | None, count: int = 1) -> bool:
        """Count `count` for `key`; False once there were more than `most`.

        About 75 bytes are kept for each key until the spell is over.
        """
        if most is None:
            return True
        number = int((now + _BEIJING) // self._seconds)
        if number != self._number:
            self._number = number
            self._counts = {}
        used = self._counts.get(key, 0) + count
        self._counts[key] = used
        return used <= most
