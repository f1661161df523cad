"""The test run sheets of the window: which is in hand, its edits, its sends."""

import json
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.picked import tokens_in
from hmpush_gui.pushkit.protocol import Exchange
from hmpush_gui.pushkit.record import SendRecord
from hmpush_gui.pushkit.run_sheet import RunSheet, Scenario

if TYPE_CHECKING:
    from hmpush_gui.pushkit.project import Project

    from .main_window import MainWindow


class Shelf(NamedTuple):
    """All sheets, and the key of the one in hand."""

    sheets: tuple[RunSheet, ...] = ()
    current: str = ""


class _Change(QUndoCommand):
    """Puts one shelf in the place of another."""

    def __init__(
        self, words: str, before: Shelf, after: Shelf, put: Callable[[Shelf], None]
    ) -> None:
        super().__init__(words)
        self._before, self._after, self._put = before, after, put

    def redo(self) -> None:
        self._put(self._after)

    def undo(self) -> None:
        self._put(self._before)


class _Awaited(NamedTuple):
    """A scenario that was handed to the gate: by this its send is known again."""

    sheet: str
    scenario: Scenario
    tokens: tuple[str, ...]


class Sheets(QObject):
    """Owns the sheets. What the tester does can be undone; what Push Kit said stays.

    Signals:
        load_wanted: the sheets are to be shown for the first time.
        edited: all sheets, to be kept.
        changed: the sheet in hand is another one, or differs.
        read_wanted: the path of a message file to add.
        told: a sentence for the user.
        reports_made: the FileWriting of the reports, whose files somebody must write.
    """

    load_wanted = Signal()
    edited = Signal(object)
    changed = Signal()
    read_wanted = Signal(str)
    told = Signal(str)
    reports_made = Signal(object)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._shelf = Shelf()
        self._loaded = False
        self._awaited: _Awaited | None = None
        self._sends: dict[str, _Awaited] = {}
        self.undo = QUndoStack(self)
        window.gate.opened.connect(self._on_opened)

    # Looking.

    @property
    def all(self) -> Sequence[RunSheet]:
        return self._shelf.sheets

    @property
    def current(self) -> RunSheet | None:
        """The sheet in hand."""
        key = self._shelf.current
        return next((each for each in self._shelf.sheets if each.key == key), None)

    def is_under_way(self, scenario: str) -> bool:
        """Whether this scenario of the sheet in hand is being sent."""
        here = self._shelf.current
        return any(
            (each.sheet, each.scenario.key) == (here, scenario)
            for each in self._sends.values()
        )

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
        return self._window.gate.placeholders.example(message)

    # Told by the application.

    def load(self, sheets: Sequence[RunSheet]) -> None:
        """Take the sheets that were kept; the newest is in hand."""
        self._loaded = True
        self._shelf = Shelf(tuple(sheets), sheets[-1].key if sheets else "")
        self.changed.emit()

    def add_message(self, title: str, message: Message) -> None:
        """Add a scenario to the sheet in hand, or to a first one."""
        scenario = Scenario(uuid.uuid4().hex, title, message)
        self.edit(lambda sheet: sheet.with_scenarios([scenario]), self.tr("Add"))

    def settle(self, key: str, exchange: Exchange) -> None:
        """A request of the send `key` is over; it may be one of a sheet."""
        if sent := self._sends.get(key):
            at = exchange.timing.ended_at or 0.0
            self._put_into(
                sent.sheet,
                lambda sheet: sheet.settled(
                    sent.scenario.key, exchange.outcomes, exchange.request_id, at
                ),
            )

    def finish(self, key: str) -> None:
        """The send `key` is over."""
        if self._sends.pop(key, None):
            self.changed.emit()

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

    def rename(self, name: str) -> None:
        if name.strip():
            self.edit(
                lambda sheet: replace(sheet, name=name.strip()), self.tr("Rename")
            )

    def choose(self, key: str) -> None:
        if key != self._shelf.current:
            self._shelf = self._shelf._replace(current=key)
            self.changed.emit()

    def edit(self, change: Callable[[RunSheet], RunSheet], words: str) -> None:
        """Change the sheet in hand; `words` name it in Undo."""
        if self.current is None:
            self.new(self.tr("Test run"))
        after = _changed(self._shelf, self._shelf.current, change)
        if after != self._shelf:
            self._push(after, words)

    def add_written(self) -> None:
        """Add the message that is being written."""
        message = self._window.document.message
        self.add_message(message.title or self.tr("(shows nothing)"), message)

    def add_chosen(self) -> None:
        """Add the devices that are ticked in the list."""
        chosen = self._window.devices.chosen()
        if len(chosen) > MOST:
            words = self.tr("A sheet is for people: it takes {most} devices at most.")
            self.told.emit(words.format(most=MOST))
            return
        self.edit(lambda sheet: sheet.with_devices(chosen), self.tr("Add devices"))

    def send_next(self) -> Scenario | None:
        """Send the next scenario to the devices that have not got it."""
        sheet = self.current
        scenario = sheet.next_unsent() if sheet else None
        if sheet is None or scenario is None:
            self.told.emit(self.tr("Every scenario has gone to every device."))
            return None
        self.send(scenario, sheet.unsent(scenario.key))
        return scenario

    def send(self, scenario: Scenario, devices: Iterable[Device]) -> None:
        """Send one scenario through the gate: same checks, same questions."""
        project, sheet = self._window.choice.project, self.current
        if project is None or sheet is None:
            return
        if sheet.project != project.key:
            self.told.emit(self.tr("This sheet is of another project. Choose it."))
            return
        chosen = tuple(devices)
        tokens = tuple(each.token for each in chosen)
        self._awaited = _Awaited(sheet.key, scenario, tokens)
        record = SendRecord("", 0.0, project, scenario.message, chosen)
        self._window.gate.send_to(record, chosen, 0)

    # Inside.

    def _on_opened(self, record: SendRecord) -> None:
        awaited, self._awaited = self._awaited, None
        if awaited is None or not _is_it(awaited, record):
            return
        self._sends[record.key] = awaited
        self.changed.emit()

    def _push(self, shelf: Shelf, words: str) -> None:
        self.undo.push(_Change(words, self._shelf, shelf, self._put))

    def _put(self, shelf: Shelf) -> None:
        """Put a shelf in force, with what Push Kit said meanwhile."""
        now = {sheet.key: sheet for sheet in self._shelf.sheets}
        sheets = tuple(
            sheet.told_as(now[sheet.key]) if sheet.key in now else sheet
            for sheet in shelf.sheets
        )
        self._shelf = shelf._replace(sheets=sheets)
        self._tell()

    def _put_into(self, key: str, change: Callable[[RunSheet], RunSheet]) -> None:
        self._shelf = _changed(self._shelf, key, change)
        self._tell()

    def _tell(self) -> None:
        self.edited.emit(self._shelf.sheets)
        self.changed.emit()


MOST = 50
"""Devices of a sheet: each is a row for a person to look at."""


def _changed(shelf: Shelf, key: str, change: Callable[[RunSheet], RunSheet]) -> Shelf:
    sheets = (change(each) if each.key == key else each for each in shelf.sheets)
    return shelf._replace(sheets=tuple(sheets))


def _is_it(awaited: _Awaited, record: SendRecord) -> bool:
    """Whether a send that went out is the one a sheet waits for."""
    if tuple(tokens_in(record.devices)) != awaited.tokens:
        return False
    message = awaited.scenario.message
    return record.message == message or "{{" in json.dumps(message.document)
