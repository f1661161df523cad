"""Tells the user that the program broke: the draft first, then one dialog."""

import time
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hmpush_gui.crashes import Crashes
from hmpush_gui.desk import Desk
from hmpush_gui.ui.notice_bar import Offer
from hmpush_gui.ui.theme import Tone

if TYPE_CHECKING:
    from hmpush_gui.ui.crash_dialog import CrashDialog

MOST_TRACES = 5
"""Different traces in one report."""
_PATIENCE = 2.0
"""Seconds that the dialog waits for the disk to have the draft."""


class CrashTelling(QObject):
    """Shows what `crashes` hears of.

    What breaks while the dialog is open is counted there. What breaks once more at a
    place that was told of is a notice, and then no more than a line of the log.

    Signals:
        lost: it broke where there is no window any more that could be closed.
    """

    lost = Signal()

    def __init__(
        self,
        crashes: Crashes,
        desk: Desk,
        open_log_folder: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._open_log_folder = open_log_folder
        self._told: Counter[str] = Counter()
        self._traces: list[str] = []
        self._opening = False
        self._draft_kept = False
        self.dialog: CrashDialog | None = None
        crashes.broke.connect(self._on_broke)

    def _on_broke(self, trace: str) -> None:
        self._told[trace] += 1
        if self.dialog:
            self._add(trace)
            self.dialog.tell_again(self._report())
        elif not self._desk.window.isVisible():
            self.lost.emit()
        elif self._opening:
            self._add(trace)
        elif self._told[trace] == 1:
            self._begin(trace)
        elif self._told[trace] == 2:
            self._tell_in_passing(trace)

    def _begin(self, trace: str) -> None:
        self._opening, self._draft_kept = True, False
        self._traces = [trace]
        # Before the draft, which may break too: the dialog comes all the same.
        QTimer.singleShot(0, self, self._open)
        self._desk.window.keep_draft()
        self._draft_kept = self._desk.keeper.draft_is_kept(_PATIENCE)

    def _add(self, trace: str) -> None:
        if trace not in self._traces and len(self._traces) < MOST_TRACES:
            self._traces.append(trace)

    def _open(self) -> None:
        # Late: most runs never need it.
        from hmpush_gui.ui.crash_dialog import CrashDialog

        self._opening = False
        window = self._desk.window
        self.dialog = CrashDialog(self._report(), self._about_draft(), window)
        self.dialog.log_folder_wanted.connect(self._open_log_folder)
        self.dialog.close_wanted.connect(window.close)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_finished(self) -> None:
        self.dialog = None

    def _tell_in_passing(self, trace: str) -> None:
        def show() -> None:
            self._traces = [trace]
            self._open()

        words = self.tr("Something inside this program broke at the same place again.")
        self._desk.window.tell(
            words, Tone.WARNING, Offer(self.tr("Show the report"), show)
        )

    def _about_draft(self) -> str:
        if self._draft_kept:
            return self.tr("Your draft is kept.")
        return self.tr(
            "Your draft could not be written to the disk: copy it from the tab JSON "
            "before you close the program."
        )

    def _report(self) -> str:
        from hmpush_gui.exchange.crash_report import CrashReport
        from hmpush_gui.versions import versions

        return CrashReport(versions(), tuple(self._traces), time.time()).text()
