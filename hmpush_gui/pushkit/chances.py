"""How likely a cause is."""

from enum import IntEnum


class Chance(IntEnum):
    """Judged from what was sent; what is on the phone nobody sees from here."""

    LIKELY = 0
    POSSIBLE = 1
    EXCLUDED = 2
