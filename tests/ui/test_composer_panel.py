import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from hmpush_gui.pushkit.document import Path, encode, pretty, read
from hmpush_gui.pushkit.fields import fields
from hmpush_gui.pushkit.kinds import kind, kinds
from hmpush_gui.pushkit.message import Draft, Message
from hmpush_gui.pushkit.problem import Problem, Severity
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.composer_panel import ComposerPanel
from hmpush_gui.ui.field_row import FieldRow
from hmpush_gui.ui.message_document import MessageDocument
from hmpush_gui.ui.object_list import ObjectListEditor
from hmpush_gui.ui.value_editors import (
    AnyEditor,
    LongTextEditor,
    SwitchEditor,
    TextEditor,
    typed,
)
from hmpush_gui.ui.words import grouped

from . import samples
from .conftest import Heard, focused, show
from .samples import BODY, DATA, TITLE
from .test_form import unfold
from .test_value_editors import says

CONTENT, ACTION, DATA_TAB, DELIVERY, JSON = range(5)
TTL = ("pushOptions", "ttl")
LINES = ("payload", "notification", "inboxContent")


@pytest.fixture
def composer(qtbot: QtBot) -> ComposerPanel:
    composer = ComposerPanel(MessageDocument(samples.message()))
    qtbot.addWidget(composer)
    composer.show()
    return composer


def document(composer: ComposerPanel) -> MessageDocument:
    return composer._document


def editor(composer: ComposerPanel, path: Path) -> AnyEditor:
    """The editor of a single value."""
    found = row(composer, path).editor
    assert not isinstance(found, ObjectListEditor)
    return found


def row(composer: ComposerPanel, path: Path) -> FieldRow:
    """The field of `path`, its tab looked at."""
    for form in composer.forms.values():
        if path in form.paths():
            composer.tabs.setCurrentWidget(form)
            unfold(form)
    found = [each for each in composer.findChildren(FieldRow) if each.path == path]
    return found[-1]


def type_into(composer: ComposerPanel, path: Path, text: str) -> None:
    editor = row(composer, path).editor
    if isinstance(editor, LongTextEditor):
        editor.setPlainText(text)
    else:
        assert isinstance(editor, TextEditor)
        editor.setText(text)


def in_step(composer: ComposerPanel) -> None:
    """Every view says what the document says."""
    message = document(composer).message
    assert json.dumps(json.loads(typed(composer.json_view.text.document()))) == (
        json.dumps(message.document)
    )
    for path in (TITLE, BODY):
        value = read(message.document, path)
        if isinstance(value, str):
            assert shown_text(row(composer, path)) == value
    ttl = read(message.document, TTL)
    if isinstance(ttl, int) and not isinstance(ttl, bool):
        assert shown_text(row(composer, TTL)) == str(ttl)
    meter = composer.meter.findChild(QToolButton, "size.words")
    assert isinstance(meter, QToolButton)
    assert meter.text().startswith(f"{grouped(encode(message).size)} of")


def shown_text(row: FieldRow) -> str:
    if isinstance(row.editor, LongTextEditor):
        return typed(row.editor.document())
    assert not isinstance(row.editor, ObjectListEditor)
    return says(row.editor)


def test_a_form_edit_shows_in_json_and_meter(composer: ComposerPanel) -> None:
    type_into(composer, TITLE, "Parcel 🎉")
    assert '"title": "Parcel 🎉"' in composer.json_view.text.toPlainText()
    in_step(composer)


def test_a_json_edit_shows_in_the_form(composer: ComposerPanel) -> None:
    text = composer.json_view.text.toPlainText().replace("Hello", "From JSON")
    composer.json_view.text.setPlainText(text)
    assert says(editor(composer, TITLE)) == "From JSON"
    in_step(composer)


def test_undo_and_redo_bring_every_view_along(composer: ComposerPanel) -> None:
    type_into(composer, TITLE, "From the form")
    text = composer.json_view.text.toPlainText().replace("World", "From JSON")
    composer.json_view.text.setPlainText(text)
    composer.undo.trigger()
    in_step(composer)
    assert says(editor(composer, BODY)) == "World"
    composer.undo.trigger()
    assert says(editor(composer, TITLE)) == "Hello"
    composer.redo.trigger()
    composer.redo.trigger()
    in_step(composer)
    assert document(composer).message.body == "From JSON"


def test_keys_that_no_form_knows_stay(composer: ComposerPanel) -> None:
    composer.json_view.text.setPlainText('{"new": {"key": [1, 2]}, "payload": {}}')
    type_into(composer, TITLE, "Typed")
    assert list(document(composer).message.document) == ["new", "payload"]
    in_step(composer)


