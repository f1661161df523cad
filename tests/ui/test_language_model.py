import pytest
from PySide6.QtCore import Qt

from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.languages import added
from hmpush_gui.pushkit.message import Draft, Message
from hmpush_gui.pushkit.texts import Texts
from hmpush_gui.ui.language_cells import LanguageCell, LanguageHead
from hmpush_gui.ui.language_model import LanguageModel, LanguageRole
from hmpush_gui.ui.message_document import MessageDocument
from hmpush_gui.ui.theme import Tone
from tests.pushkit.language_samples import (
    BODY,
    CHINESE,
    ENGLISH,
    LINES,
    TITLE,
    alert,
    two,
)

from .conftest import Heard, Sound

ACROSS = Qt.Orientation.Horizontal
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def document(qapp: object) -> MessageDocument:
    assert qapp
    document = MessageDocument(alert())
    document.load(Draft(alert(), languages=two()))
    return document


@pytest.fixture
def model(document: MessageDocument) -> LanguageModel:
    model = LanguageModel(document)
    document.changed.connect(model.refresh)
    document.languages_changed.connect(model.refresh)
    return model


def cell(model: LanguageModel, row: int, column: int) -> LanguageCell:
    found = model.index(row, column).data(LanguageRole.CELL)
    assert isinstance(found, LanguageCell)
    return found


def head(model: LanguageModel, column: int) -> LanguageHead:
    found = model.headerData(column, ACROSS, LanguageRole.HEAD)
    assert isinstance(found, LanguageHead)
    return found


def add(document: MessageDocument, tag: str, texts: Texts) -> None:
    languages = document.languages
    assert languages is not None
    document.edit(document.message, added(languages, tag, texts), "Add")


def test_it_keeps_the_rules_of_models(
    model: LanguageModel, document: MessageDocument, sound: Sound
) -> None:
    sound(model)
    add(document, "de", {LINES: ("a",)})
    document.undo_stack.undo()
    document.replace(alert(), "New")


def test_texts_are_rows_and_languages_are_columns(model: LanguageModel) -> None:
    shown = [
        [model.index(row, column).data() for column in range(3)] for row in range(2)
    ]
    assert shown == [
        ["Title", ENGLISH[TITLE], CHINESE[TITLE]],
        ["Text", ENGLISH[BODY], CHINESE[BODY]],
    ]
    titles = [model.headerData(column, ACROSS) for column in range(3)]
    assert titles == ["Text", "en · English", "zh-Hans · 简体中文"]
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "payload.notification.title"


def test_a_message_in_one_language_has_one_column(
    model: LanguageModel, document: MessageDocument
) -> None:
    document.replace(alert(), "New")
    assert model.columnCount() == 2
    assert head(model, 1).tag == "en"


def test_a_cell_tells_its_bytes_and_what_is_cut(model: LanguageModel) -> None:
    title = cell(model, 0, 1)
    assert title.detail == "25 B · ▲ 22 of 25 shown"
    assert title.hidden == ((22, 3),)
    chinese = cell(model, 0, 2)
    assert (chinese.detail, chinese.hidden) == ("21 B", ())


def test_each_line_of_a_list_is_cut_by_itself(
    model: LanguageModel, document: MessageDocument
) -> None:
    add(document, "de", {LINES: ("kurz", "x" * 30)})
    lines = cell(model, 2, 3)
    assert lines.text == "kurz\n" + "x" * 30
    assert lines.hidden == ((5 + 28, 2),)
    assert lines.detail.endswith("▲ lines cut: 1")


def test_a_text_that_only_another_language_has_is_missing(
    model: LanguageModel, document: MessageDocument
) -> None:
    add(document, "ar", {BODY: "غدًا"})
    missing = cell(model, 0, 3)
    assert (missing.detail, missing.is_missing) == ("▲ missing", True)
    assert missing.from_right
    assert not cell(model, 1, 3).is_missing


