import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.data_tree import Node, ValueType, written
from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.problem import Problem, Severity
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.data_model import Column
from hmpush_gui.ui.data_view import DataView

from . import samples
from .conftest import Heard, focused, show
from .samples import DATA
from .test_marked_page import marked

EXTRA = ("payload", "extraData")


def view_of(qtbot: QtBot, message: Message, key: str) -> DataView:
    view = DataView()
    qtbot.addWidget(view)
    view.build(kind(key))
    view.show_message(message)
    view.show()
    return view


def carrying(value: object) -> Message:
    message = samples.message()
    document = write(message.document, DATA, value)
    return Message(message.api, message.push_type, document)


@pytest.fixture
def view(qtbot: QtBot) -> DataView:
    """Data that travels as an object."""
    return view_of(qtbot, carrying({"id": "77"}), "v3-alert")


@pytest.fixture
def text_view(qtbot: QtBot) -> DataView:
    """Data that travels as text."""
    return view_of(qtbot, samples.background(), "v3-background")


def words(view: DataView) -> list[str]:
    """What is wrong with the data."""
    return [] if view._state.isHidden() else [view._state.text()]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ({"id": "77"}, '{\n  "id": "77"\n}'),
        (None, ""),
        ("just text", "just text"),
        ('{"id":"77"}', '{\n  "id": "77"\n}'),
        ("5", "5"),
        ([1], "[\n  1\n]"),
        (5, "5"),
        ({"a": "x\u2029y"}, '{\n  "a": "x\\u2029y"\n}'),
    ],
)
def test_whatever_the_message_holds_is_shown_and_not_changed(
    view: DataView, heard: Heard, value: object, shown: str
) -> None:
    edited = heard(view.edited)
    view.show_message(carrying(value))
    view.show_message(carrying(value))
    assert view.text.toPlainText() == shown
    assert not edited


@pytest.mark.parametrize(
    ("text", "value"),
    [('{"a": 1}', {"a": 1}), ("{}", {}), ("", None), ("  \n", None)],
)
def test_an_object_is_sent_as_it_is(
    view: DataView, heard: Heard, text: str, value: object
) -> None:
    edited = heard(view.edited)
    view.text.setPlainText(text)
    assert edited == [(value,)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{ "a": 1 }', '{"a":1}'),
        ("plain", "plain"),
        ('{"a":', '{"a":'),
        ('{"a": NaN}', '{"a": NaN}'),
        ('"\\ud83d"', '"\\ud83d"'),
        ("10\N{NO-BREAK SPACE}€", "10\N{NO-BREAK SPACE}€"),
        ("", ""),
    ],
)
def test_text_is_sent_as_it_is_and_json_without_blanks(
    text_view: DataView, heard: Heard, text: str, value: object
) -> None:
    edited, broke = heard(text_view.edited), heard(text_view.broke)
    text_view.text.setPlainText(text)
    assert edited == [(value,)]
    assert not broke


def test_clearing_the_data_of_a_notification_takes_it_away(
    qtbot: QtBot, heard: Heard
) -> None:
    message = kind("v1-notification").message()
    document = write(message.document, ("message", "data"), '{"a":1}')
    message = Message(message.api, message.push_type, document)
    view = view_of(qtbot, message, "v1-notification")
    edited = heard(view.edited)
    view.text.setPlainText("")
    assert edited == [(None,)]


@pytest.mark.parametrize("text", ["[1]", "5", '"text"', "null", '{"a":', "plain"])
def test_what_is_no_object_leaves_the_last_good_data_in_force(
    view: DataView, heard: Heard, text: str
) -> None:
    edited, broke = heard(view.edited), heard(view.broke)
    view.text.setPlainText(text)
    assert not edited
    assert broke == [(text,)]
    assert "nothing is sent" in words(view)[-1]
    view.show_message(carrying({"from": "JSON"}))
    assert view.text.toPlainText() == text


def test_the_broken_place_is_underlined_behind_an_emoji(view: DataView) -> None:
    view.want_rows(False)
    view.text.setPlainText('{"🎉": x}')
    assert marked(view.text) == "x"
    assert "line 1, column 7" in words(view)[-1]


def test_mended_data_is_good_again(view: DataView, heard: Heard) -> None:
    view.text.setPlainText("[1]")
    edited, broke = heard(view.edited), heard(view.broke)
    view.text.setPlainText('{"a": 1}')
    assert edited == [({"a": 1},)]
    assert broke == [(None,)]
    assert words(view) == []
    assert marked(view.text) is None


@pytest.mark.parametrize(("before", "after"), [("1", "true"), ("0", "0.0")])
def test_data_that_python_calls_equal_is_still_an_edit(
    view: DataView, heard: Heard, before: str, after: str
) -> None:
    view.text.setPlainText(f'{{"a": {before}}}')
    edited = heard(view.edited)
    view.text.setPlainText(f'{{"a": {after}}}')
    assert len(edited) == 1


def test_data_that_was_broken_in_the_draft_is_broken_again(
    view: DataView, heard: Heard
) -> None:
    broke = heard(view.broke)
    view.show_broken("[1")
    assert view.text.toPlainText() == "[1"
    assert broke == [("[1",)]


def test_a_problem_of_good_data_is_said_below(text_view: DataView) -> None:
    sentence = Sentence("pushkit", "The data is not a JSON object.")
    problem = Problem("data", Severity.WARNING, EXTRA, sentence)
    text_view.show_problem(problem)
    assert words(text_view)[-1] == "The data is not a JSON object."
    text_view.show_problem(None)
    assert words(text_view) == []


