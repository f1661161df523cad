"""A document that was shown in a form is the same document, byte for byte."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from hmpush_gui.gallery import load_samples
from hmpush_gui.pushkit.conditions import same
from hmpush_gui.pushkit.document import compact, read, write
from hmpush_gui.pushkit.kinds import kinds
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.ui.field_row import FieldRow
from hmpush_gui.ui.form import Form
from hmpush_gui.ui.message_document import MessageDocument
from hmpush_gui.ui.object_list import ObjectListEditor
from hmpush_gui.ui.value_editors import (
    AnyEditor,
    ChoiceEditor,
    LongTextEditor,
    SuggestEditor,
    SwitchEditor,
    clean,
    typed,
)
from tests.pushkit.fakes import good_message, read_examples

from .test_form import TABS, unfold

STRANGE = {
    "future": {"key": [1, None, {"deep": True}]},
    "payload": {
        "notification": {
            "category": None,
            "title": 5,
            "body": ["a", "b"],
            "style": 3,
            "inboxContent": ["one", "", "two\nlines"],
            "image": "https://img.example.com/a.png",
            "badge": {},
            "clickAction": {"uri": "shop://1", "actionType": 0, "data": None},
            "notifyId": 1.0,
            "soundDuration": "long",
            "foregroundShow": "no",
            "new": "kept",
        }
    },
    "pushOptions": {"ttl": "60", "biTag": "", "collapseKey": True},
    "target": {"token": ["a"]},
}
ODD_LISTS = {
    "message": {
        "notification": {"title": "A", "body": "B"},
        "android": {
            "ttl": "1.5s",
            "notification": {
                "click_action": {"url": "https://a.example", "type": 3},
                "buttons": [{"later": 1, "name": "Go"}, 5, {}, {"data": None}],
                "vibrate_config": [],
                "light_settings": {"color": {"red": 1.0, "alpha": 5e-05}},
                "multi_lang_key": "no object",
            },
        },
        "apns": {"kept": True},
    },
    "review": "no list",
}
BLOCKED = {"payload": {"notification": 5, "extraData": []}, "pushOptions": []}

DOCUMENTS = {
    **{each.name: each.message for each in read_examples()},
    **{
        f"sample {each.key}.{each.file.language}": each.file.message
        for each in load_samples()
    },
    **{
        f"new {each.key}": good_message(each.key)
        for each in kinds()
        if each.api is not Api.V2
    },
    "strange": Message(Api.V3, "0", STRANGE),
    "odd lists": Message(Api.V1, "", ODD_LISTS),
    "blocked": Message(Api.V3, "2", BLOCKED),
}


class Forms:
    """A document and its forms, as the composer joins them."""

    def __init__(self, qtbot: QtBot | None, message: Message) -> None:
        self.document = MessageDocument(message)
        self.forms = [Form(tab, "Nothing") for tab in TABS]
        for form in self.forms:
            if qtbot is not None:
                qtbot.addWidget(form)
            form.edited.connect(self.document.set_value)
        self._build()
        self.document.changed.connect(self._on_changed)
        self.document.kind_changed.connect(self._build)

    def _build(self) -> None:
        for form in self.forms:
            form.build(self.document.kind)
            form.show_message(self.document.message)
            form.show()
            unfold(form)

    def _on_changed(self) -> None:
        for form in self.forms:
            form.show_message(self.document.message)

    def bytes(self) -> bytes:
        return compact(self.document.message.document)

    def rows(self) -> Iterator[FieldRow]:
        for form in self.forms:
            for group in form._groups:
                assert group.rows is not None
                yield from group.rows.rows


@pytest.fixture(params=DOCUMENTS)
def forms(qtbot: QtBot, request: pytest.FixtureRequest) -> Forms:
    return Forms(qtbot, DOCUMENTS[request.param])


def editors(rows: list[FieldRow]) -> Iterator[AnyEditor]:
    """Every editor of single values, those in entries of lists, too."""
    for row in rows:
        if isinstance(row.editor, ObjectListEditor):
            for card in row.editor._cards:
                if not card._box.isHidden():
                    yield from editors(card._box.rows)
        elif row.editor.isEnabled():
            yield row.editor


def there_and_back(editor: AnyEditor) -> Iterator[None]:
    """Change the value; on the second step, set it back as a person would."""
    if isinstance(editor, SwitchEditor):
        editor.click()
        yield
        editor.click()
    elif isinstance(editor, ChoiceEditor):
        was = editor._values[editor.currentIndex()]
        others = [each for each in editor._values if each is not was]
        choose(editor, others[0] if others else was)
        yield
        choose(editor, was)
    elif isinstance(editor, LongTextEditor):
        text = typed(editor.document())
        editor.setPlainText(f"{text}x")
        yield
        editor.setPlainText(text)
    elif isinstance(editor, SuggestEditor):
        text = editor.currentText()
        editor.setEditText(f"{text}x")
        yield
        editor.setEditText(text)
    else:
        text = editor.text()
        editor.setText(f"{text}1")
        yield
        editor.setText(text)


def choose(editor: ChoiceEditor, value: Any) -> None:
    editor.activated.emit(
        next(row for row, each in enumerate(editor._values) if each is value)
    )


def test_a_document_in_forms_stays_the_very_same_bytes(forms: Forms) -> None:
    showing_changes_nothing(forms)
    a_value_set_back_leaves_the_same(forms)
    an_entry_added_and_taken_away_leaves_the_same(forms)


def showing_changes_nothing(forms: Forms) -> None:
    before = forms.bytes()
    forms.document.changed.emit()
    for form in forms.forms:
        form.show_problems([])
    assert forms.bytes() == before
    assert forms.document.undo_stack.count() == 0


def a_value_set_back_leaves_the_same(forms: Forms) -> None:
    before, kind = forms.bytes(), forms.document.kind
    for editor in list(editors(list(forms.rows()))):
        steps = there_and_back(editor)
        next(steps)
        only = isinstance(editor, ChoiceEditor) and editor.count() == 1
        assert only or forms.bytes() != before, editor.objectName()
        assert next(steps, "over") == "over"
        assert forms.bytes() == before, editor.objectName()
        assert forms.document.kind == kind


def an_entry_added_and_taken_away_leaves_the_same(forms: Forms) -> None:
    before = forms.bytes()
    for row in forms.rows():
        if isinstance(row.editor, ObjectListEditor) and not row.editor._add.isHidden():
            row.editor._add.click()
            assert forms.bytes() != before
            row.editor._cards[-1].remove.click()
            assert forms.bytes() == before, row.path


# Form and document in step, whatever is done in whatever order.

RANDOM = {
    key: DOCUMENTS[key]
    for key in ("v3-alert-rich", "v3-live-view", "v1-notification", "odd lists")
}
texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=5)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 10**20) | texts,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=2)
    ),
    max_leaves=4,
)
steps = st.tuples(
    st.sampled_from(["edit", "edit", "edit", "json", "undo", "redo"]),
    st.integers(0, 10**6),
    texts,
    values,
)


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(sorted(RANDOM)), st.lists(steps, max_size=6))
def test_form_and_document_are_in_step_after_any_edits(
    qapp: QApplication, name: str, made: list[tuple[str, int, str, Any]]
) -> None:
    forms = Forms(None, RANDOM[name])
    try:
        for what, number, text, value in made:
            act(forms, what, number, text, value)
            in_step(forms)
    finally:
        for form in forms.forms:
            delete(form)


def act(forms: Forms, what: str, number: int, text: str, value: Any) -> None:
    stack = forms.document.undo_stack
    if what == "undo":
        stack.undo()
    elif what == "redo":
        stack.redo()
    elif what == "json":
        known = sorted(path for form in forms.forms for path in form.paths())
        path = known[number % len(known)]
        document = write(forms.document.message.document, path, value)
        forms.document.set_document(document)
    else:
        there = list(editors(list(forms.rows())))
        if there:
            edit(there[number % len(there)], number, text)


def edit(editor: AnyEditor, number: int, text: str) -> None:
    """Do what a person may do with the editor."""
    if isinstance(editor, SwitchEditor):
        editor.click()
    elif isinstance(editor, ChoiceEditor):
        editor.activated.emit(number % editor.count())
    elif isinstance(editor, LongTextEditor):
        editor.setPlainText(text)
    elif isinstance(editor, SuggestEditor):
        editor.setEditText(text)
    else:
        editor.setText(text)


def in_step(forms: Forms) -> None:
    """Every editor stands for what is in the document."""
    for editor, value in pairs(forms):
        assert same(meaning(editor), value), editor.objectName()


def pairs(forms: Forms) -> Iterator[tuple[AnyEditor, Any]]:
    """Every editor, and the value it has to stand for."""
    document = forms.document.message.document
    for row in forms.rows():
        value = read(document, row.path)
        if not isinstance(row.editor, ObjectListEditor):
            if row.editor.isEnabled():
                yield row.editor, value
            continue
        entries = value if isinstance(value, list) else []
        for card, entry in zip(row.editor._cards, entries, strict=True):
            if isinstance(entry, dict):
                for inner in card._box.rows:
                    assert not isinstance(inner.editor, ObjectListEditor)
                    yield inner.editor, read(entry, inner.path)


def meaning(editor: AnyEditor) -> Any:
    """The value that the editor stands for as it is."""
    if isinstance(editor, SwitchEditor):
        return editor._values[editor.isChecked()]
    if isinstance(editor, ChoiceEditor):
        return editor._values[editor.currentIndex()]
    if isinstance(editor, LongTextEditor):
        return editor._typed.of(typed(editor.document()))
    text = editor.currentText() if isinstance(editor, SuggestEditor) else editor.text()
    return editor._typed.of(clean(text))
