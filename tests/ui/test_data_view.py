import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.problem import Problem, Severity
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.data_view import DataView

from . import samples
from .conftest import Heard
from .samples import DATA
from .test_code_edit import marked

EXTRA = ("payload", "extraData")


def view_of(qtbot: QtBot, message: Message, key: str) -> DataView:
    view = DataView()
    qtbot.addWidget(view)
    view.build(kind(key))
    view.show_message(message)
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
    labels = view.findChildren(QLabel)
    return [label.text() for label in labels if not label.isHidden()]


def test_it_says_how_the_data_travels(view: DataView, text_view: DataView) -> None:
    assert "as a JSON object in payload.notification.clickAction.data" in words(view)[0]
    assert "as text in payload.extraData" in words(text_view)[0]


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
    assert "the last good data is sent" in words(view)[-1]
    view.show_message(carrying({"from": "JSON"}))
    assert view.text.toPlainText() == text


def test_the_broken_place_is_underlined_behind_an_emoji(view: DataView) -> None:
    view.text.setPlainText('{"🎉": x}')
    assert marked(view.text) == "x"
    assert "line 1, column 7" in words(view)[-1]


def test_mended_data_is_good_again(view: DataView, heard: Heard) -> None:
    view.text.setPlainText("[1]")
    edited, broke = heard(view.edited), heard(view.broke)
    view.text.setPlainText('{"a": 1}')
    assert edited == [({"a": 1},)]
    assert broke == [(None,)]
    assert len(words(view)) == 1
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
    assert len(words(text_view)) == 1


def test_a_problem_does_not_hide_why_the_text_is_broken(view: DataView) -> None:
    view.text.setPlainText("[1]")
    said = words(view)
    view.show_problem(None)
    assert words(view) == said
