import json

import pytest

from hmpush_gui.exchange.message_file import (
    MessageFile,
    read_file,
    write_file,
    write_message,
)
from hmpush_gui.pushkit.languages import added
from hmpush_gui.pushkit.message import Draft, Origin
from hmpush_gui.ui.file_state import FileState
from hmpush_gui.ui.message_document import MessageDocument
from tests.pushkit.language_samples import alert, two

from . import samples
from .conftest import Heard
from .samples import TITLE

SAVED = Origin("/push/parcel.json", write_message(samples.message()))


@pytest.fixture
def document(qapp: object) -> MessageDocument:
    return MessageDocument(samples.message())


@pytest.fixture
def state(document: MessageDocument) -> FileState:
    return FileState(document)


def test_a_message_in_no_file_has_no_name_and_no_mark(
    document: MessageDocument, state: FileState
) -> None:
    document.set_value(TITLE, "Other")
    assert (state.name, state.modified, state.unsaved) == ("", False, True)


def test_a_blank_message_is_nothing_to_lose(
    document: MessageDocument, state: FileState
) -> None:
    document.replace(document.kind.message(), "New")
    assert not state.unsaved
    document.set_broken_text("{")
    assert state.unsaved


def test_an_edit_marks_the_file_and_undo_takes_the_mark_away(
    document: MessageDocument, state: FileState, heard: Heard
) -> None:
    document.set_origin(SAVED)
    changed = heard(state.changed)
    assert (state.name, state.modified) == ("parcel.json", False)
    document.set_value(TITLE, "Other")
    assert state.modified
    document.set_value(TITLE, "Others")
    document.undo_stack.undo()
    assert not state.modified
    assert not state.unsaved
    assert len(changed) == 2


@pytest.mark.parametrize("broken", ["text", "data"])
def test_what_is_typed_but_broken_is_not_in_the_file(
    document: MessageDocument, state: FileState, broken: str
) -> None:
    document.set_origin(SAVED)
    getattr(document, f"set_broken_{broken}")("{")
    assert state.modified
    getattr(document, f"set_broken_{broken}")(None)
    assert not state.modified


def test_a_number_is_not_the_truth_value_that_python_takes_it_for(
    document: MessageDocument, state: FileState
) -> None:
    document.set_value(("payload", "x"), 1)
    document.set_origin(Origin("/a.json", write_message(document.message)))
    document.set_value(("payload", "x"), True)
    assert state.modified


def test_a_file_that_is_no_message_any_more_differs(
    document: MessageDocument, state: FileState
) -> None:
    document.set_origin(Origin("/a.json", "{"))
    assert state.modified
    assert read_file(state.text()).message == document.message


def test_a_draft_comes_back_with_its_mark(document: MessageDocument) -> None:
    document.set_origin(SAVED)
    document.set_value(TITLE, "Other")
    again = MessageDocument(samples.message())
    state = FileState(again)
    again.load(document.draft())
    assert (state.name, state.modified) == ("parcel.json", True)
    again.load(Draft(samples.message(), origin=SAVED))
    assert not state.modified


def test_saving_writes_all_else_that_the_file_held(
    document: MessageDocument, state: FileState
) -> None:
    content = {**json.loads(SAVED.text), "name": "Parcel", "owner": {"team": 7}}
    document.set_origin(Origin("/a.json", json.dumps(content)))
    document.set_value(TITLE, "Other")
    written = json.loads(state.text())
    assert written["name"] == "Parcel"
    assert written["owner"] == {"team": 7}
    assert read_file(state.text()).message == document.message


def test_a_text_of_another_language_marks_the_file_and_is_saved(
    document: MessageDocument, state: FileState
) -> None:
    text = write_file(MessageFile(alert(), languages=two()))
    document.load(Draft(alert(), origin=Origin("/push/a.json", text), languages=two()))
    assert not state.modified
    assert state.text() == text
    other = added(two(), "zh-Hans", {})
    document.edit(alert(), other, "Edit")
    assert state.modified
    assert read_file(state.text()).languages == other
