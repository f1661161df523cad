from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.case import Case
from hmpush_gui.pushkit.fields import Field
from hmpush_gui.pushkit.problem import Problem, Severity
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.field_row import FieldRow
from hmpush_gui.ui.value_editors import ChoiceEditor, TextEditor

from . import samples
from .conftest import Heard
from .samples import TITLE, field

TITLE_FIELD = field(
    *TITLE, required=True, type="string", title="Title", description="One line."
)


def problem(severity: Severity = Severity.BLOCKING) -> Problem:
    sentence = Sentence("pushkit", "{label} is empty.").format(
        label=Sentence("schema", "Title")
    )
    return Problem("rule", severity, TITLE, sentence)


@pytest.fixture
def row(qtbot: QtBot) -> FieldRow:
    row = FieldRow(TITLE_FIELD)
    qtbot.addWidget(row)
    row.show_document(samples.message().document, Case())
    return row


def visible(row: FieldRow) -> list[str]:
    """The words beside the editor."""
    return [label.text() for label in row.findChildren(QLabel) if not label.isHidden()]


def test_the_human_name_comes_first_and_the_wire_name_is_small(row: FieldRow) -> None:
    assert sorted(visible(row)) == ["Title", "required", "title"]
    tips = {label.toolTip() for label in row.findChildren(QLabel)}
    assert "payload.notification.title" in tips


def test_the_editor_shows_the_value_and_tells_its_path(
    row: FieldRow, heard: Heard
) -> None:
    edited = heard(row.edited)
    assert isinstance(row.editor, TextEditor)
    assert row.editor.text() == "Hello"
    row.editor.setText("New")
    assert edited == [(TITLE, "New")]


def test_the_editor_is_named_for_screen_readers(row: FieldRow) -> None:
    assert row.editor.objectName() == "field.payload.notification.title"
    assert row.editor.accessibleName() == "Title"
    assert row.editor.accessibleDescription() == "One line."
    assert row.editor.toolTip() == "One line.\npayload.notification.title"


def test_a_click_on_the_label_goes_to_the_editor(row: FieldRow) -> None:
    buddies = [label.buddy() for label in row.findChildren(QLabel)]
    assert row.editor in buddies


@pytest.mark.parametrize(
    ("severity", "bad"),
    [(Severity.BLOCKING, True), (Severity.WARNING, False), (Severity.HINT, False)],
)
def test_a_problem_stands_under_the_field(
    row: FieldRow, severity: Severity, bad: bool
) -> None:
    row.show_problem(problem(severity))
    assert "Title is empty." in visible(row)
    assert row.editor.accessibleDescription() == "Title is empty."
    assert bool(row.editor.property("bad")) is bad


def test_a_problem_that_is_gone_leaves_no_trace(row: FieldRow) -> None:
    row.show_problem(problem())
    row.show_problem(None)
    assert sorted(visible(row)) == ["Title", "required", "title"]
    assert row.editor.accessibleDescription() == "One line."
    assert row.editor.property("bad") is False


def test_a_switch_carries_its_own_label(qtbot: QtBot) -> None:
    row = FieldRow(Field(("a", "on"), {"type": "boolean", "title": "Ring"}, False))
    qtbot.addWidget(row)
    assert visible(row) == ["on"]
    assert row.editor.accessibleName() == "Ring"


def test_a_field_without_a_title_is_called_as_its_key(qtbot: QtBot) -> None:
    row = FieldRow(field("deep", "key", type="string"))
    qtbot.addWidget(row)
    assert visible(row) == ["key", "key"]


BUTTONS = field(
    "buttons",
    type="array",
    title="Buttons",
    items={"properties": {"name": {"type": "string", "title": "Name"}}},
)


def test_what_is_wrong_in_an_entry_stands_there_and_not_twice(qtbot: QtBot) -> None:
    row = FieldRow(BUTTONS, None, ("a",))
    qtbot.addWidget(row)
    row.show_document({"buttons": [{}]}, Case())
    whole = Problem("a", Severity.BLOCKING, ("buttons",), Sentence("x", "Too many."))
    part = replace(whole, path=("buttons", "0", "name"), sentence=Sentence("x", "Bad."))
    row.show_problems([part])
    assert visible(row).count("Bad.") == 1
    assert not row.editor.property("bad")
    row.show_problems([whole, part])
    assert {"Too many.", "Bad."} <= set(visible(row))


def test_a_problem_inside_a_value_stands_under_the_value(qtbot: QtBot) -> None:
    row = FieldRow(field("lines", type="array"))
    qtbot.addWidget(row)
    sentence = Sentence("x", "Too long.")
    row.show_problems([Problem("a", Severity.BLOCKING, ("lines", "2"), sentence)])
    assert "Too long." in visible(row)


def test_choices_follow_the_case(qtbot: QtBot) -> None:
    row = FieldRow(field("type", type="integer", enum=[3, 4, 5], required=True))
    qtbot.addWidget(row)
    row.show_document({"type": 5}, Case(choices={("type",): (5, -1)}))
    assert isinstance(row.editor, ChoiceEditor)
    assert [row.editor.itemText(at) for at in range(row.editor.count())] == ["5"]
