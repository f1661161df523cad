import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.fields import fields
from hmpush_gui.pushkit.kinds import Kind, kind, kinds
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.problem import Problem, Severity
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.field_row import FieldRow
from hmpush_gui.ui.form import Form
from hmpush_gui.ui.object_list import ObjectListEditor
from hmpush_gui.ui.value_editors import TextEditor

from . import samples
from .conftest import Heard, focused, show
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


def stops(form: Form) -> list[QWidget]:
    return [stop for group in form._groups for stop in group.stops()]


def next_stop(widget: QWidget, walked: list[QWidget]) -> QWidget:
    """Where Tab goes from `widget`."""
    following = widget.nextInFocusChain()
    while following is not None and following not in walked:
        assert following is not widget, f"{widget.objectName()} is the last"
        following = following.nextInFocusChain()
    assert following is not None
    return following


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("each", kinds()[:10], ids=lambda each: each.key)
def test_every_editor_of_every_kind_has_a_name_and_its_turn(
    qtbot: QtBot, each: Kind, tab: str
) -> None:
    form = Form(tab, "Nothing here.")
    qtbot.addWidget(form)
    form.build(each)
    form.show_message(each.message())
    form.show()
    unfold(form)
    for group in form._groups:
        assert group.rows is not None
        for row in group.rows.rows:
            assert row.editor.accessibleName()
            assert row.editor.accessibleDescription()
            assert row.editor.toolTip().endswith(".".join(row.path))
            if isinstance(row.editor, ObjectListEditor):
                row.editor._add.click()
    walked = stops(form)
    names = [stop.objectName() for stop in walked]
    assert all(names)
    assert len(set(names)) == len(names)
    assert all(stop.accessibleName() for stop in walked)
    chain = [walked[0]] if walked else []
    while len(chain) < len(walked):
        chain.append(next_stop(chain[-1], walked))
    assert chain == walked


def test_unknown_keys_are_named_on_their_tab(qtbot: QtBot) -> None:
    message = samples.message()
    document = write(message.document, ("pushOptions", "later"), 1)
    document = write(document, ("payload", "notification", "new"), 1)
    for tab, words in (
        ("content", "Kept as they are: notification.new"),
        ("delivery", "Kept as they are: pushOptions.later"),
    ):
        form = Form(tab, "Nothing here.")
        qtbot.addWidget(form)
        form.build(kind("v3-alert"))
        form.show_message(Message(message.api, message.push_type, document))
        form.show()
        page = form.widget()
        assert page is not None
        labels = page.findChildren(QLabel)
        assert words in [each.text() for each in labels if each.isVisibleTo(page)]


def test_the_cursor_goes_into_an_entry_of_a_list(qtbot: QtBot) -> None:
    buttons = ("message", "android", "notification", "buttons")
    message = kind("v1-notification").message()
    document = write(message.document, buttons, [{"name": "a"}, {"name": "b"}])
    form = Form("action", "Nothing here.")
    qtbot.addWidget(form)
    form.build(kind("v1-notification"))
    form.show_message(Message(message.api, "", document))
    show(qtbot, form)
    assert form.knows((*buttons, "1", "name"))
    assert form.focus((*buttons, "1", "name"))
    assert focused().objectName() == "field." + ".".join((*buttons, "1", "name"))


def test_the_cursor_goes_to_what_is_missing_inside_an_object(form: Form) -> None:
    form.build(kind("v3-alert"))
    assert form.focus(("payload", "notification"))
    assert not form.focus(())


def test_of_sixty_fields_only_those_are_made_that_are_looked_at(qtbot: QtBot) -> None:
    form = Form("content", "Nothing here.")
    qtbot.addWidget(form)
    live = kind("v3-live-view")
    form.build(live)
    form.show_message(live.message())
    assert form.findChildren(FieldRow) == []
    form.show()
    assert len(form.paths()) > 60
    assert 0 < len(form.findChildren(FieldRow)) < 20


@pytest.mark.parametrize("each", kinds()[:10], ids=lambda each: each.key)
def test_no_form_is_wider_than_its_window(qtbot: QtBot, each: Kind) -> None:
    for tab in TABS:
        form = Form(tab, "Nothing here.")
        qtbot.addWidget(form)
        form.build(each)
        form.show_message(each.message())
        form.resize(380, 500)
        form.show()
        unfold(form)
        page = form.widget()
        assert page is not None
        assert page.minimumSizeHint().width() <= 380, tab


def test_what_changed_while_nobody_looked_is_shown_on_the_next_look(
    form: Form,
) -> None:
    form.hide()
    form.show_message(samples.message("Later"))
    form.show()
    editor = rows(form)[TITLE].editor
    assert isinstance(editor, TextEditor)
    assert editor.text() == "Later"
    form.hide()
    form.show_message(samples.message("Latest"))
    assert form.focus(TITLE)
    assert editor.text() == "Latest"
