"""Looks at credentials for the window: who asked, and what was found."""

from collections.abc import Callable, Sequence
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hmpush_gui.pushkit.doctor_case import Case
from hmpush_gui.pushkit.finding import Finding

if TYPE_CHECKING:
    from .doctor_dialog import DoctorDialog

Take = Callable[[Sequence[Finding]], object]


class Doctoring(QObject):
    """Hands cases to who can look at them, and the findings back to who asked.

    Signals:
        examine_wanted: a number and a Case to be looked at without a network.
        ask_wanted: a number and a Case to ask Push Kit about.
    """

    examine_wanted = Signal(int, object)
    ask_wanted = Signal(int, object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._numbers = count(1)
        self._open: dict[int, Take] = {}
        self._early: dict[int, Case] | None = {}

    # Told by the window.

    def open(self, case: Case, parent: QWidget | None = None) -> "DoctorDialog":
        """Show all that is to be said about a case."""
        # Late: a start without it should not pay for it.
        from .doctor_dialog import DoctorDialog

        dialog = DoctorDialog(self, case, parent or self._window)
        dialog.open()
        return dialog

    def examine(self, case: Case, take: Take) -> int:
        """Have `take` called with what was found; the number is for `forget`."""
        number = self._begin(take)
        if self._early is not None:
            self._early[number] = case
        else:
            self.examine_wanted.emit(number, case)
        return number

    def ask(self, case: Case, take: Take) -> int:
        """Have Push Kit asked, and `take` called with what came of it."""
        number = self._begin(take)
        self.ask_wanted.emit(number, case)
        return number

    def forget(self, number: int) -> None:
        """Nobody waits for this answer any more."""
        self._open.pop(number, None)
        if self._early is not None:
            self._early.pop(number, None)

    # Told by the application.

    def be_ready(self) -> None:
        """Somebody listens now: hand over what was wanted before."""
        early, self._early = self._early, None
        for number, case in (early or {}).items():
            self.examine_wanted.emit(number, case)

    def answer(self, number: int, findings: Sequence[Finding]) -> None:
        """What was found in the case of that number."""
        take = self._open.pop(number, None)
        if take is not None:
            take(findings)

    def _begin(self, take: Take) -> int:
        number = next(self._numbers)
        self._open[number] = take
        return number
