from typing import Any

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.fields import Field, fields
from hmpush_gui.pushkit.kinds import kinds
from hmpush_gui.ui.value_editors import (
    AnyEditor,
    ChoiceEditor,
    LongTextEditor,
    SuggestEditor,
    SwitchEditor,
    TextEditor,
    clean,
    editor_for,
    typed,
)

from . import samples
from .conftest import Heard
from .samples import field

TEXT = field(type="string")
NEEDED = field(type="string", required=True)
NUMBER = field(type="integer")
LONG = field(type="string", x_multiline=True)
LONG_NEEDED = field(type="string", required=True, x_multiline=True)
LIST = field(type="array", items={"type": "string"})
CHOICE = field(type="integer", enum=[0, 1, 3], default=0, x_names=["N", "B", "M"])
NEEDED_CHOICE = field(type="integer", enum=[0, 1], required=True)
SUGGESTED = field(type="string", required=True, x_suggestions=["MAIL", "IM"])
SWITCH = field(type="boolean", default=True)


def make(qtbot: QtBot, field: Field) -> AnyEditor:
    editor = editor_for(field)
    assert isinstance(editor, QWidget)
    qtbot.addWidget(editor)
    return editor


def says(editor: AnyEditor) -> str:
    """What a person reads in the editor."""
    if isinstance(editor, LongTextEditor):
        return editor.toPlainText()
    if isinstance(editor, ChoiceEditor | SuggestEditor):
        return editor.currentText()
    return editor.text()


def type_in(editor: AnyEditor, text: str) -> None:
    if isinstance(editor, LongTextEditor):
        editor.setPlainText(text)
    else:
        assert isinstance(editor, TextEditor)
        editor.setText(text)


@pytest.mark.parametrize(
    ("which", "kind"),
    [
        (TEXT, TextEditor),
        (NUMBER, TextEditor),
        (LONG, LongTextEditor),
        (LIST, LongTextEditor),
        (CHOICE, ChoiceEditor),
        (SUGGESTED, ChoiceEditor),
        (field(type="string", x_suggestions=["MAIL"]), SuggestEditor),
        (SWITCH, SwitchEditor),
    ],
)
def test_each_type_has_its_editor(
    qtbot: QtBot, which: Field, kind: type[AnyEditor]
) -> None:
    assert type(make(qtbot, which)) is kind


@pytest.mark.parametrize(
    ("which", "value", "shown"),
    [
        (TEXT, "Hello", "Hello"),
        (TEXT, None, ""),
        (NUMBER, 60, "60"),
        (NUMBER, -1, "-1"),
        (LONG, "two\nlines", "two\nlines"),
        (LIST, ["one", "two"], "one\ntwo"),
        (LIST, [], ""),
        (CHOICE, 3, "M  (3)"),
        (CHOICE, None, "default: N"),
        (NEEDED_CHOICE, 1, "1"),
        (field(enum=["A"]), None, "not set"),
        (SUGGESTED, "IM", "IM"),
        # Values of another type, as JSON may hold them.
        (TEXT, 5, "5"),
        (TEXT, {"a": "ö"}, '{"a": "ö"}'),
        (TEXT, True, "true"),
        (NUMBER, "60s", "60s"),
        (NUMBER, 1.5, "1.5"),
        (LONG, [1, "x"], '[1, "x"]'),
        (LIST, "text", "text"),
        (LIST, ["a", 1], '["a", 1]'),
        (CHOICE, 2, "2"),
        (CHOICE, True, "true"),
        (CHOICE, "1", "1"),
        (CHOICE, 1.0, "1.0"),
        (CHOICE, 10**30, "1" + "0" * 30),
        (CHOICE, {"b": 1, "a": 2}, '{"b": 1, "a": 2}'),
        (SUGGESTED, "OTHER", "OTHER"),
    ],
)
def test_values_are_shown_and_not_changed_until_edited(
    qtbot: QtBot, heard: Heard, which: Field, value: Any, shown: str
) -> None:
    editor = make(qtbot, which)
    edited = heard(editor.value_edited)
    editor.show_value(value)
    editor.show_value(value)
    assert says(editor) == shown
    assert not edited


@pytest.mark.parametrize(
    ("value", "on"), [(True, True), (False, False), (None, True), ("no", True)]
)
def test_a_switch_shows_its_default_until_it_is_set(
    qtbot: QtBot, heard: Heard, value: object, on: bool
) -> None:
    editor = make(qtbot, SWITCH)
    assert isinstance(editor, SwitchEditor)
    edited = heard(editor.value_edited)
    editor.show_value(value)
    assert editor.isChecked() is on
    assert not edited
    editor.click()
    assert edited == [(not on,)]


