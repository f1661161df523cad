from hmpush_gui.pushkit.message import Origin
from hmpush_gui.ui.main_window import MainWindow

from . import samples
from .samples import TITLE
from .test_filing import FILE, ORIGIN, notices, offer


def test_what_was_being_written_is_one_undo_away(window: MainWindow) -> None:
    window.document.set_value(TITLE, "Half a thought")
    window.document.set_broken_text('{"half')
    before = window.document.draft()
    window.filing.take(ORIGIN, FILE)
    window.document.set_value(TITLE, "Typed on")
    offer(window, "Undo").click()
    assert window.document.draft() == before
    assert window.windowTitle().startswith("Untitled")
    assert notices(window) == ""
    window.document.undo_stack.redo()
    assert window.document.origin == ORIGIN
    assert window.document.message == FILE.message


def test_what_made_room_is_kept_until_undo_or_the_user_brings_it_back(
    window: MainWindow,
) -> None:
    window.document.set_value(TITLE, "Half a thought")
    window.document.set_broken_text('{"half')
    half = window.document.draft()
    window.filing.take(ORIGIN, FILE)
    assert [each.draft for each in window.filing.swap.put_away.drafts()] == [half]
    window.composer.undo.trigger()
    assert window.filing.swap.put_away.drafts() == []
    window.composer.redo.trigger()
    window.document.set_value(TITLE, "Edited")
    edited = window.document.draft()
    window.filing.swap.take_up(half)
    assert window.document.draft() == half
    assert [each.draft for each in window.filing.swap.put_away.drafts()] == [edited]
    window.composer.undo.trigger()
    assert window.document.draft() == edited
    assert [each.draft for each in window.filing.swap.put_away.drafts()] == [half]


def test_what_is_in_a_file_is_not_put_away(window: MainWindow) -> None:
    window.filing.take(ORIGIN, FILE)
    window.filing.swap.put_away.clear()
    window.filing.new()
    window.filing.new()
    assert window.filing.swap.put_away.drafts() == []


def test_nothing_is_said_where_nothing_was_written(window: MainWindow) -> None:
    window.document.replace(window.document.kind.message(), "New")
    window.filing.take(ORIGIN, FILE)
    window.filing.take(Origin("/push/b.json", ORIGIN.text), FILE)
    assert notices(window) == ""


def test_the_offer_goes_when_undo_was_used_otherwise(window: MainWindow) -> None:
    window.filing.take(ORIGIN, FILE)
    assert "Undo brings it back" in notices(window)
    assert "Messages" in notices(window)
    window.composer.undo.trigger()
    assert notices(window) == ""


def test_a_stack_that_is_cleared_brings_nothing_back(window: MainWindow) -> None:
    window.document.set_value(TITLE, "Half a thought")
    half = window.document.draft()
    window.filing.take(ORIGIN, FILE)
    window.document.load(window.document.draft())
    assert [each.draft for each in window.filing.swap.put_away.drafts()] == [half]


def test_what_nobody_wrote_is_not_kept(window: MainWindow) -> None:
    window.filing.swap.know_given(window.document.draft())
    window.filing.swap.put(samples.background(), "New from sample")
    window.filing.swap.put(samples.legacy(), "New from sample")
    window.composer.undo.trigger()
    assert window.filing.swap.put_away.drafts() == []
    assert notices(window) == ""
    window.document.set_value(("payload", "extraData"), "{}")
    window.document.set_value(("payload", "extraData"), '{"typed": 1}')
    window.filing.new()
    assert len(window.filing.swap.put_away.drafts()) == 1


def test_a_message_of_history_puts_the_draft_away_too(window: MainWindow) -> None:
    window.document.set_value(TITLE, "Half a thought")
    half = window.document.draft()
    window.write_on(samples.background())
    assert [each.draft for each in window.filing.swap.put_away.drafts()] == [half]
    window.composer.undo.trigger()
    assert window.filing.swap.put_away.drafts() == []