def test_a_head_tells_bytes_and_which_language_is_sent(
    model: LanguageModel, document: MessageDocument
) -> None:
    assert head(model, 1).is_active
    assert not head(model, 2).is_active
    assert head(model, 1).tone is Tone.GOOD
    add(document, "de", {TITLE: "x", BODY: "ä" * 1800})
    add(document, "fr", {TITLE: "x", BODY: "ä" * 2400})
    assert [head(model, column).tone for column in (3, 4)] == [
        Tone.WARNING,
        Tone.BAD,
    ]
    assert head(model, 3).size.startswith("▲ 3")
    assert head(model, 4).size.startswith("✕ 4")


def test_a_cell_is_spoken_with_its_text_and_what_is_wrong(model: LanguageModel) -> None:
    spoken = model.index(0, 1).data(SPOKEN)
    assert spoken == f"Title, {ENGLISH[TITLE]}, 25 B · ▲ 22 of 25 shown"
    assert "of 4" in model.headerData(1, ACROSS, SPOKEN)


def test_editing_a_cell_is_a_step_of_undo(
    model: LanguageModel, document: MessageDocument, heard: Heard
) -> None:
    changed = heard(model.dataChanged)
    assert model.setData(model.index(0, 2), "新")
    assert cell(model, 0, 2).text == "新"
    assert model.setData(model.index(0, 1), "New")
    assert document.message.title == "New"
    assert changed
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.languages == two()


def test_a_cell_that_is_left_as_it_was_is_no_step(
    model: LanguageModel, document: MessageDocument
) -> None:
    model.setData(model.index(0, 2), CHINESE[TITLE])
    assert not model.setData(model.index(0, 0), "no label")
    assert document.undo_stack.count() == 0


def test_an_emptied_cell_is_no_text_but_a_required_one_stays_for_the_checks(
    model: LanguageModel, document: MessageDocument
) -> None:
    model.setData(model.index(0, 2), "")
    assert document.languages is not None
    assert TITLE not in document.languages.others["zh-Hans"]
    model.setData(model.index(0, 1), "")
    notification = document.message.document["payload"]["notification"]
    assert notification["title"] == ""


def test_labels_are_not_edited(model: LanguageModel) -> None:
    editable = Qt.ItemFlag.ItemIsEditable
    assert not model.index(0, 0).flags() & editable
    assert model.index(0, 1).flags() & editable


def test_lines_of_a_list_are_edited_as_lines(
    model: LanguageModel, document: MessageDocument
) -> None:
    style = ("payload", "notification", "style")
    document.set_document(write(alert().document, style, 3))
    model.setData(model.index(2, 1), "One\nTwo")
    lines = document.message.document["payload"]["notification"]["inboxContent"]
    assert lines == ["One", "Two"]


def test_entries_of_a_list_are_counted_from_one(
    model: LanguageModel, document: MessageDocument
) -> None:
    buttons = [{"name": "Open"}, {"name": "Close"}]
    legacy = {"message": {"android": {"notification": {"buttons": buttons}}}}
    document.replace(Message(alert().api.V1, "", legacy), "Open")
    labels = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert [label for label in labels if label[-1].isdecimal()] == [
        "Button 1",
        "Button 2",
    ]


def test_sizes_are_those_of_the_message_as_it_is_measured(
    model: LanguageModel,
) -> None:
    longer = Message(alert().api, "0", {"payload": {"x": "y" * 5000}})
    model.measured = lambda _message: longer
    model.refresh()
    assert head(model, 1).tone is Tone.BAD


def test_texts_that_are_called_alike_are_told_apart_by_what_they_are_in(
    model: LanguageModel, document: MessageDocument
) -> None:
    card = {
        "firstTextBlock": {"firstLine": "09:40"},
        "lastTextBlock": {"firstLine": "12:25"},
    }
    live = {"payload": {"activityData": {"notificationData": card}}}
    document.replace(Message(alert().api, "7", live), "Open")
    labels = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert [label for label in labels if "First line" in label] == [
        "Left block · First line",
        "Right block · First line",
    ]
