"""The test run sheets of the window: what is added to them, and how they are sent."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.record import SendRecord
from hmpush_gui.pushkit.run_sheet import RunSheet, Scenario

from .send_gate import Asker
from .sheet_shelf import SheetShelf

if TYPE_CHECKING:
    from hmpush_gui.exchange.sample import Sample
    from hmpush_gui.pushkit.project import Project

    from .confirm_bar import ConfirmBar
    from .main_window import MainWindow


MOST = 50
"""Devices of a sheet: each is a row for a person to look at."""


class Sheets(SheetShelf):
    """The sheets, filled from the window and sent through its gate.

    Signals:
        load_wanted: the sheets are to be shown for the first time.
        read_wanted: the paths of message files to add, in this order.
        told: a sentence for the user.
        reports_made: the FileWriting of the reports, whose files somebody must write.
    """

    load_wanted = Signal()
    read_wanted = Signal(list)
    told = Signal(str)
    reports_made = Signal(object)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(lambda: window.choice.key, window)
        self._window = window

    # Looking.

    @property
    def project(self) -> "Project | None":
        """The project in force."""
        return self._window.choice.project

    def project_of(self, sheet: RunSheet) -> "Project | None":
        """The project that a sheet belongs to; None if it is gone."""
        projects = self._window.projects.projects()
        return next((each for each in projects if each.key == sheet.project), None)

    def as_seen(self, message: Message) -> Message:
        """The message with examples in its placeholders."""
        return self._window.checks.placeholders.example(message)

    # Told by the user.

    def show(self) -> None:
        """Show the sheet in hand, in a window that stays beside this one."""
        # Late: a start without it should not pay for it.
        from .sheet_dialog import SheetDialog

        if not self.is_loaded:
            self.load_wanted.emit()
        dialog = self._window.findChild(SheetDialog)
        if dialog is None:
            dialog = SheetDialog(self, self._window)
            self.reports_made.emit(dialog.reports)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def add_written(self) -> None:
        """Add the message that is being written."""
        message = self._window.document.message
        self.add_message(message.title or self.tr("(shows nothing)"), message)

    def choose_sample(self, dialog: QWidget) -> None:
        """Show the gallery beside `dialog`; what is chosen there is added."""
        from .gallery_dialog import GalleryDialog

        filing = self._window.filing
        filing.load_samples()
        gallery = GalleryDialog(filing.samples, filing.app(), dialog)
        gallery.serve(
            self.tr("Add a sample"),
            self.tr("It becomes a scenario of the sheet; Undo takes it out again."),
        )
        gallery.chosen.connect(self._on_sample_chosen)
        gallery.show()

    def add_chosen(self) -> None:
        """Add the devices that are ticked in the list."""
        chosen = self._window.devices.chosen()
        if len(chosen) > MOST:
            words = self.tr("A sheet is for people: it takes {most} devices at most.")
            self.told.emit(words.format(most=MOST))
            return
        self.edit(lambda sheet: sheet.with_devices(chosen), self.tr("Add devices"))

    def send_next(self, confirm: "ConfirmBar") -> Scenario | None:
        """Send the next scenario to the devices that have not got it."""
        sheet = self.current
        scenario = sheet.next_unsent() if sheet else None
        if sheet is None or scenario is None:
            self.told.emit(self.tr("Every scenario has gone to every device."))
            return None
        self.send(scenario, sheet.unsent(scenario.key), confirm)
        return scenario

    def send(
        self, scenario: Scenario, devices: Iterable[Device], confirm: "ConfirmBar"
    ) -> None:
        """Send one scenario through the gate: same checks, same questions."""
        project, sheet = self._window.choice.project, self.current
        if project is None or sheet is None:
            return
        if sheet.project != project.key:
            self.told.emit(self.tr("This sheet is of another project. Choose it."))
            return
        chosen = tuple(devices)
        if any(self.is_under_way((scenario.key, each.token)) for each in chosen):
            self.told.emit(self.tr("It is being sent. Wait for the answers."))
            return
        record = SendRecord("", 0.0, project, scenario.message, chosen)
        heard = partial(self._on_opened, sheet.key, scenario.key)
        asker = Asker(confirm, self.told.emit, heard)
        self._window.gate.send_to(record, chosen, 0, asker)

    # Inside.

    def _on_sample_chosen(self, sample: "Sample") -> None:
        self.add_message(sample.file.name or sample.key, sample.file.message)

    def _on_opened(self, sheet: str, scenario: str, record: SendRecord) -> None:
        tokens = [device.token for device in record.devices]
        self.leave(sheet, scenario, tokens, record.key)
