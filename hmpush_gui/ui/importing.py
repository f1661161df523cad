"""Devices from files, pasted lists and logs: what is wanted, and what became of it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hmpush_gui.pushkit.words import Sentence

from .device_list import DeviceListModel
from .project_choice import ProjectChoice
from .veiling import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hmpush_gui.exchange.hilog import Finding
    from hmpush_gui.exchange.token_columns import TokenColumns
    from hmpush_gui.exchange.token_source import Preview
    from hmpush_gui.pushkit.arrivals import Arrivals
    from hmpush_gui.pushkit.roll import Roll

    from .log_dialog import LogDialog
    from .token_import_dialog import TokenImportDialog


class Importing(QObject):
    """Asks for lists and logs to be read, and hands what was read to the dialogs.

    Signals:
        file_wanted: the path of a list to open, and the name of its sheet or "".
        text_wanted: a pasted text that is a list.
        read_wanted: all of the list that is open; its Columns, and the Roll it is for.
        stop_wanted: stop reading.
        log_wanted: a pasted text that is a log.
        log_file_wanted: the path of a log.
        left: what an import came to, and how to undo it, as its dialog is closed.
    """

    file_wanted = Signal(str, str)
    text_wanted = Signal(str)
    read_wanted = Signal(object, object)
    stop_wanted = Signal()
    log_wanted = Signal(str)
    log_file_wanted = Signal(str)
    left = Signal(str, object)

    def __init__(
        self, devices: DeviceListModel, choice: ProjectChoice, window: QWidget
    ) -> None:
        super().__init__(window)
        self.devices = devices
        self._choice = choice
        self._window = window
        self._lists: TokenImportDialog | None = None
        self._logs: LogDialog | None = None
        choice.changed.connect(self._show_project)

    # Told by the user.

    def show_list(self, path: str = "") -> None:
        """Show the dialog for lists, which stays beside the window; open a file."""
        dialog = self.lists
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        if path:
            dialog.open_file(path)

    def show_log(self) -> None:
        """Show the dialog for the log of a device, which stays beside the window."""
        dialog = self.logs
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    @property
    def lists(self) -> "TokenImportDialog":
        """Made when it is first asked for."""
        if self._lists is None:
            from .token_import_dialog import TokenImportDialog

            self._lists = TokenImportDialog(self, self._window)
            self._show_project()
        return self._lists

    @property
    def logs(self) -> "LogDialog":
        """Made when it is first asked for."""
        if self._logs is None:
            from .log_dialog import LogDialog

            self._logs = LogDialog(self, self._window)
            self._show_project()
        return self._logs

    def add(self, tokens: "Sequence[str]") -> int:
        """Add tokens to the project in force; gives how many were new."""
        return self.devices.add(tokens)

    # Told by the application.

    def opened(self, name: str, preview: "Preview") -> None:
        """Show how the list begins that was wanted."""
        self.lists.show_preview(name, preview)

    def progressed(self, done: int, total: int) -> None:
        self.lists.show_progress(done, total)

    def take(self, roll: "Roll", found: "TokenColumns", arrivals: "Arrivals") -> None:
        """Take what was read, as compared with `roll`."""
        if roll is not self.devices.roll:
            # Another project was put in force meanwhile: the devices are for this one.
            arrivals = self.devices.roll.compare(found.tokens, each_once=True)
            arrivals = arrivals.described(found.tokens, found.named)
        roll, first = self.devices.roll, len(self.devices.roll.numbers)
        added = self.devices.add_compared(arrivals)
        slots = [*arrivals.removed, *range(first, len(roll.numbers))]
        undo = partial(self.devices.withdraw, roll, slots) if added else None
        self.lists.show_result(found.counts, added, len(found.tokens) - added, undo)

    def refused(self, sentence: Sentence) -> None:
        """Say why a list cannot be opened or read."""
        self.lists.show_refusal(sentence)

    def stopped(self) -> None:
        """Reading was stopped, and nothing came of it."""
        self.lists.show_stopped()

    def log_read(self, text: str, findings: "Sequence[Finding]") -> None:
        """Show what was found; `text` is "" for what was pasted."""
        self.logs.show_findings(text, findings)

    def log_refused(self, sentence: Sentence) -> None:
        """Say why a log cannot be read."""
        self.logs.show_refusal(sentence)

    # Inside.

    def _show_project(self) -> None:
        """Name the project that the devices are for."""
        project = self._choice.project
        name = named(project) if project else ""
        for dialog in (self._lists, self._logs):
            if dialog is not None:
                dialog.show_project(name)
