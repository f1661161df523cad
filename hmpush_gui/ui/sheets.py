"""The test run sheets of the window: which is in hand, its edits, its sends."""

import time
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QWidget

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.protocol import Exchange
from hmpush_gui.pushkit.record import SendRecord
from hmpush_gui.pushkit.run_sheet import Cell, RunSheet, Scenario
from hmpush_gui.pushkit.sending import target_of

from .send_gate import Asker

if TYPE_CHECKING:
    from hmpush_gui.exchange.sample import Sample
    from hmpush_gui.pushkit.project import Project

    from .confirm_bar import ConfirmBar
    from .main_window import MainWindow


class Shelf(NamedTuple):
    """All sheets, and the key of the one in hand."""

    sheets: tuple[RunSheet, ...] = ()
    current: str = ""


class _Change(QUndoCommand):
    """Puts one shelf in the place of another; typing in one `field` is one change."""

    def __init__(
        self,
        words: str,
        before: Shelf,
        after: Shelf,
        put: Callable[[Shelf], None],
        field: str,
    ) -> None:
        super().__init__(words)
        self._before, self.after, self._put = before, after, put
        self.field = field

    def id(self) -> int:
        return 1 if self.field else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other.field != self.field:
            return False
        self.after = other.after
        return True

    def redo(self) -> None:
        self._put(self.after)

    def undo(self) -> None:
        self._put(self._before)


