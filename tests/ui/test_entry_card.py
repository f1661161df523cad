from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.document import compact
from hmpush_gui.ui.entry_card import EntryCard
from hmpush_gui.ui.text_editors import TextEditor

from .conftest import Heard
from .test_object_list import ITEMS


def test_a_value_of_an_entry_comes_back_to_its_place(
    qtbot: QtBot, heard: Heard
) -> None:
    card = EntryCard(ITEMS, "Button", 0, ("buttons", "0"))
    qtbot.addWidget(card)
    card.edited.connect(lambda _index, value: card.show_value(value, 1))
    edited = heard(card.edited)
    card.show_value({"name": "a", "later": 1}, 1)
    editor = card._box.rows[0].editor
    assert isinstance(editor, TextEditor)
    editor.setText("")
    editor.setText("a")
    assert edited[0] == (0, {"later": 1})
    assert compact(edited[1][1]) == b'{"name":"a","later":1}'
