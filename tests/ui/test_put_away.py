import pytest

from hmpush_gui.pushkit.message import Draft, Origin
from hmpush_gui.ui.put_away import MOST, PutAwayDrafts, PutAwayRole, same
from hmpush_gui.ui.two_line_role import TwoLineRole

from . import samples
from .conftest import Heard, Sound

HELLO = Draft(samples.message("Hello"))
QUIET = Draft(samples.background(), "{")


@pytest.fixture
def drafts(qapp: object, sound: Sound) -> PutAwayDrafts:
    drafts = PutAwayDrafts()
    sound(drafts)
    return drafts


def test_the_last_is_first_and_each_is_kept_once(
    drafts: PutAwayDrafts, sound: Sound, heard: Heard
) -> None:
    edited = heard(drafts.edited)
    for draft in (HELLO, QUIET, HELLO):
        drafts.add(draft)
    assert [each.draft for each in drafts.drafts()] == [HELLO, QUIET]
    assert len(edited) == 3
    sound(drafts)
    drafts.take(HELLO)
    drafts.take(HELLO)
    assert [each.draft for each in drafts.drafts()] == [QUIET]
    assert len(edited) == 4
    drafts.clear()
    assert drafts.rowCount() == 0


def test_an_entry_says_what_it_is_and_when(drafts: PutAwayDrafts) -> None:
    drafts.add(QUIET)
    drafts.add(HELLO)
    first, second = drafts.index(0), drafts.index(1)
    assert first.data() == "Hello"
    assert second.data() == "Without a title"
    assert str(first.data(TwoLineRole.DETAIL)).startswith("Unsaved · Notification · ")
    assert second.data(PutAwayRole.DRAFT) == QUIET


def test_the_oldest_goes_when_there_are_too_many(drafts: PutAwayDrafts) -> None:
    for number in range(MOST + 2):
        drafts.add(Draft(samples.message(f"{number}")))
    assert drafts.rowCount() == MOST
    assert drafts.index(0).data() == f"{MOST + 1}"


def test_loading_is_no_edit(drafts: PutAwayDrafts, heard: Heard) -> None:
    drafts.add(HELLO)
    again, edited = PutAwayDrafts(), heard(drafts.edited)
    again.load(drafts.drafts())
    assert again.drafts() == drafts.drafts()
    assert edited == []


def test_a_draft_is_the_same_whatever_became_of_its_file() -> None:
    message = samples.message()
    before = Draft(message, origin=Origin("/a.json", "old"))
    assert same(before, Draft(message, origin=Origin("/a.json", "new")))
    assert not same(before, Draft(message, origin=Origin("/b.json", "old")))
    assert not same(before, Draft(message))
    assert not same(before, None)