class Sheets(QObject):
    """Owns the sheets. What the tester does can be undone; what Push Kit said stays.

    Signals:
        load_wanted: the sheets are to be shown for the first time.
        edited: all sheets, to be kept.
        chosen: the key of the sheet that is in hand now.
        changed: the sheet in hand is another one, or differs.
        read_wanted: the paths of message files to add, in this order.
        told: a sentence for the user.
        reports_made: the FileWriting of the reports, whose files somebody must write.
    """

    load_wanted = Signal()
    edited = Signal(object)
    chosen = Signal(str)
    changed = Signal()
    read_wanted = Signal(list)
    told = Signal(str)
    reports_made = Signal(object)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._shelf = Shelf()
        self._loaded = False
        self._running: set[str] = set()
        self._gone: dict[str, RunSheet] = {}
        self.undo = QUndoStack(self)

    # Looking.

    @property
    def all(self) -> Sequence[RunSheet]:
        return self._shelf.sheets

    @property
    def current(self) -> RunSheet | None:
        """The sheet in hand."""
        key = self._shelf.current
        return next((each for each in self._shelf.sheets if each.key == key), None)

    def is_under_way(self, cell: Cell) -> bool:
        """Whether this cell of the sheet in hand waits for its answer."""
        found = self.current.finding(cell) if self.current else None
        return bool(found and not found.at and found.send in self._running)

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

    # Told by the application.

    def load(self, sheets: Sequence[RunSheet], chosen: str = "") -> None:
        """Take the sheets that were kept; in hand is `chosen`, or else the newest."""
        self._loaded = True
        keys = [sheet.key for sheet in sheets]
        newest = keys[-1] if keys else ""
        self._shelf = Shelf(tuple(sheets), chosen if chosen in keys else newest)
        self.changed.emit()

    def add_message(self, title: str, message: Message) -> None:
        """Add a scenario to the sheet in hand, or to a first one."""
        scenario = Scenario(uuid.uuid4().hex, title, message)
        self.edit(lambda sheet: sheet.with_scenarios([scenario]), self.tr("Add"))

    def start(self, key: str) -> str:
        """The send `key` begins, perhaps again: its name in history, or nothing."""
        for sheet in self.all:
            for scenario in {cell[0] for cell in sheet.awaited(key)}:
                self._running.add(key)
                self.changed.emit()
                found = sheet.scenario(scenario)
                return f"{sheet.name} · {found.title}" if found else sheet.name
        return ""

    def settle(self, key: str, exchange: Exchange) -> None:
        """A request of the send `key` is over; it may be one of a sheet."""
        self._hear(key, lambda sheet: _settled(sheet, key, exchange))

    def finish(self, key: str) -> None:
        """The send `key` is over."""
        if key in self._running:
            self._running.discard(key)
            self._hear(key, lambda sheet: sheet.ended(key, time.time()))

    # Told by the user.

    def show(self) -> None:
        """Show the sheet in hand, in a window that stays beside this one."""
        # Late: a start without it should not pay for it.
        from .sheet_dialog import SheetDialog

        if not self._loaded:
            self.load_wanted.emit()
        dialog = self._window.findChild(SheetDialog)
        if dialog is None:
            dialog = SheetDialog(self, self._window)
            self.reports_made.emit(dialog.reports)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def new(self, name: str) -> None:
        sheet = RunSheet(uuid.uuid4().hex, name, self._window.choice.key)
        shelf = Shelf((*self._shelf.sheets, sheet), sheet.key)
        self._push(shelf, self.tr("New sheet"))

    def remove(self) -> None:
        """Take the sheet in hand away; Undo brings it back."""
        left = tuple(each for each in self.all if each.key != self._shelf.current)
        self._push(Shelf(left, left[-1].key if left else ""), self.tr("Remove sheet"))

    def duplicate(self) -> None:
        """Begin a sheet like the one in hand, with nothing sent and nothing marked."""
        if sheet := self.current:
            name = self.tr("{name} (copy)").format(name=sheet.name)
            copy = replace(sheet, key=uuid.uuid4().hex, name=name, findings={})
            shelf = Shelf((*self.all, copy), copy.key)
            self._push(shelf, self.tr("Duplicate sheet"))

    def rename(self, name: str) -> None:
        if name.strip():
            self.edit(
                lambda sheet: replace(sheet, name=name.strip()),
                self.tr("Rename"),
                field=f"name {self._shelf.current}",
            )

    def choose(self, key: str) -> None:
        if key != self._shelf.current:
            self._shelf = self._shelf._replace(current=key)
            self.chosen.emit(key)
            self.changed.emit()

    def edit(
        self, change: Callable[[RunSheet], RunSheet], words: str, field: str = ""
    ) -> None:
        """Change the sheet in hand; `words` name it in Undo.

        Edits of one `field` that follow each other are undone at once.
        """
        if self.current is None:
            self.new(self.tr("Test run"))
        after = _changed(self._shelf, self._shelf.current, change)
        if after != self._shelf:
            self._push(after, words, field)

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
        """A scenario leaves: from now on it counts as sent, whatever happens."""
        tokens = [device.token for device in record.devices]
        self._put_into(sheet, lambda one: one.left(scenario, tokens, record.key))

    def _push(self, shelf: Shelf, words: str, field: str = "") -> None:
        self.undo.push(_Change(words, self._shelf, shelf, self._put, field))

    def _put(self, shelf: Shelf) -> None:
        """Put a shelf in force, with what Push Kit said meanwhile."""
        before = self._shelf.current
        now = {**self._gone, **{sheet.key: sheet for sheet in self._shelf.sheets}}
        sheets = tuple(
            sheet.told_as(now[sheet.key]) if sheet.key in now else sheet
            for sheet in shelf.sheets
        )
        self._shelf = shelf._replace(sheets=sheets)
        here = {sheet.key for sheet in sheets}
        # Undo may bring them back: what Push Kit says of them is kept until then.
        self._gone = {key: sheet for key, sheet in now.items() if key not in here}
        if shelf.current != before:
            self.chosen.emit(shelf.current)
        self._tell()

    def _put_into(self, key: str, change: Callable[[RunSheet], RunSheet]) -> None:
        if key in self._gone:
            self._gone[key] = change(self._gone[key])
            return
        self._shelf = _changed(self._shelf, key, change)
        self._tell()

    def _hear(self, send: str, change: Callable[[RunSheet], RunSheet]) -> None:
        """Change the sheets that wait for the send `send`, also those taken away."""
        for sheet in (*self.all, *self._gone.values()):
            if sheet.awaited(send):
                self._put_into(sheet.key, change)

    def _tell(self) -> None:
        self.edited.emit(self._shelf.sheets)
        self.changed.emit()


MOST = 50
"""Devices of a sheet: each is a row for a person to look at."""


def _changed(shelf: Shelf, key: str, change: Callable[[RunSheet], RunSheet]) -> Shelf:
    sheets = (change(each) if each.key == key else each for each in shelf.sheets)
    return shelf._replace(sheets=tuple(sheets))


def _settled(sheet: RunSheet, send: str, exchange: Exchange) -> RunSheet:
    """`sheet` with the outcomes of one request of a send.

    That of a topic or condition is the outcome of every device.
    """
    at = exchange.timing.ended_at or time.time()
    cells = sheet.awaited(send)
    for key in {cell[0] for cell in cells}:
        scenario = sheet.scenario(key)
        target = target_of(scenario.message) if scenario else ""
        outcomes = list(exchange.outcomes)
        if target and [each.token for each in outcomes] == [target]:
            outcomes = [outcomes[0]._replace(token=token) for _, token in cells]
        sheet = sheet.settled(key, outcomes, exchange.request_id, at)
    return sheet
