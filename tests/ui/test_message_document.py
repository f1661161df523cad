import pytest

from hmpush_gui.pushkit.document import compact, read
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Draft, Message, Origin
from hmpush_gui.ui import message_document
from hmpush_gui.ui.message_document import MessageDocument

from . import samples
from .conftest import Heard
from .samples import BODY, DATA, TEST_SWITCH, TITLE


class Clock:
    """Stands in for `time`; the test says when it is."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(message_document, "time", clock)
    return clock


@pytest.fixture
def document(qapp: object, clock: Clock) -> MessageDocument:
    assert qapp
    assert clock
    return MessageDocument(samples.message())


def test_typing_on_in_one_value_is_one_undo_step(
    document: MessageDocument, clock: Clock
) -> None:
    for text in ("P", "Pa", "Parcel"):
        document.set_value(TITLE, text)
        clock.now += 1
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.message == samples.message()
    document.undo_stack.redo()
    assert document.message.title == "Parcel"


def test_a_pause_begins_a_new_undo_step(
    document: MessageDocument, clock: Clock
) -> None:
    document.set_value(TITLE, "One")
    clock.now += 1.6
    document.set_value(TITLE, "Two")
    document.undo_stack.undo()
    assert document.message.title == "One"


def test_another_value_begins_a_new_undo_step(document: MessageDocument) -> None:
    document.set_value(TITLE, "One")
    document.set_value(BODY, "Two")
    document.set_value(TITLE, "Three")
    assert document.undo_stack.count() == 3


def test_undo_and_redo_go_through_form_and_json_alike(
    document: MessageDocument,
) -> None:
    document.set_value(TITLE, "From the form")
    document.set_document({"payload": {"notification": {"title": "From JSON"}}})
    document.set_value(BODY, "Form again")
    seen = []
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
        seen.append(document.message.title)
    assert seen == ["From JSON", "From the form", "Hello"]
    while document.undo_stack.canRedo():
        document.undo_stack.redo()
    assert (document.message.title, document.message.body) == (
        "From JSON",
        "Form again",
    )


def test_what_changes_nothing_is_no_step(
    document: MessageDocument, heard: Heard
) -> None:
    changed = heard(document.changed)
    document.set_value(TITLE, "Hello")
    document.set_document(dict(document.message.document))
    document.set_kind(kind("v3-alert"))
    document.replace(samples.message(), "Same")
    assert document.undo_stack.count() == 0
    assert not changed


@pytest.mark.parametrize(
    ("before", "after"), [(1, True), (True, 1), (1, 1.0), (0, False), (-0.0, 0)]
)
def test_values_that_python_calls_equal_are_still_edits(
    document: MessageDocument, before: object, after: object
) -> None:
    document.set_value(samples.TEST_SWITCH, before)
    document.set_value(samples.TEST_SWITCH, after)
    now = read(document.message.document, samples.TEST_SWITCH)
    assert repr(now) == repr(after)


def test_keys_in_another_order_are_an_edit(document: MessageDocument) -> None:
    document.set_document({"b": 1, "a": 2})
    document.set_document({"a": 2, "b": 1})
    assert list(document.message.document) == ["a", "b"]


def test_a_change_of_kind_carries_texts_and_data_and_undo_restores(
    document: MessageDocument, heard: Heard
) -> None:
    document.set_value(DATA, {"orderId": "77"})
    before = document.message
    kinds = heard(document.kind_changed)
    document.set_kind(kind("v1-notification"))
    after = document.message
    assert (after.api, after.title, after.body) == ("v1", "Hello", "World")
    assert read(after.document, ("message", "data")) == '{"orderId": "77"}'
    document.undo_stack.undo()
    assert document.message == before
    assert document.kind.key == "v3-alert"
    assert len(kinds) == 2


def test_a_change_of_kind_is_never_merged(document: MessageDocument) -> None:
    document.set_kind(kind("v3-background"))
    document.set_kind(kind("v1-data"))
    document.undo_stack.undo()
    assert document.kind.key == "v3-background"


def test_a_message_put_in_its_place_can_be_undone(document: MessageDocument) -> None:
    document.replace(samples.message("Other"), "Open from history")
    assert document.undo_stack.undoText() == "Open from history"
    document.undo_stack.undo()
    assert document.message.title == "Hello"


def test_the_document_of_a_message_is_never_changed_in_place(
    document: MessageDocument,
) -> None:
    before = document.message
    document.set_value(TITLE, "New")
    assert before.title == "Hello"


@pytest.mark.parametrize("what", ["text", "data"])
def test_broken_text_is_part_of_the_draft(
    document: MessageDocument, heard: Heard, what: str
) -> None:
    said = heard(document.draft_changed)
    set_broken = getattr(document, f"set_broken_{what}")
    set_broken('{"a":')
    set_broken('{"a":')
    assert len(said) == 1
    assert getattr(document.draft(), f"broken_{what}") == '{"a":'
    assert getattr(document, f"broken_{what}") == '{"a":'
    assert document.draft().message == samples.message()
    set_broken(None)
    assert document.draft() == Draft(samples.message())


def test_a_loaded_draft_has_nothing_to_undo(
    document: MessageDocument, heard: Heard
) -> None:
    document.set_value(TITLE, "Typed before")
    changed = heard(document.changed)
    kinds = heard(document.kind_changed)
    draft = Draft(samples.background(), "{", "[1]")
    document.load(draft)
    assert not document.undo_stack.canUndo()
    assert document.draft() == draft
    assert len(changed) == len(kinds) == 1


@pytest.mark.parametrize(
    "message", [samples.message(), samples.background(), samples.legacy()]
)
def test_every_message_knows_its_kind(qapp: object, message: Message) -> None:
    assert MessageDocument(message).kind.api is message.api


def test_a_value_that_comes_back_stands_where_it_stood() -> None:
    document = MessageDocument(samples.message())
    before = compact(document.message.document)
    document.set_value(TEST_SWITCH, None)
    document.set_value(samples.TITLE, None)
    document.set_value(TEST_SWITCH, True)
    document.set_value(samples.TITLE, "Hello")
    assert compact(document.message.document) == before


def test_after_a_json_edit_its_order_is_the_one_to_keep() -> None:
    document = MessageDocument(samples.message())
    document.set_document({"b": {"x": 1}, "a": 2, "c": {}})
    for value in (None, 1):
        document.set_value(("b", "x"), value)
    document.set_value(("c", "y"), 1)
    document.set_value(("c", "y"), None)
    assert compact(document.message.document) == b'{"b":{"x":1},"a":2,"c":{}}'


def test_going_back_to_a_step_that_is_undone_already_does_nothing() -> None:
    document = MessageDocument(samples.message())
    document.set_value(samples.TITLE, "a")
    document.undo_stack.undo()
    document.undo_to(0)
    document.undo_to(5)
    assert document.message == samples.message()


def test_a_step_is_undone_by_itself_however_quick(document: MessageDocument) -> None:
    document.set_step(DATA, {"a": 1})
    document.set_step(DATA, {"a": 1, "b": 2})
    document.undo_stack.undo()
    assert read(document.message.document, DATA) == {"a": 1}


def test_a_draft_put_in_place_comes_with_what_is_broken_and_can_be_undone(
    document: MessageDocument,
) -> None:
    before = document.draft()
    draft = Draft(samples.background(), "{", "[1]")
    document.replace_draft(draft, "Take up")
    document.replace_draft(draft, "Take up")
    assert document.draft() == draft
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.draft() == before


def test_undo_brings_back_the_file_as_it_was_saved_last(
    document: MessageDocument, heard: Heard
) -> None:
    changed = heard(document.origin_changed)
    document.set_origin(Origin("/a.json", "old"))
    document.replace(samples.background(), "Open", Origin("/b.json", "b"))
    document.know_origin(Origin("/a.json", "new"))
    document.undo_stack.undo()
    assert document.origin == Origin("/a.json", "new")
    document.undo_stack.redo()
    assert document.origin == Origin("/b.json", "b")
    assert len(changed) == 4


def test_the_same_message_of_another_file_is_another_step(
    document: MessageDocument,
) -> None:
    document.replace(document.message, "Open", Origin("/a.json", "a"))
    document.replace(document.message, "Open", Origin("/a.json", "a"))
    assert document.undo_stack.count() == 1
