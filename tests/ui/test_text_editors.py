from pytestqt.qtbot import QtBot

from hmpush_gui.ui.text_editors import LongTextEditor, TextEditor

from .conftest import Heard
from .samples import field

LINES = field(type="array", items={"type": "string"})


def test_text_set_back_is_the_value_that_was_shown(qtbot: QtBot, heard: Heard) -> None:
    editor = TextEditor(field(type="integer"))
    qtbot.addWidget(editor)
    edited = heard(editor.value_edited)
    editor.show_value("60")
    for text in ("601", "60"):
        editor.setText(text)
    assert edited == [(601,), ("60",)]


def test_a_long_text_is_as_high_as_what_is_in_it(qtbot: QtBot) -> None:
    editor = LongTextEditor(field(type="string", x_multiline=True))
    qtbot.addWidget(editor)
    editor.show()
    low = editor.height()
    editor.show_value("a\nb\nc\nd\ne")
    higher = editor.height()
    editor.show_value("\n" * 99)
    assert low < higher < editor.height() < 300
    editor.show_value("a")
    assert editor.height() == low


def test_a_list_that_cannot_stand_one_a_line_stays_whole(
    qtbot: QtBot, heard: Heard
) -> None:
    editor = LongTextEditor(LINES)
    qtbot.addWidget(editor)
    edited = heard(editor.value_edited)
    editor.show_value(["a\nb", ""])
    assert editor.toPlainText() == '["a\\nb", ""]'
    editor.setPlainText('["a\\nb", "c"]')
    assert edited == [(["a\nb", "c"],)]


def test_broken_json_stays_as_text_until_it_is_json(qtbot: QtBot, heard: Heard) -> None:
    editor = LongTextEditor(field(type="object"))
    qtbot.addWidget(editor)
    edited = heard(editor.value_edited)
    for text in ('{"a"', '{"a": 1}'):
        editor.setPlainText(text)
    assert edited == [('{"a"',), ({"a": 1},)]
    editor.show_value({"a": 1})
    assert editor.toPlainText() == '{"a": 1}'


def test_the_default_is_said_while_nothing_is_typed(qtbot: QtBot) -> None:
    editor = TextEditor(field(type="integer", default=-1, examples=[7]))
    qtbot.addWidget(editor)
    assert editor.placeholderText() == "default: -1"
