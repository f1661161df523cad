import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.fields import fields
from hmpush_gui.pushkit.kinds import Kind, kind, kinds
from hmpush_gui.pushkit.problem import Problem, Severity
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.field_row import FieldRow
from hmpush_gui.ui.form import Form
from hmpush_gui.ui.value_editors import TextEditor

from . import samples
from .conftest import Heard, show
from .samples import BODY, TITLE

TABS = ("content", "action", "delivery")


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form("content", "Nothing here.")
    qtbot.addWidget(form)
    form.build(kind("v3-alert"))
    form.show_message(samples.message())
    form.show()
    return form


def unfold(form: Form) -> None:
    """Have every field of the form made."""
    form._complete()
    for group in form._groups:
        group.open()


def rows(form: Form) -> dict[tuple[str, ...], FieldRow]:
    """The fields of the form itself, without those of entries of its lists."""
    boxes = [group.rows for group in form._groups if group.rows is not None]
    return {row.path: row for box in boxes for row in box.rows}


def words(form: Form) -> list[str]:
    """Everything the form says beside its editors."""
    page = form.widget()
    assert page is not None
    labels = page.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisibleTo(page)]


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("each", kinds(), ids=lambda each: each.key)
def test_the_form_has_the_fields_of_the_schema_for_every_kind(
    qtbot: QtBot, each: Kind, tab: str
) -> None:
    form = Form(tab, "Nothing here.")
    qtbot.addWidget(form)
    form.build(each)
    form.show_message(each.message())
    form.show()
    unfold(form)
    wanted = {field.path for field in fields(each, tab)}
    assert form.paths() == wanted == set(rows(form))
    assert ("Nothing here." in words(form)) is (not wanted)


def test_every_kind_can_be_written_somewhere() -> None:
    for each in kinds():
        assert any(True for tab in TABS for _ in fields(each, tab)), each.key


def test_building_anew_drops_the_old_fields(form: Form) -> None:
    form.build(kind("v3-background"))
    assert form.paths() == set()
    assert words(form) == ["Nothing here."]


def test_a_hidden_form_knows_its_fields_before_they_are_made(qtbot: QtBot) -> None:
    form = Form("content", "Nothing here.")
    qtbot.addWidget(form)
    form.build(kind("v3-alert"))
    assert TITLE in form.paths()
    problem = Problem("a", Severity.BLOCKING, TITLE, Sentence("x", "No title."))
    form.show_problems([problem])
    form.show_message(samples.message())
    form.show()
    editor = rows(form)[TITLE].editor
    assert isinstance(editor, TextEditor)
    assert editor.text() == "Hello"
    assert "No title." in words(form)


def test_a_form_shown_again_is_the_same_form(form: Form) -> None:
    before = rows(form)
    form.hide()
    form.show()
    assert rows(form) == before


def test_an_edit_tells_path_and_value(form: Form, heard: Heard) -> None:
    edited = heard(form.edited)
    editor = rows(form)[TITLE].editor
    assert isinstance(editor, TextEditor)
    editor.setText("New")
    assert edited == [(TITLE, "New")]


def test_each_problem_stands_under_its_field(form: Form) -> None:
    problems = [
        Problem("a", Severity.BLOCKING, TITLE, Sentence("x", "No title.")),
        Problem("b", Severity.WARNING, ("elsewhere",), Sentence("x", "Not here.")),
    ]
    form.show_problems(problems)
    assert "No title." in words(form)
    assert "Not here." not in words(form)
    form.show_problems([])
    assert "No title." not in words(form)


def test_the_cursor_goes_to_the_field_of_a_path(form: Form, qtbot: QtBot) -> None:
    show(qtbot, form)
    assert form.focus(BODY)
    assert rows(form)[BODY].editor.hasFocus()
    assert not form.focus(("no", "such", "field"))
    assert rows(form)[BODY].editor.hasFocus()
