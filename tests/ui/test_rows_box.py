import pytest
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.case import Case
from hmpush_gui.pushkit.fields import Field, entry_fields
from hmpush_gui.pushkit.message import Json
from hmpush_gui.ui.rows_box import RowsBox

from .conftest import Heard, focused, show

SCHEMA: Json = {
    "properties": {
        "style": {"type": "integer", "enum": [0, 3], "default": 0, "title": "Style"},
        "lines": {"type": "array", "x-when": {"style": [3]}, "title": "Lines"},
        "name": {"type": "string", "title": "Name"},
    }
}
FIELDS: tuple[Field, ...] = entry_fields(SCHEMA)


@pytest.fixture
def box(qtbot: QtBot) -> RowsBox:
    box = RowsBox(FIELDS, None, ("a",))
    qtbot.addWidget(box)
    box.show_document({}, Case())
    return box


def shown(box: RowsBox) -> list[str]:
    return [row.path[-1] for row in box.rows if not row.isHidden()]


def test_a_field_appears_where_it_applies(box: RowsBox) -> None:
    assert shown(box) == ["style", "name"]
    box.show_document({"style": 3}, Case())
    assert shown(box) == ["style", "lines", "name"]


def test_a_value_that_does_not_apply_stays_and_says_so(box: RowsBox) -> None:
    box.show_document({"lines": ["a"], "style": 0}, Case())
    assert shown(box) == ["style", "lines", "name"]
    label = box.rows[1]._note._label
    assert label is not None
    assert label.text() == "Not used: it is for “Style” = 3."
    box.show_document({"lines": ["a"], "style": 3}, Case())
    assert label.isHidden()


def test_a_field_is_not_taken_from_under_the_cursor(box: RowsBox, qtbot: QtBot) -> None:
    box.show_document({"lines": ["a"]}, Case())
    show(qtbot, box)
    box.rows[1].editor.setFocus()
    box.show_document({}, Case())
    assert shown(box) == ["style", "lines", "name"]
    box.rows[2].editor.setFocus()
    box.show_document({}, Case())
    assert shown(box) == ["style", "name"]


def test_what_is_asked_for_is_shown(box: RowsBox, qtbot: QtBot) -> None:
    show(qtbot, box)
    assert box.focus(("lines", "0")) is not None
    assert focused() is box.rows[1].editor
    box.rows[0].editor.setFocus()
    box.show_document({}, Case())
    assert "lines" in shown(box)
    assert box.focus(("other",)) is None


def test_an_edit_tells_its_path(box: RowsBox, heard: Heard) -> None:
    edited = heard(box.edited)
    box.rows[2].editor.setText("x")  # type: ignore[union-attr]
    assert edited == [(("name",), "x")]


def test_the_names_tell_where_the_object_stands(box: RowsBox) -> None:
    assert [stop.objectName() for stop in box.stops()] == [
        "field.a.style",
        "field.a.lines",
        "field.a.name",
    ]


def test_something_else_in_the_place_of_an_object_is_not_overwritten(
    qtbot: QtBot,
) -> None:
    inner = entry_fields({"properties": {"badge": {"properties": {"n": {}}}}})
    box = RowsBox(inner)
    qtbot.addWidget(box)
    box.show_document({"badge": "text"}, Case())
    assert not box.rows[0].editor.isEnabled()
    box.show_document({"badge": {}}, Case())
    assert box.rows[0].editor.isEnabled()
