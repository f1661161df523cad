import json

import pytest
from PySide6.QtCore import QModelIndex, Qt

from hmpush_gui.pushkit.json_tree import tree_of
from hmpush_gui.pushkit.protocol import Answer
from hmpush_gui.ui.answer_tree import AnswerTree, Column

from .conftest import Sound

MESSAGE = json.dumps({"success": 1, "illegalTokens": {"noRight": ["t-1"]}})
BODY = json.dumps({"code": "80100000", "msg": MESSAGE, "ok": True, "none": None})


def answer(body: str) -> Answer:
    headers = (("server", "x"), ("content-type", "application/json"))
    return Answer(200, "OK", headers, body.encode())


@pytest.fixture
def model(qapp: object) -> AnswerTree:
    assert qapp
    model = AnswerTree()
    show(model, BODY)
    return model


def show(model: AnswerTree, body: str) -> None:
    model.show_answer(answer(body), tree_of(body.encode()))


def at(model: AnswerTree, *rows: int, column: int = 0) -> QModelIndex:
    index = QModelIndex()
    for row in rows:
        index = model.index(row, 0, index)
    return index.siblingAtColumn(column)


def test_the_tree_stays_sound_through_every_answer(
    model: AnswerTree, sound: Sound
) -> None:
    sound(model)
    show(model, "[1, [2, {}]]")
    sound(model)
    show(model, "<html>")
    sound(model)
    model.show_answer(None, None)
    sound(model)


def test_status_headers_and_body_stand_on_top(model: AnswerTree) -> None:
    names = [at(model, row).data() for row in range(model.rowCount())]
    assert names == ["Status", "Headers", "Body"]
    assert at(model, 0, column=1).data() == "200 OK"
    assert at(model, 1, 0).data() == "server"
    assert at(model, 2, column=1).data() == "4 keys"


def test_json_in_a_text_can_be_opened(model: AnswerTree) -> None:
    assert at(model, 2, 1, column=1).data() == "JSON in a text: 2 keys"
    token = at(model, 2, 1, 1, 0, 0, column=1)
    assert token.data() == "t-1"
    assert at(model, 2, 1, 1, 0, 0).data() == "1."
    assert model.path(token) == ".msg|fromjson|.illegalTokens.noRight[0]"


def test_values_are_shown_as_json_writes_them(model: AnswerTree) -> None:
    assert at(model, 2, 2, column=1).data() == "true"
    assert at(model, 2, 3, column=1).data() == "null"
    assert at(model, 2, 0, column=1).data(Qt.ItemDataRole.ForegroundRole) is None
    assert at(model, 2, 2, column=1).data(Qt.ItemDataRole.ForegroundRole) is not None


def test_a_row_is_copied_as_it_came(model: AnswerTree) -> None:
    assert model.value(at(model, 2, 1)) == MESSAGE
    assert model.value(at(model, 1)) == "server: x\ncontent-type: application/json"
    assert model.path(at(model, 1, 0)) == ""


def test_headers_name_the_columns(model: AnswerTree) -> None:
    across = Qt.Orientation.Horizontal
    assert [model.headerData(each, across) for each in Column] == ["Name", "Value"]
