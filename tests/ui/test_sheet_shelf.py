"""What the tester does to sheets can be undone; what Push Kit said stays."""

import pytest

from hmpush_gui.pushkit.outcome import Verdict
from hmpush_gui.pushkit.run_sheet import Mark, RunSheet
from hmpush_gui.ui.sheet_shelf import SheetShelf

from . import samples
from .conftest import Heard

SEND = "send-1"


@pytest.fixture
def shelf(qapp: object) -> SheetShelf:
    assert qapp
    shelf = SheetShelf(lambda: samples.TEST.key)
    shelf.add_message("Greeting", samples.message())
    shelf.edit(lambda sheet: sheet.with_devices(samples.devices(1)), "Add devices")
    return shelf


def in_hand(shelf: SheetShelf) -> RunSheet:
    assert shelf.current is not None
    return shelf.current


def leave(shelf: SheetShelf) -> None:
    sheet = in_hand(shelf)
    shelf.leave(sheet.key, sheet.scenarios[0].key, ["token-1"], SEND)
    shelf.start(SEND)


def said(shelf: SheetShelf) -> Verdict | None:
    sheet = in_hand(shelf)
    return sheet.finding((sheet.scenarios[0].key, "token-1")).verdict


def test_the_first_edit_makes_a_sheet_of_the_project_in_force(
    shelf: SheetShelf,
) -> None:
    assert len(shelf.all) == 1
    assert in_hand(shelf).project == samples.TEST.key


def test_the_newest_is_in_hand_unless_another_was(shelf: SheetShelf) -> None:
    one, two = RunSheet("1", "One", "shop"), RunSheet("2", "Two", "shop")
    shelf.load([one, two])
    assert shelf.current == two
    shelf.load([one, two], "1")
    assert shelf.current == one


def test_typing_in_one_field_is_undone_at_once(shelf: SheetShelf) -> None:
    before = in_hand(shelf).name
    shelf.rename("R")
    shelf.rename("Release 5")
    shelf.undo.undo()
    assert in_hand(shelf).name == before


def test_every_edit_is_told_with_all_sheets(shelf: SheetShelf, heard: Heard) -> None:
    edited, chosen = heard(shelf.edited), heard(shelf.chosen)
    shelf.new("Another")
    assert edited == [(tuple(shelf.all),)]
    assert in_hand(shelf).name == "Another"
    assert chosen == [(in_hand(shelf).key,)]


def test_what_push_kit_says_outlives_an_undo(shelf: SheetShelf) -> None:
    shelf.edit(
        lambda sheet: sheet.marked([(sheet.scenarios[0].key, "token-1")], Mark.PASS),
        "Pass",
    )
    leave(shelf)
    shelf.settle(SEND, samples.accepted("token-1"))
    shelf.undo.undo()
    assert said(shelf) is Verdict.ACCEPTED


def test_a_sheet_that_is_taken_away_hears_its_answers(shelf: SheetShelf) -> None:
    leave(shelf)
    shelf.remove()
    shelf.settle(SEND, samples.accepted("token-1"))
    shelf.finish(SEND)
    shelf.undo.undo()
    assert said(shelf) is Verdict.ACCEPTED


def test_a_cell_waits_until_its_send_is_over(shelf: SheetShelf) -> None:
    leave(shelf)
    cell = (in_hand(shelf).scenarios[0].key, "token-1")
    assert shelf.is_under_way(cell)
    shelf.finish(SEND)
    assert not shelf.is_under_way(cell)


def test_a_copy_has_nothing_sent_and_nothing_marked(shelf: SheetShelf) -> None:
    leave(shelf)
    shelf.duplicate()
    assert in_hand(shelf).findings == {}
    assert len(shelf.all) == 2