def test_a_problem_does_not_hide_why_the_text_is_broken(view: DataView) -> None:
    view.text.setPlainText("[1]")
    said = words(view)
    view.show_problem(None)
    assert words(view) == said


def set_cell(view: DataView, row: int, column: Column, value: str) -> None:
    model = view.rows.model
    model.setData(model.index(row, column), value)


def rows(view: DataView) -> str:
    return written(view.rows.model.root, None)


def test_rows_are_shown_where_the_data_has_some(view: DataView) -> None:
    assert not view.rows.isHidden()
    assert view.text.isHidden()
    assert rows(view) == '{"id":"77"}'


def test_a_row_is_a_step_of_its_own(view: DataView, heard: Heard) -> None:
    edited, stepped = heard(view.edited), heard(view.stepped)
    set_cell(view, 0, Column.VALUE, "78")
    assert stepped == [({"id": "78"},)]
    assert not edited
    assert view.text.toPlainText() == '{\n  "id": "78"\n}'


def test_text_and_rows_are_in_step(view: DataView) -> None:
    view.want_rows(False)
    assert view.rows.isHidden()
    view.text.setPlainText('{"a": [1.0]}')
    view.want_rows(True)
    assert rows(view) == '{"a":[1.0]}'


def test_what_has_no_rows_is_shown_as_text_and_says_so(text_view: DataView) -> None:
    message = samples.background()
    plain = Message(
        message.api, message.push_type, write(message.document, EXTRA, "just text")
    )
    text_view.show_message(plain)
    assert text_view.rows.isHidden()
    assert "has no rows" in words(text_view)[0]
    text_view.show_message(samples.background())
    assert not text_view.rows.isHidden()


@pytest.mark.parametrize(
    ("column", "value", "sentence"),
    [
        (Column.VALUE, "1.5x", "“1.5x” is no number"),
        (Column.KEY, "b", "stands twice"),
    ],
)
def test_a_broken_row_keeps_the_last_good_data_and_can_be_undone(
    view: DataView, heard: Heard, column: Column, value: str, sentence: str
) -> None:
    view.show_message(carrying({"a": 1, "b": 2}))
    stepped, broke = heard(view.stepped), heard(view.broke)
    set_cell(view, 0, column, value)
    assert not stepped
    assert broke[0][0] == view.text.toPlainText()
    assert sentence in " ".join(words(view))
    assert view.rows.tree.own_undo
    view.rows.undo_wanted.emit()
    assert broke[-1] == (None,)
    assert rows(view) == '{"a":1,"b":2}'
    assert not stepped


def test_a_broken_row_of_a_draft_is_a_row_again(qtbot: QtBot) -> None:
    view = view_of(qtbot, carrying(None), "v3-alert")
    view.show_broken('{"a": 1, "a": 12x}')
    assert not view.rows.isHidden()
    assert rows(view) == '{"a":1,"a":12x}'
    set_cell(view, 1, Column.KEY, "b")
    set_cell(view, 1, Column.VALUE, "12")
    assert len([each for each in words(view) if "last good" in each]) == 0


def test_numbers_in_text_data_travel_as_they_were_written(
    qtbot: QtBot, heard: Heard
) -> None:
    message = samples.background()
    text = '{"price":1.10,"id":12345678901234567890}'
    document = write(message.document, EXTRA, text)
    view = view_of(
        qtbot, Message(message.api, message.push_type, document), "v3-background"
    )
    stepped = heard(view.stepped)
    model = view.rows.model
    model.insert(model.root, 2, Node(ValueType.TRUTH, "new", "true"))
    assert stepped == [(text[:-1] + ',"new":true}',)]


@pytest.mark.parametrize(
    ("key", "empty"), [("v3-alert", None), ("v3-widget", {}), ("v1-data", "")]
)
def test_without_rows_the_data_is_as_in_a_new_message(
    qtbot: QtBot, heard: Heard, key: str, empty: object
) -> None:
    each = kind(key)
    blank = each.message()
    value = '{"a":1}' if each.data_is_text else {"a": 1}
    document = write(blank.document, each.data_path, value)
    view = view_of(qtbot, Message(blank.api, blank.push_type, document), key)
    stepped = heard(view.stepped)
    view.rows.model.remove(view.rows.model.root.children[0])
    assert stepped == [(empty,)]


def test_the_switch_shows_the_other_face(view: DataView, qtbot: QtBot) -> None:
    show(qtbot, view)
    button = view.findChild(QToolButton, "data.as_json")
    assert isinstance(button, QToolButton)
    button.click()
    assert not view.wants_rows
    assert focused() is view.text
    button = view.findChild(QToolButton, "data.as_rows")
    assert isinstance(button, QToolButton)
    button.click()
    assert focused() is view.rows.tree


def test_rows_are_made_when_they_are_looked_at(qtbot: QtBot) -> None:
    view = view_of(qtbot, carrying({"a": 1}), "v3-alert")
    view.hide()
    view.show_message(carrying({"b": 2}))
    assert rows(view) == '{"a":1}'
    assert '"b": 2' in view.text.toPlainText()
    view.show()
    assert rows(view) == '{"b":2}'
    assert '"b":2' in view.wire.text.toPlainText()
