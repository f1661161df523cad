from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.problem import Problem, Severity
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.field_row import FieldRow
from hmpush_gui.ui.object_list import ObjectListEditor, is_object_list
from hmpush_gui.ui.text_editors import TextEditor

from .conftest import Heard, focused, press_key, show
from .samples import field

ITEMS: Json = {
    "type": "object",
    "title": "Button",
    "x-new": {"name": ""},
    "properties": {
        "name": {"type": "string", "title": "Name"},
        "kind": {"type": "integer", "title": "Kind", "enum": [0, 1]},
        "target": {"type": "string", "title": "Target", "x-when": {"kind": [1]}},
    },
}
BUTTONS = field("buttons", type="array", title="Buttons", items=ITEMS, maxItems=3)


class Owner:
    """Keeps the value as a document would, and shows it again."""

    def __init__(self, editor: ObjectListEditor, value: Any) -> None:
        self.editor = editor
        self.value = value
        editor.value_edited.connect(self.take)
        editor.show_value(value)

    def take(self, value: Any) -> None:
        self.value = value
        self.editor.show_value(value)

    def rows(self, index: int) -> dict[str, FieldRow]:
        return {row.path[-1]: row for row in self.editor._cards[index]._box.rows}

    def type_into(self, index: int, name: str, text: str) -> None:
        editor = self.rows(index)[name].editor
        assert isinstance(editor, TextEditor)
        editor.setText(text)


@pytest.fixture
def editor(qtbot: QtBot) -> ObjectListEditor:
    editor = ObjectListEditor(BUTTONS, ("a", "buttons"))
    qtbot.addWidget(editor)
    return editor


def test_an_entry_is_added_and_ready_to_be_written(
    editor: ObjectListEditor, qtbot: QtBot
) -> None:
    owner = Owner(editor, None)
    show(qtbot, editor)
    editor._add.click()
    assert owner.value == [{"name": ""}]
    assert focused() is owner.rows(0)["name"].editor
    owner.type_into(0, "name", "Go")
    assert owner.value == [{"name": "Go"}]


def test_no_more_than_the_schema_allows_can_be_added(editor: ObjectListEditor) -> None:
    owner = Owner(editor, [{}, {}])
    assert not editor._add.isHidden()
    editor._add.click()
    assert len(owner.value) == 3
    assert editor._add.isHidden()


def test_an_entry_moves_and_the_keyboard_goes_with_it(
    editor: ObjectListEditor, qtbot: QtBot
) -> None:
    owner = Owner(editor, [{"name": "a"}, {"name": "b"}, {"name": "c"}])
    show(qtbot, editor)
    down = editor._cards[0].down
    down.setFocus()
    press_key(down, Qt.Key.Key_Space)
    assert [each["name"] for each in owner.value] == ["b", "a", "c"]
    assert focused() is editor._cards[1].down
    press_key(focused(), Qt.Key.Key_Space)
    assert [each["name"] for each in owner.value] == ["b", "c", "a"]
    # At the end it cannot go further; the keyboard stays in the entry.
    assert focused() is editor._cards[2].up
    assert not editor._cards[2].down.isEnabled()
    assert not editor._cards[0].up.isEnabled()


@pytest.mark.parametrize(("before", "after"), [([{}], None), (None, None), ([], [])])
def test_the_last_entry_leaves_what_was_before(
    editor: ObjectListEditor, before: Any, after: Any
) -> None:
    owner = Owner(editor, before)
    if not before:
        editor._add.click()
    editor._cards[0].remove.click()
    assert owner.value == after
    assert editor._cards == []


def test_what_is_in_an_entry_and_unknown_is_kept(editor: ObjectListEditor) -> None:
    owner = Owner(editor, [{"later": 1, "name": "a"}, 5])
    owner.type_into(0, "name", "b")
    assert owner.value == [{"later": 1, "name": "b"}, 5]


def test_an_entry_that_is_no_object_says_so_and_can_be_moved(
    editor: ObjectListEditor,
) -> None:
    owner = Owner(editor, [5, {}])
    assert editor._cards[0]._box.isHidden()
    assert not editor._cards[0]._strange.isHidden()
    editor._cards[0].down.click()
    assert owner.value == [{}, 5]


def test_a_value_that_is_no_list_is_left_alone(
    editor: ObjectListEditor, heard: Heard
) -> None:
    edited = heard(editor.value_edited)
    Owner(editor, "text")
    assert editor._add.isHidden()
    assert not editor._strange.isHidden()
    assert not edited


def test_a_field_of_an_entry_appears_where_it_applies(
    editor: ObjectListEditor,
) -> None:
    owner = Owner(editor, [{"kind": 0}, {"kind": 1}])
    assert owner.rows(0)["target"].isHidden()
    assert not owner.rows(1)["target"].isHidden()


def test_problems_stand_in_their_entry(editor: ObjectListEditor) -> None:
    Owner(editor, [{}, {}])
    sentence = Sentence("x", "Too long.")
    editor.show_problems([Problem("a", Severity.BLOCKING, ("1", "name"), sentence)])
    texts = [
        [label.text() for label in card.findChildren(QLabel)] for card in editor._cards
    ]
    assert "Too long." in texts[1]
    assert "Too long." not in texts[0]


def test_the_cursor_finds_a_part_of_an_entry(
    editor: ObjectListEditor, qtbot: QtBot
) -> None:
    owner = Owner(editor, [{}, {}])
    show(qtbot, editor)
    editor.focus_part(("1", "target"))
    assert focused() is owner.rows(1)["target"].editor
    editor.focus_part(())
    assert focused() is owner.rows(0)["name"].editor
    editor.focus_part(("9",))
    assert focused() is editor._add


def test_every_part_has_a_name_of_its_own(editor: ObjectListEditor) -> None:
    Owner(editor, [{}, {}])
    names = [stop.objectName() for stop in editor.stops()]
    assert len(set(names)) == len(names)
    assert names[0] == "field.a.buttons.0.up"
    assert names[3] == "field.a.buttons.0.name"
    assert names[-1] == "field.a.buttons.add"
    assert editor.stops()[2].accessibleName() == "Remove: Button 1"
    assert all(stop.accessibleName() for stop in editor.stops())


@pytest.mark.parametrize(
    ("which", "is_one"),
    [
        (BUTTONS, True),
        (field(type="array", items={"type": "string"}), False),
        (field(type="array"), False),
        (field(type="object"), False),
    ],
)
def test_only_lists_of_known_objects_have_cards(which: Any, is_one: bool) -> None:
    assert is_object_list(which) is is_one