@pytest.mark.parametrize(
    ("which", "text", "value"),
    [
        (TEXT, "Hello", "Hello"),
        (TEXT, " ", " "),
        (NEEDED, "", ""),
        (TEXT, "", None),
        (NUMBER, "60", 60),
        (NUMBER, " 60 ", 60),
        (NUMBER, "-1", -1),
        (NUMBER, "−1", -1),
        (NUMBER, "６０", 60),
        (NUMBER, "", None),
        (NUMBER, "60s", "60s"),
        (NUMBER, "-", "-"),
        (NUMBER, "--5", "--5"),
        (NUMBER, "1e3", "1e3"),
        (NUMBER, "²", "²"),
        (NUMBER, "9" * 19, int("9" * 19)),
        (NUMBER, "9" * 5000, "9" * 5000),
        (LONG, "two\nlines", "two\nlines"),
        (LONG, "", None),
        (LONG_NEEDED, "", ""),
        (LONG, "10\N{NO-BREAK SPACE}€", "10\N{NO-BREAK SPACE}€"),
        (LIST, "one\n\ntwo\n", ["one", "two"]),
        (LIST, "\n", None),
        (TEXT, "优惠 🎉", "优惠 🎉"),
    ],
)
def test_what_is_typed_becomes_a_value(
    qtbot: QtBot, heard: Heard, which: Field, text: str, value: object
) -> None:
    editor = make(qtbot, which)
    editor.show_value("before")
    edited = heard(editor.value_edited)
    type_in(editor, text)
    assert edited[-1] == (value,)


def test_an_empty_number_that_must_be_there_is_taken_away(
    qtbot: QtBot, heard: Heard
) -> None:
    editor = make(qtbot, field(type="integer", required=True))
    edited = heard(editor.value_edited)
    type_in(editor, "5")
    type_in(editor, "")
    assert edited == [(5,), (None,)]


@pytest.mark.parametrize(("row", "value"), [(0, None), (1, 0), (3, 3)])
def test_choosing_gives_the_value_behind_the_name(
    qtbot: QtBot, heard: Heard, row: int, value: object
) -> None:
    editor = make(qtbot, CHOICE)
    assert isinstance(editor, ChoiceEditor)
    edited = heard(editor.value_edited)
    editor.activated.emit(row)
    assert edited == [(value,)]


def test_a_strange_value_stays_one_to_choose_once(qtbot: QtBot) -> None:
    editor = make(qtbot, CHOICE)
    assert isinstance(editor, ChoiceEditor)
    before = editor.count()
    for value in (9, 0, 9, 9):
        editor.show_value(value)
    assert editor.count() == before + 1


@pytest.mark.parametrize(
    ("which", "typing", "value"),
    [(NUMBER, "1", True), (NUMBER, "1", 1.0), (NUMBER, "0", False)],
)
def test_a_value_of_another_type_is_shown_though_python_calls_it_equal(
    qtbot: QtBot, which: Field, typing: str, value: object
) -> None:
    editor = make(qtbot, which)
    type_in(editor, typing)
    editor.show_value(value)
    assert says(editor) != typing


def test_showing_what_is_typed_keeps_cursor_and_wording(qtbot: QtBot) -> None:
    editor = make(qtbot, NUMBER)
    assert isinstance(editor, TextEditor)
    type_in(editor, "007")
    editor.setCursorPosition(1)
    editor.show_value(7)
    assert (editor.text(), editor.cursorPosition()) == ("007", 1)


def test_showing_another_text_keeps_the_cursor_in_reach(qtbot: QtBot) -> None:
    editor = make(qtbot, LONG)
    assert isinstance(editor, LongTextEditor)
    editor.show_value("a long text")
    cursor = editor.textCursor()
    cursor.setPosition(8)
    editor.setTextCursor(cursor)
    editor.show_value("another text")
    assert editor.textCursor().position() == 8
    editor.show_value("x")
    assert editor.textCursor().position() == 1


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Hello 🎉", "Hello 🎉"),
        ("a\ud83db", "a\N{REPLACEMENT CHARACTER}b"),
        ("\ude00", "\N{REPLACEMENT CHARACTER}"),
        ("\ud83c\udf89", "🎉"),
        ("", ""),
    ],
)
def test_halves_of_characters_are_cleaned(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned
    clean(text).encode()


def test_the_blanks_that_were_typed_stay_what_they_are(qapp: object) -> None:
    document = QTextDocument()
    document.setPlainText("10\N{NO-BREAK SPACE}€\u2028a\nb")
    assert typed(document) == "10\N{NO-BREAK SPACE}€\u2028a\nb"


def test_suggestions_leave_any_other_text_possible(qtbot: QtBot, heard: Heard) -> None:
    editor = make(qtbot, field(type="string", x_suggestions=["MAIL"]))
    assert isinstance(editor, SuggestEditor)
    assert editor.itemText(0) == "MAIL"
    edited = heard(editor.value_edited)
    editor.setEditText("NEW_ONE")
    assert edited == [("NEW_ONE",)]


def test_the_first_example_is_the_placeholder(qtbot: QtBot) -> None:
    lines = field(type="array", examples=[["one", "two"]])
    editor = make(qtbot, lines)
    assert isinstance(editor, LongTextEditor)
    assert editor.placeholderText() == "one\ntwo"
    plain = make(qtbot, TEXT)
    assert isinstance(plain, TextEditor)
    assert plain.placeholderText() == ""


def test_tab_leaves_a_long_text(qtbot: QtBot) -> None:
    editor = make(qtbot, LONG)
    assert isinstance(editor, LongTextEditor)
    assert editor.tabChangesFocus()


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.key)
def test_every_field_of_every_kind_has_an_editor(qtbot: QtBot, kind: Any) -> None:
    for tab in ("content", "action", "delivery"):
        for each in fields(kind, tab):
            make(qtbot, each).show_value(samples.read_blank(kind, each.path))
