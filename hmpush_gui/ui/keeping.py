"""How long past sends are kept, and how much room they may take."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

DAYS = 90
"""Offered to who wants an end; at first sends are kept for ever."""

MEGABYTES = 2000
MOST_DAYS = 3650
MOST_MEGABYTES = 1_000_000


class Keeping(QObject):
    """The choice of the user; sends with a star are kept whatever it is.

    Signals:
        changed: another choice.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._days: int | None = None
        self._megabytes: int | None = MEGABYTES

    @property
    def days(self) -> int | None:
        """None is for ever."""
        return self._days

    @property
    def megabytes(self) -> int | None:
        """None is without limit."""
        return self._megabytes

    def set(self, days: int | None, megabytes: int | None) -> None:
        if (days, megabytes) != (self._days, self._megabytes):
            self._days, self._megabytes = days, megabytes
            self.changed.emit()

    def settings(self) -> Mapping[str, str]:
        return {
            "keeping.days": _text(self._days),
            "keeping.megabytes": _text(self._megabytes),
        }

    def apply_settings(self, settings: Mapping[str, str]) -> None:
        """Take what was kept; what makes no sense is passed over."""
        days = _number(settings.get("keeping.days"), MOST_DAYS, self._days)
        most = settings.get("keeping.megabytes")
        self.set(days, _number(most, MOST_MEGABYTES, self._megabytes))


def _text(number: int | None) -> str:
    return "" if number is None else str(number)


def _number(kept: str | None, most: int, usual: int | None) -> int | None:
    if kept == "":
        return None
    if kept and kept.isdecimal() and 1 <= int(kept) <= most:
        return int(kept)
    return usual
