import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from hmpush_gui.pushkit.data_tree import Node, ValueType, read_tree, written
from hmpush_gui.pushkit.document import pretty
from hmpush_gui.ui.data_faces import DataFaces, kept
from hmpush_gui.ui.data_model import Column

from .conftest import Heard, focused, show


@pytest.fixture
def faces(qtbot: QtBot) -> DataFaces:
    faces = DataFaces()
    qtbot.addWidget(faces)
    return faces


def says(faces: DataFaces) -> str:
    return written(faces.rows.model.root, None)


def test_rows_are_made_when_they_are_looked_at(faces: DataFaces) -> None:
    faces.put('{"a": 1}')
    assert faces._rows is None
    faces.show()
    assert faces.has_rows
    assert says(faces) == '{"a":1}'


def test_a_changed_row_is_in_the_text_before_it_is_told(
    faces: DataFaces, heard: Heard
) -> None:
    faces.put('{"a": 1}')
    faces.show()
    changed, typed = heard(faces.rows_changed), heard(faces.text_changed)
    faces.rows.model.setData(faces.rows.model.index(0, Column.VALUE), "2")
    assert changed == [()]
    assert not typed
    assert faces.text.toPlainText() == '{\n  "a": 2\n}'


@pytest.mark.parametrize(
    ("text", "empty", "after"),
    [('{"a": 1}', "", ""), ('{"a": 1}', "{}", "{}"), ("[1]", "", "[]")],
)
def test_no_rows_are_written_as_their_kind_wants(
    faces: DataFaces, text: str, empty: str, after: str
) -> None:
    faces.empty = empty
    faces.put(text)
    faces.show()
    faces.rows.model.remove(faces.rows.model.root.children[0])
    assert faces.text.toPlainText() == after


def test_what_has_no_rows_turns_to_text_and_back(faces: DataFaces) -> None:
    faces.show()
    faces.put("plain")
    assert not faces.has_rows
    assert faces.text.isVisible()
    faces.put("[1]")
    assert faces.has_rows


def test_the_text_does_not_turn_while_it_is_typed(faces: DataFaces) -> None:
    faces.put("plain")
    faces.show()
    faces.text.setPlainText("{}")
    assert not faces.has_rows


def test_the_keyboard_goes_to_a_value_in_either_face(
    faces: DataFaces, qtbot: QtBot
) -> None:
    faces.put('{"a": {"b": [1, 2]}}')
    show(qtbot, faces)
    faces.go_to(("a", "b", "1"))
    assert focused() is faces.rows.tree
    current = faces.rows.current()
    assert current is not None
    assert current.text == "2"
    button = faces.findChild(QToolButton, "data.as_json")
    assert isinstance(button, QToolButton)
    button.click()
    faces.go_to(("a", "b", "1"))
    assert focused() is faces.text
    cursor = faces.text.textCursor()
    assert faces.text.toPlainText()[cursor.position()] == "2"


row_edits = st.lists(
    st.tuples(
        st.sampled_from(
            ["key", "value", "type", "insert", "remove", "up", "down", "undo"]
        ),
        st.integers(0, 30),
        st.sampled_from(
            ["a", "b", "1", "1.0", "x,", '{"k": [1]}', "12345678901234567890"]
        ),
        st.sampled_from(list(ValueType)),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(row_edits)
def test_rows_and_text_are_in_step_after_any_edits(
    qapp: QApplication, edits: list[tuple[str, int, str, ValueType]]
) -> None:
    faces = DataFaces()
    try:
        faces.put(pretty({"a": {"b": [1.0, None]}, "c": "x"}))
        faces.show()
        for what, number, text, kind in edits:
            change(faces, what, number, text, kind)
            root = faces.rows.model.root
            want = kept(written(root)) if root.children else faces.empty
            assert faces.text.toPlainText() == want
            found = read_tree(want)
            assert found is None or not root.children or written(found) == want
            for node in list(root.walk())[1:]:
                assert faces.rows.model.node(faces.rows.model.index_of(node)) is node
    finally:
        delete(faces)


_PLAIN = {ValueType.NUMBER: "0", ValueType.TRUTH: "true", ValueType.TEXT: "x"}


def change(
    faces: DataFaces, what: str, number: int, text: str, kind: ValueType
) -> None:
    model = faces.rows.model
    nodes = list(model.root.walk())
    node = nodes[number % len(nodes)]
    if what == "undo":
        faces.text.undo()
        if not faces.has_rows:
            faces.put("{}")
    elif what == "insert":
        parent = node if node.type.holds else model.root
        model.insert(
            parent,
            number % (len(parent.children) + 1),
            Node(kind, text, _PLAIN.get(kind, "")),
        )
    elif node is model.root:
        return
    elif what == "remove":
        model.remove(node)
    elif what in ("up", "down"):
        model.move(node, -1 if what == "up" else 1)
    else:
        column = {"key": 0, "type": 1, "value": 2}[what]
        value = str(kind) if what == "type" else text
        model.setData(model.index_of(node, column), value)