def test_wrong_types_in_json_are_shown_and_kept_until_edited(
    composer: ComposerPanel,
) -> None:
    wrong = {
        "payload": {"notification": {"title": 5, "style": "3", "inboxContent": "x"}},
        "pushOptions": {"ttl": "soon", "testMessage": 1},
    }
    composer.json_view.text.setPlainText(json.dumps(wrong))
    assert says(editor(composer, TITLE)) == "5"
    assert says(editor(composer, TTL)) == "soon"
    assert document(composer).message.document == wrong
    type_into(composer, TTL, "60")
    assert read(document(composer).message.document, TTL) == 60
    assert read(document(composer).message.document, TITLE) == 5


def test_data_and_json_are_in_step(composer: ComposerPanel) -> None:
    composer.data_view.text.setPlainText('{"orderId": "77"}')
    assert read(document(composer).message.document, DATA) == {"orderId": "77"}
    assert '"orderId": "77"' in composer.json_view.text.toPlainText()
    text = composer.json_view.text.toPlainText().replace("77", "78")
    composer.json_view.text.setPlainText(text)
    assert '"78"' in composer.data_view.text.toPlainText()


@pytest.mark.parametrize("each", kinds(), ids=lambda each: each.key)
def test_every_kind_can_be_chosen(composer: ComposerPanel, each: Any) -> None:
    composer.kind_box.activated.emit(list(kinds()).index(each))
    assert document(composer).kind == each
    assert composer.kind_box.currentIndex() == list(kinds()).index(each)
    for tab, form in composer.forms.items():
        assert form.paths() == {field.path for field in fields(each, tab)}
    assert composer.json_view.text.toPlainText() == pretty(
        document(composer).message.document
    )


def test_undoing_a_change_of_kind_restores_form_and_json(
    composer: ComposerPanel,
) -> None:
    composer.data_view.text.setPlainText('{"orderId": "77"}')
    before = document(composer).message
    composer.kind_box.activated.emit(1)
    assert composer.data_view.text.toPlainText() == '{\n  "orderId": "77"\n}'
    composer.undo.trigger()
    assert document(composer).message == before
    assert says(editor(composer, TITLE)) == "Hello"
    in_step(composer)


def test_a_problem_marks_its_tab_and_its_field(composer: ComposerPanel) -> None:
    blocking = Problem("a", Severity.BLOCKING, TITLE, Sentence("x", "No title."))
    warning = Problem("b", Severity.WARNING, TTL, Sentence("x", "Long."))
    composer.show_problems([blocking, warning])
    texts = [composer.tabs.tabText(index) for index in range(5)]
    assert texts == ["Content ✕1", "Action", "Data", "Delivery ▲1", "JSON"]
    composer.show_problems([])
    texts = [composer.tabs.tabText(index) for index in range(5)]
    assert texts == ["Content", "Action", "Data", "Delivery", "JSON"]


def test_a_problem_of_data_that_have_a_field_counts_once(
    composer: ComposerPanel,
) -> None:
    document(composer).set_kind(kind("v3-live-view"))
    path = (
        *kind("v3-live-view").data_path,
        "notificationData",
        "contentTitle",
    )
    empty = Problem("a", Severity.BLOCKING, path, Sentence("x", "Empty."))
    composer.show_problems([empty])
    assert composer.tabs.tabText(CONTENT) == "Content ✕1"
    assert composer.tabs.tabText(DATA_TAB) == "Data"


def test_broken_json_and_broken_data_mark_their_tabs(composer: ComposerPanel) -> None:
    composer.json_view.text.setPlainText("{")
    composer.data_view.text.setPlainText("[1]")
    composer.show_problems([])
    assert composer.tabs.tabText(JSON) == "JSON ✕1"
    assert composer.tabs.tabText(DATA_TAB) == "Data ✕1"
    assert document(composer).draft() == Draft(samples.message(), "{", "[1]")


def test_broken_text_of_the_draft_is_shown_again(qtbot: QtBot) -> None:
    kept = MessageDocument(samples.message())
    kept.load(Draft(samples.message(), "{", "[1]"))
    composer = ComposerPanel(kept)
    qtbot.addWidget(composer)
    composer.load_broken()
    assert composer.json_view.text.toPlainText() == "{"
    assert composer.data_view.text.toPlainText() == "[1]"
    assert kept.draft() == Draft(samples.message(), "{", "[1]")


