"""Test run sheets on a shelf: which is in hand, its edits, and what Push Kit said."""

import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.protocol import Exchange
from hmpush_gui.pushkit.run_sheet import Cell, RunSheet, Scenario
from hmpush_gui.pushkit.sending import target_of


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


class SheetShelf(QObject):
    """Owns the sheets. What the tester does can be undone; what Push Kit said stays.

    Signals:
        edited: all sheets, to be kept.
        chosen: the key of the sheet that is in hand now.
        changed: the sheet in hand is another one, or differs.
    """

    edited = Signal(object)
    chosen = Signal(str)
    changed = Signal()

    def __init__(
        self, project: Callable[[], str], parent: QObject | None = None
    ) -> None:
        """`project` gives the key of the project that a new sheet is for."""
        super().__init__(parent)
        self._project = project
        self._shelf = Shelf()
        self._running: set[str] = set()
        self._gone: dict[str, RunSheet] = {}
        self.is_loaded = False
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

    # Told by the application.

    def load(self, sheets: Sequence[RunSheet], chosen: str = "") -> None:
        """Take the sheets that were kept; in hand is `chosen`, or else the newest."""
        self.is_loaded = True
        keys = [sheet.key for sheet in sheets]
        newest = keys[-1] if keys else ""
        self._shelf = Shelf(tuple(sheets), chosen if chosen in keys else newest)
        self.changed.emit()

    def add_message(self, title: str, message: Message) -> None:
        """Add a scenario to the sheet in hand, or to a first one."""
        scenario = Scenario(uuid.uuid4().hex, title, message)
        self.edit(lambda sheet: sheet.with_scenarios([scenario]), self.tr("Add"))

    def leave(
        self, sheet: str, scenario: str, tokens: Sequence[str], send: str
    ) -> None:
        """A scenario leaves: from now on it counts as sent, whatever happens."""
        self._put_into(sheet, lambda one: one.left(scenario, tokens, send))

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

    def receipted(self, key: str, told: Mapping[str, tuple[int, float]]) -> None:
        """Take what receipts of the send `key` say, and when, by push token."""
        for sheet in (*self.all, *self._gone.values()):
            if sheet.receipted(key, told) != sheet:
                self._put_into(sheet.key, lambda one: one.receipted(key, told))

    # Told by the user.

    def new(self, name: str) -> None:
        sheet = RunSheet(uuid.uuid4().hex, name, self._project())
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

    # Inside.

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
