"""How sends go out: the pace, and how many requests at a time."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

MOST_IN_FLIGHT = 8
"""Beyond it answers come no faster, and the window begins to stutter."""

PACE = 6000
"""Devices a second: the least that Push Kit lets an app send (facts D)."""

MOST_PACE = 1_000_000


class Sending(QObject):
    """The choice of the user, for all projects but the sandbox.

    Signals:
        changed: another pace or number.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pace: int | None = PACE
        self._in_flight = MOST_IN_FLIGHT

    @property
    def pace(self) -> int | None:
        """Devices a second; None is no limit."""
        return self._pace

    @property
    def in_flight(self) -> int:
        """Requests of one send that may be out at the same time."""
        return self._in_flight

    def set(self, pace: int | None, in_flight: int) -> None:
        if (pace, in_flight) != (self._pace, self._in_flight):
            self._pace, self._in_flight = pace, in_flight
            self.changed.emit()

    def settings(self) -> Mapping[str, str]:
        pace = "" if self._pace is None else str(self._pace)
        return {"sending.pace": pace, "sending.in_flight": str(self._in_flight)}

    def apply_settings(self, settings: Mapping[str, str]) -> None:
        """Take what was kept; what makes no sense is passed over."""
        pace, in_flight = self._pace, self._in_flight
        kept = settings.get("sending.pace")
        if kept == "":
            pace = None
        elif kept and kept.isdecimal() and 1 <= int(kept) <= MOST_PACE:
            pace = int(kept)
        kept = settings.get("sending.in_flight", "")
        if kept.isdecimal() and 1 <= int(kept) <= MOST_IN_FLIGHT:
            in_flight = int(kept)
        self.set(pace, in_flight)