def test_the_form_goes_on_while_the_json_is_broken(composer: ComposerPanel) -> None:
    composer.json_view.text.setPlainText("{")
    type_into(composer, TITLE, "Typed")
    assert document(composer).message.title == "Typed"
    assert composer.json_view.text.toPlainText() == "{"
    restore = composer.findChild(QPushButton, "json.restore")
    assert isinstance(restore, QPushButton)
    restore.click()
    in_step(composer)


@pytest.mark.parametrize(
    ("path", "tab"),
    [
        (TITLE, CONTENT),
        (("payload", "notification", "clickAction", "actionType"), ACTION),
        (DATA, DATA_TAB),
        (TTL, DELIVERY),
        ((), JSON),
        (("target", "token"), JSON),
    ],
)
def test_the_cursor_goes_where_a_problem_can_be_mended(
    composer: ComposerPanel, qtbot: QtBot, path: Path, tab: int
) -> None:
    show(qtbot, composer)
    composer.tabs.setCurrentIndex((tab + 1) % 5)
    composer.focus(path)
    assert composer.tabs.currentIndex() == tab
    assert composer.tabs.currentWidget().isAncestorOf(focused())


@pytest.mark.parametrize("tab", range(5))
def test_a_tab_takes_the_keyboard(
    composer: ComposerPanel, qtbot: QtBot, tab: int
) -> None:
    show(qtbot, composer)
    composer.focus_tab(tab)
    assert composer.tabs.currentIndex() == tab
    assert composer.tabs.isAncestorOf(focused())


def test_checks_wait_until_typing_pauses(
    composer: ComposerPanel, qtbot: QtBot, heard: Heard
) -> None:
    settled = heard(composer.settled)
    with qtbot.waitSignal(composer.settled, timeout=2000):
        for text in ("a", "ab", "abc"):
            type_into(composer, TITLE, text)
    assert len(settled) == 1


def test_the_kinds_are_told_apart(composer: ComposerPanel) -> None:
    names = [
        composer.kind_box.itemText(index) for index in range(composer.kind_box.count())
    ]
    assert len(set(names)) == len(kinds())
    assert composer.kind_box.itemData(0, 3)


# Form and JSON in step, whatever is done in whatever order.

texts = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\u2028\u2029\ufffc"
    ),
    max_size=8,
)
scalars = st.one_of(st.none(), st.booleans(), st.integers(-5, 10**20), texts)
values = st.recursive(
    scalars | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)
    ),
    max_leaves=5,
)
objects = st.dictionaries(texts, values, max_size=3)
paths = st.sampled_from([TITLE, BODY, TTL, LINES, ("new",)])
edits = st.one_of(
    st.tuples(st.just("form"), st.sampled_from([TITLE, BODY]), texts),
    st.tuples(st.just("form"), st.just(TTL), st.integers(-1, 10**15).map(str)),
    st.tuples(st.just("form"), st.just(LINES), texts),
    st.tuples(st.just("switch"), st.just(samples.TEST_SWITCH), st.none()),
    st.tuples(st.just("json"), paths, values),
    st.tuples(st.just("data"), st.just(DATA), objects),
    st.tuples(st.just("undo"), st.just(()), st.none()),
    st.tuples(st.just("redo"), st.just(()), st.none()),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(edits, max_size=8))
def test_form_and_json_are_in_step_after_any_edits(
    qapp: QApplication, steps: list[tuple[str, Path, Any]]
) -> None:
    composer = ComposerPanel(MessageDocument(samples.message()))
    try:
        for what, path, value in steps:
            act(composer, what, path, value)
            in_step(composer)
    finally:
        delete(composer)


def act(composer: ComposerPanel, what: str, path: Path, value: Any) -> None:
    if what == "form":
        type_into(composer, path, value)
    elif what == "switch":
        editor = row(composer, path).editor
        assert isinstance(editor, SwitchEditor)
        editor.click()
    elif what == "json":
        whole = {**document(composer).message.document}
        target = whole
        for key in path[:-1]:
            inner = target.get(key)
            target[key] = {**inner} if isinstance(inner, dict) else {}
            target = target[key]
        target[path[-1]] = value
        composer.json_view.text.setPlainText(pretty(whole))
        assert json.dumps(document(composer).message.document) == json.dumps(whole)
    elif what == "data":
        composer.data_view.text.setPlainText(pretty(value))
        assert json.dumps(
            read(document(composer).message.document, DATA)
        ) == json.dumps(value)
    else:
        (composer.undo if what == "undo" else composer.redo).trigger()


def test_a_message_of_another_kind_is_shown_whole(composer: ComposerPanel) -> None:
    message: Message = kind("v2-data").message()
    document(composer).replace(message, "Open")
    assert composer.json_view.text.toPlainText() == pretty(message.document)
    assert composer.data_view.text.toPlainText() == "{}"
