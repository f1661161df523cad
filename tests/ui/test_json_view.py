import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from hmpush_gui.pushkit.document import compact, parse, pretty
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.problem import Problem, Severity
from hmpush_gui.ui.code_text import CodeText
from hmpush_gui.ui.json_view import JsonView
from hmpush_gui.ui.value_editors import typed

from . import samples
from .conftest import Heard
from .samples import BODY, TITLE
from .test_marked_page import marked

GOOD = "Tokens are not part of the message: a send adds the devices."


@pytest.fixture
def view(qtbot: QtBot) -> JsonView:
    view = JsonView()
    qtbot.addWidget(view)
    view.show_message(samples.message())
    return view


def button(view: JsonView, name: str) -> QPushButton:
    found = view.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def state(view: JsonView) -> str:
    """What the line below the text says."""
    label = view.findChildren(QLabel)[-1]
    return label.text()


def holding(document: dict[str, object]) -> Message:
    return Message(Api.V3, "0", document)


def test_the_message_is_laid_out(view: JsonView) -> None:
    assert view.text.toPlainText() == pretty(samples.message().document)
    assert state(view) == GOOD


def test_good_text_is_a_new_document(view: JsonView, heard: Heard) -> None:
    edited, broke = heard(view.edited), heard(view.broke)
    view.text.setPlainText('{"a": 1}')
    assert edited == [({"a": 1},)]
    assert not broke


@pytest.mark.parametrize(
    "text",
    ['{"b": 1, "a": {"d": 1, "c": 2}}', f'{{"a": {10**30}}}', '{"": {"1": []}}'],
)
def test_the_document_arrives_as_it_was_written(
    view: JsonView, heard: Heard, text: str
) -> None:
    edited = heard(view.edited)
    view.text.setPlainText(text)
    assert json.dumps(edited[0][0]) == text


def test_blanks_alone_are_no_edit(view: JsonView, heard: Heard) -> None:
    view.text.setPlainText('{"a": 1}')
    edited = heard(view.edited)
    view.text.setPlainText('{ "a":1 }')
    assert not edited


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{"a": true}', '{"a": 1}'),
        ('{"a": 1}', '{"a": 1.0}'),
        ('{"a":1,"b":2}', '{"b":2,"a":1}'),
    ],
)
def test_text_that_python_calls_equal_is_still_an_edit(
    view: JsonView, heard: Heard, before: str, after: str
) -> None:
    view.text.setPlainText(before)
    edited = heard(view.edited)
    view.text.setPlainText(after)
    assert len(edited) == 1


def test_a_value_of_another_type_is_shown(view: JsonView) -> None:
    view.show_message(holding({"a": 1}))
    view.show_message(holding({"a": True}))
    assert view.text.toPlainText() == '{\n  "a": true\n}'


@pytest.mark.parametrize(
    ("text", "line", "column", "underlined"),
    [
        ('{"a": }', 1, 7, "}"),
        ('{\n  "a": x\n}', 2, 8, "x"),
        ('{"🎉": x}', 1, 7, "x"),
        ('{"a": "优🎉", "b" 1}', 1, 17, "1"),
    ],
)
def test_broken_text_says_where_and_keeps_the_last_good_message(
    view: JsonView,
    heard: Heard,
    text: str,
    line: int,
    column: int,
    underlined: str,
) -> None:
    edited, broke = heard(view.edited), heard(view.broke)
    view.text.setPlainText(text)
    assert f"line {line}, column {column}" in state(view)
    assert marked(view.text) == underlined
    assert not edited
    assert broke == [(text,)]


def test_text_stays_as_typed_while_it_is_broken(view: JsonView) -> None:
    view.text.setPlainText('{"a":')
    view.show_message(samples.message("Changed in the form"))
    assert view.text.toPlainText() == '{"a":'
    assert not button(view, "json.restore").isHidden()
    assert not button(view, "json.format").isEnabled()


def test_mended_text_is_good_again(view: JsonView, heard: Heard) -> None:
    view.text.setPlainText('{"a":')
    edited, broke = heard(view.edited), heard(view.broke)
    view.text.setPlainText('{"a":2}')
    assert edited == [({"a": 2},)]
    assert broke == [(None,)]
    assert state(view) == GOOD
    assert marked(view.text) is None
    assert button(view, "json.restore").isHidden()


def test_the_last_good_message_can_be_had_back(view: JsonView, heard: Heard) -> None:
    view.text.setPlainText('{"a":')
    view.show_message(samples.message("Changed in the form"))
    edited, broke = heard(view.edited), heard(view.broke)
    button(view, "json.restore").click()
    want = samples.message("Changed in the form").document
    assert view.text.toPlainText() == pretty(want)
    assert broke == [(None,)]
    assert not edited
    assert state(view) == GOOD
    assert marked(view.text) is None


