import pytest

from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.languages import Languages
from hmpush_gui.pushkit.message import Draft
from hmpush_gui.pushkit.pseudo import lengthened
from hmpush_gui.pushkit.texts import texts_of
from hmpush_gui.ui.language_editing import LanguageEditing
from hmpush_gui.ui.message_document import MessageDocument
from tests.pushkit.language_samples import BODY, CHINESE, ENGLISH, TITLE, alert, two

from .conftest import Heard


@pytest.fixture
def document(qapp: object) -> MessageDocument:
    assert qapp
    document = MessageDocument(alert())
    document.load(Draft(alert(), languages=two()))
    return document


@pytest.fixture
def editing(document: MessageDocument) -> LanguageEditing:
    return LanguageEditing(document)


def one(document: MessageDocument) -> None:
    document.load(Draft(alert()))


def test_switching_shows_the_other_language_and_undo_goes_back(
    document: MessageDocument, editing: LanguageEditing
) -> None:
    editing.switch("zh-Hans")
    assert document.message.title == CHINESE[TITLE]
    assert document.languages is not None
    assert document.languages.active == "zh-Hans"
    document.undo_stack.undo()
    assert (document.message, document.languages) == (alert(), two())
    document.undo_stack.redo()
    assert document.message.title == CHINESE[TITLE]


def test_a_message_in_one_language_is_guessed_to_be_in_it(
    document: MessageDocument, editing: LanguageEditing
) -> None:
    one(document)
    assert editing.languages() == Languages(("en",), "en")
    assert document.languages is None
    editing.switch("en")
    assert document.undo_stack.count() == 0


def test_the_first_language_that_is_added_names_the_one_that_was_there(
    document: MessageDocument, editing: LanguageEditing
) -> None:
    one(document)
    editing.add("de")
    assert document.languages == Languages(("en", "de"), "en", {"de": {}})
    editing.add("fr", "en")
    assert editing.texts("fr") == ENGLISH
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.languages is None


def test_a_language_that_is_there_is_not_added_again(
    document: MessageDocument, editing: LanguageEditing
) -> None:
    for tag in ("en", "zh-Hans"):
        editing.add(tag, "en")
    assert document.languages == two()


def test_a_pseudo_locale_is_made_anew_from_the_active_texts(
    document: MessageDocument, editing: LanguageEditing
) -> None:
    editing.add("qps-long")
    assert editing.texts("qps-long")[TITLE] == lengthened(str(ENGLISH[TITLE]))
    document.set_value(TITLE, "Parcel")
    editing.add("qps-long")
    assert editing.texts("qps-long")[TITLE] == lengthened("Parcel")
    assert editing.languages().tags == ("en", "zh-Hans", "qps-long")
    editing.switch("qps-long")
    editing.add("qps-long")
    assert document.message.title == lengthened("Parcel")


def test_texts_are_copied_from_another_language(
    document: MessageDocument, editing: LanguageEditing
) -> None:
    editing.copy("en", "zh-Hans")
    assert editing.texts("zh-Hans") == ENGLISH
    document.undo_stack.undo()
    editing.copy("zh-Hans", "en")
    assert texts_of(document.message) == CHINESE


def test_taking_a_language_away_is_undone(
    document: MessageDocument, editing: LanguageEditing
) -> None:
    editing.remove("en")
    assert (document.message.title, document.languages) == (CHINESE[TITLE], None)
    editing.remove("zh-Hans")
    document.undo_stack.undo()
    assert (document.message, document.languages) == (alert(), two())


def test_a_language_gets_another_tag_that_no_other_has(
    document: MessageDocument, editing: LanguageEditing
) -> None:
    editing.rename("zh-Hans", "en")
    assert document.languages == two()
    editing.rename("zh-Hans", "zh-Hant")
    assert editing.texts("zh-Hant") == CHINESE


def test_typing_on_in_one_text_is_one_step(
    document: MessageDocument, editing: LanguageEditing
) -> None:
    for text in ("新", "新的"):
        editing.set_text("zh-Hans", TITLE, text)
    editing.set_text("zh-Hans", BODY, None)
    assert editing.texts("zh-Hans") == {TITLE: "新的"}
    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.languages == two()


def test_a_text_of_the_active_language_is_one_of_the_message(
    document: MessageDocument, editing: LanguageEditing
) -> None:
    editing.set_text("en", TITLE, "Parcel")
    assert document.message.title == "Parcel"
    one(document)
    editing.set_text("en", TITLE, "Parcel")
    assert document.message.title == "Parcel"
    assert document.languages is None


def test_many_texts_are_taken_as_one_step(
    document: MessageDocument, editing: LanguageEditing
) -> None:
    editing.put_texts(
        {"en": {TITLE: "A"}, "zh-Hans": {TITLE: "甲"}, "de": {TITLE: "Ä"}}, "Import"
    )
    assert document.undo_stack.count() == 1
    assert document.message.title == "A"
    assert document.message.body == ENGLISH[BODY]
    assert editing.texts("zh-Hans") == {**CHINESE, TITLE: "甲"}
    assert editing.texts("de") == {TITLE: "Ä"}


def test_others_are_told_apart_from_the_message(
    document: MessageDocument, editing: LanguageEditing, heard: Heard
) -> None:
    languages = heard(document.languages_changed)
    drafts = heard(document.draft_changed)
    editing.set_text("zh-Hans", TITLE, "新")
    assert (len(languages), len(drafts)) == (1, 1)
    document.set_value(TITLE, "New")
    assert (len(languages), len(drafts)) == (1, 2)


def test_another_kind_of_message_takes_all_languages_along(
    document: MessageDocument, editing: LanguageEditing
) -> None:
    document.set_kind(kind("v1-notification"))
    title = ("message", "notification", "title")
    assert editing.texts("zh-Hans")[title] == CHINESE[TITLE]
    document.undo_stack.undo()
    assert document.languages == two()


def test_another_message_has_languages_of_its_own(document: MessageDocument) -> None:
    document.replace(alert(), "New message")
    assert document.languages is None
    document.undo_stack.undo()
    assert document.languages == two()
    assert document.draft() == Draft(alert(), languages=two())


def test_an_edit_of_the_json_leaves_the_other_languages_alone(
    document: MessageDocument, editing: LanguageEditing
) -> None:
    document.set_document(write(alert().document, TITLE, "From JSON"))
    assert document.languages == two()
    assert editing.texts("en")[TITLE] == "From JSON"
