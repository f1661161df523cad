from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject, Qt, Signal

from hmpush_gui.pushkit.outcome import Outcome, Verdict
from hmpush_gui.pushkit.run_sheet import Mark, RunSheet
from hmpush_gui.ui.sheet_list import Column, SheetListModel, mark_word
from tests.pushkit.test_run_sheet import SHEET

from .conftest import Sound

pytestmark = pytest.mark.usefixtures("qapp")


class Shelf(QObject):
    """Sheets as a model sees them, of which one is in hand."""

    changed = Signal()

    def __init__(self, sheet: RunSheet | None) -> None:
        super().__init__()
        self.current = sheet
        self.sending: set[tuple[str, str]] = set()

    def is_under_way(self, cell: tuple[str, str]) -> bool:
        return cell in self.sending

    def edit(self, change: object, _words: str) -> None:
        assert callable(change)
        self.put(change(self.current))

    def put(self, sheet: RunSheet | None) -> None:
        self.current = sheet
        self.changed.emit()


@dataclass
class Table:
    shelf: Shelf = field(default_factory=lambda: Shelf(SHEET))

    def __post_init__(self) -> None:
        self.model = SheetListModel(self.shelf)  # type: ignore[arg-type]

    def column(self, column: Column) -> list[str]:
        rows = range(self.model.rowCount())
        return [self.model.index(row, column).data() for row in rows]


def test_the_model_stays_sound(sound: Sound) -> None:
    table = Table()
    sound(table.model)
    table.shelf.put(SHEET.without_scenario("1"))
    sound(table.model)
    table.shelf.put(None)
    sound(table.model)


def test_a_scenario_is_named_once() -> None:
    table = Table()
    assert table.column(Column.SCENARIO) == ["One", "", "Two", ""]
    assert table.column(Column.DEVICE) == ["A", "B", "A", "B"]
    assert (table.model.row_of("2"), table.model.row_of("x")) == (2, -1)


def test_push_kits_word_and_the_testers_stand_side_by_side() -> None:
    table = Table()
    table.shelf.sending = {("2", "ta"), ("2", "tb")}
    sheet = SHEET.settled("1", [Outcome("ta", Verdict.REJECTED, "80300007")], "r9", 1.0)
    sheet = sheet.left("2", ["ta", "tb"], "send")
    table.shelf.put(sheet.marked([("1", "ta")], Mark.FAIL))
    assert table.column(Column.PUSH) == ["Rejected", "—", "Waiting…", "Waiting…"]
    assert table.column(Column.MARK) == ["✕ Fail", "Open", "Open", "Open"]
    tip = table.model.index(0, Column.PUSH).data(Qt.ItemDataRole.ToolTipRole)
    assert "80300007" in tip
    assert "r9" in tip


def test_only_notes_are_written() -> None:
    table = Table()
    model = table.model
    assert model.setData(model.index(2, Column.NOTE), " late ")
    assert table.column(Column.NOTE) == ["", "", "late", ""]
    assert not model.setData(model.index(2, Column.MARK), "Pass")
    editable = Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index(0, Column.NOTE)) & editable
    assert not model.flags(model.index(0, Column.PUSH)) & editable


def test_every_mark_has_a_word() -> None:
    assert len({mark_word(mark) for mark in Mark}) == len(Mark)