def test_format_lays_the_text_out_again(view: JsonView, heard: Heard) -> None:
    edited = heard(view.edited)
    view.text.setPlainText('{"a":1}')
    view.show_message(holding({"a": 1}))
    button(view, "json.format").click()
    assert view.text.toPlainText() == '{\n  "a": 1\n}'
    assert len(edited) == 1
    view.text.undo()
    assert view.text.toPlainText() == '{"a":1}'


def test_text_that_was_broken_in_the_draft_is_broken_again(
    view: JsonView, heard: Heard
) -> None:
    broke = heard(view.broke)
    view.show_broken('{"a": ')
    assert view.text.toPlainText() == '{"a": '
    assert broke == [('{"a": ',)]
    assert "line 1" in state(view)


@pytest.mark.parametrize(
    "text",
    [
        "10\N{NO-BREAK SPACE}€",
        "a\u2028b",
        "a\u2029b",
        "a\rb",
        "\ufeffa",
        "优惠 🎉",
        "\x00",
    ],
)
def test_an_edit_elsewhere_leaves_every_character_alone(
    view: JsonView, heard: Heard, text: str
) -> None:
    view.show_message(holding({"a": text}))
    edited = heard(view.edited)
    cursor = view.text.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    cursor.movePosition(cursor.MoveOperation.Left)
    cursor.insertText(', "b": 1')
    assert edited == [({"a": text, "b": 1},)]


def problem(path: tuple[str, ...]) -> Problem:
    return Problem("rule", Severity.BLOCKING, path, samples.sentence("Wrong."))


def test_a_problem_is_marked_at_its_value_and_said_on_its_line(
    view: JsonView,
) -> None:
    view.show()
    view.show_problems([problem(TITLE)])
    assert marked(view.text) == '"Hello"'
    assert state(view) == GOOD
    view.go_to(TITLE)
    assert state(view) == "Wrong."
    view.show_problems([])
    assert marked(view.text) is None
    assert state(view) == GOOD


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (TITLE, '"title": "Hello"'),
        ((*BODY, "deeper"), '"body": "World"'),
        (("payload", "notification", "missing"), '"notification": {'),
        (("missing",), "{"),
    ],
)
def test_the_cursor_goes_to_a_path_or_to_what_should_hold_it(
    view: JsonView, path: tuple[str, ...], line: str
) -> None:
    view.go_to(path)
    block = view.text.textCursor().block()
    assert block.text().strip().rstrip(",") == line


def test_an_unknown_key_is_marked_when_typing_pauses(
    view: JsonView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.text.settled, timeout=2000):
        view.text.setPlainText('{"new": 1}')
    assert view.text.words_at(2) == "No schema knows this key; it is sent as it is."


def test_a_known_key_is_explained_under_the_mouse(view: JsonView) -> None:
    text = view.text.toPlainText()
    assert view.text.words_at(text.index("title")).startswith("Title\n")


def test_an_edit_elsewhere_leaves_cursor_and_folds_alone(view: JsonView) -> None:
    view.go_to(BODY)
    line = view.text.textCursor().block().text()
    view.show_message(samples.message("Another title"))
    assert "Another title" in view.text.toPlainText()
    assert view.text.textCursor().block().text() == line


pieces = st.text(alphabet='{}[]:,"\\ \n\ta1.e-é🎉', max_size=6)
cuts = st.tuples(st.integers(0, 400), st.integers(0, 12), pieces)


@settings(max_examples=60, deadline=None)
@given(st.lists(cuts, max_size=8))
def test_any_edits_leave_the_text_as_typed_and_the_last_good_message_in_force(
    qapp: QApplication, edits: list[tuple[int, int, str]]
) -> None:
    view = JsonView()
    last = samples.message().document
    heard: list[dict[str, object]] = []
    broken: list[str | None] = [None]
    view.edited.connect(heard.append)
    view.broke.connect(broken.append)
    try:
        view.show_message(samples.message())
        text = typed(view.text.document())
        for at, length, piece in edits:
            start, end = min(at, len(text)), min(at + length, len(text))
            code, cursor = CodeText(text), view.text.textCursor()
            cursor.setPosition(code.unit(start))
            cursor.setPosition(code.unit(end), cursor.MoveMode.KeepAnchor)
            cursor.insertText(piece)
            text = text[:start] + piece + text[end:]
            assert typed(view.text.document()) == text
            try:
                last = parse(text)
                assert broken[-1] is None
            except DocumentError:
                assert broken[-1] == text
            in_force = heard[-1] if heard else samples.message().document
            assert compact(in_force) == compact(last)
            view.show_message(holding(in_force))
            assert typed(view.text.document()) == text
    finally:
        delete(view)
