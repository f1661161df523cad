import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.case import Case
from hmpush_gui.pushkit.fields import Field
from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.problem import Problem, Severity
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.field_group import FieldGroup
from hmpush_gui.ui.text_editors import TextEditor

from .conftest import Heard, focused, show
from .samples import field

ADD = field("badge", "add", type="integer", title="Add")
SET = field("badge", "set", type="integer", title="Set")


def make(qtbot: QtBot, *fields: Field, title: str = "Badge") -> FieldGroup:
    page = QWidget()
    qtbot.addWidget(page)
    group = FieldGroup(title, f"content.{title}", fields or (ADD, SET), page)
    # The page goes with the test, not before it.
    group._page = page  # type: ignore[attr-defined]
    return group


def is_open(group: FieldGroup) -> bool:
    return group.rows is not None and not group.rows.isHidden()


def problem(severity: Severity) -> Problem:
    return Problem("a", severity, ("badge", "set"), Sentence("x", "Too much."))


@pytest.mark.parametrize(
    ("document", "case", "opened"),
    [
        ({}, Case(), False),
        ({"badge": {}}, Case(), False),
        ({"other": 1}, Case(), False),
        ({"badge": {"set": 0}}, Case(), True),
        ({}, Case({("badge", "add")}), True),
    ],
)
def test_it_is_folded_while_it_is_empty_and_optional(
    qtbot: QtBot, document: Json, case: Case, opened: bool
) -> None:
    group = make(qtbot)
    group.show_document(document, case)
    assert is_open(group) is opened
    assert group.heading.isChecked() is opened


def test_folded_its_fields_are_not_made_but_named(qtbot: QtBot) -> None:
    group = make(qtbot)
    group.show_document({}, Case())
    assert group.rows is None
    assert group._contents.text() == "Add, Set"
    assert group.heading.text() == "▸  Badge"
    assert group.heading.accessibleName() == "Badge"


def test_it_is_folded_and_unfolded_by_hand(qtbot: QtBot) -> None:
    group = make(qtbot)
    document = {"badge": {"set": 1}}
    group.show_document(document, Case())
    group.heading.click()
    assert not is_open(group)
    # It does not open again behind one's back.
    group.show_document({"badge": {"set": 2}}, Case())
    assert not is_open(group)
    group.heading.click()
    assert is_open(group)
    assert group.rows is not None
    editor = group.rows.rows[1].editor
    assert isinstance(editor, TextEditor)
    assert editor.text() == "2"


def test_it_opens_when_something_in_it_is_set_elsewhere(qtbot: QtBot) -> None:
    group = make(qtbot)
    group.show_document({}, Case())
    group.show_document({"badge": {"add": 1}}, Case())
    assert is_open(group)
    group.show_document({}, Case())
    assert is_open(group)


@pytest.mark.parametrize(
    ("severity", "mark"), [(Severity.BLOCKING, "✕ "), (Severity.WARNING, "▲ ")]
)
def test_folded_it_still_says_that_something_is_wrong(
    qtbot: QtBot, severity: Severity, mark: str
) -> None:
    group = make(qtbot)
    group.show_document({}, Case())
    group.show_problems([problem(severity)])
    assert group._contents.text() == f"{mark}Add, Set"
    group.show_problems([])
    assert group._contents.text() == "Add, Set"


def test_without_a_title_it_is_always_open(qtbot: QtBot) -> None:
    group = make(qtbot, title="")
    group.show_document({}, Case())
    assert is_open(group)
    assert group.heading not in group.stops()


def test_where_nothing_applies_nothing_is_shown(qtbot: QtBot) -> None:
    old = field("old", type="string", x_old=True)
    group = make(qtbot, old)
    group.show_document({}, Case())
    assert group.isHidden()
    group.show_document({"old": "set"}, Case())
    assert not group.isHidden()
    assert is_open(group)


def test_the_cursor_is_put_into_what_is_folded(qtbot: QtBot, heard: Heard) -> None:
    group = make(qtbot)
    refocus = heard(group.refocus)
    show(qtbot, group._page)  # type: ignore[attr-defined]
    group.show_document({}, Case())
    assert group.focus(("badge", "set")) is not None
    assert refocus
    assert group.rows is not None
    assert focused() is group.rows.rows[1].editor


def test_the_cursor_is_not_put_where_nothing_can_be_typed(qtbot: QtBot) -> None:
    group = make(qtbot)
    group.show_document({"badge": "no object"}, Case())
    assert group.focus(("badge", "set")) is None


def test_it_knows_its_values_and_their_parts(qtbot: QtBot) -> None:
    group = make(qtbot)
    assert group.knows(("badge", "set", "part"))
    assert not group.knows(("badge",))
    assert group.has_part_of(("badge",))
    assert not group.has_part_of(("other",))
