from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.languages import Languages
from hmpush_gui.pushkit.problem import Problem, Severity, blocking
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.message_document import MessageDocument
from hmpush_gui.ui.patience import Patience

from . import samples
from .conftest import Heard

TITLE = ("payload", "notification", "title")
BODY = ("payload", "notification", "body")


@pytest.fixture
def blank(shown: MainWindow) -> MainWindow:
    """The window with a message that nobody has written anything into."""
    shown.filing.new()
    shown.checks.check()
    return shown


def headline(window: MainWindow) -> str:
    return window.strip.problems.text()


def editor(window: MainWindow, path: tuple[str, ...]) -> QLineEdit:
    found = window.findChild(QLineEdit, "field." + ".".join(path))
    assert isinstance(found, QLineEdit)
    return found


def red(window: MainWindow) -> list[str]:
    """What is said in red under the fields in view."""
    labels = window.composer.forms["content"].findChildren(QLabel)
    return [
        each.text()
        for each in labels
        if each.isVisible() and each.property("problem") == "blocking"
    ]


def test_a_new_message_is_no_mistake_yet_and_is_not_sent(
    blank: MainWindow, heard: Heard
) -> None:
    assert red(blank) == []
    assert not editor(blank, TITLE).property("bad")
    assert blank.composer.tabs.tabText(0) == "Content"
    tabs = blank.outcome.tabs
    assert tabs.tabText(tabs.indexOf(blank.panels.problems)) == "Problems"
    assert headline(blank).startswith("○ Title is empty.")
    assert not blank.strip.send.isEnabled()
    assert "Title is empty." in blank.strip.send.toolTip()
    opened = heard(blank.gate.opened)
    blank.gate.send()
    assert opened == []


def test_a_field_that_was_left_empty_is_told(blank: MainWindow) -> None:
    editor(blank, TITLE).setFocus()
    assert red(blank) == []
    blank.composer.focus(BODY)
    assert red(blank) == ["Title is empty."]
    assert blank.composer.tabs.tabText(0) == "Content ✕1"
    assert headline(blank).startswith("✕ Title is empty.")


@pytest.mark.parametrize(
    "ask",
    [
        lambda window: window.strip.check.click(),
        lambda window: window.gate.send(),
        lambda window: window.strip.problems.click(),
        lambda window: window.tour.walk(1),
    ],
    ids=["check", "send", "headline", "F8"],
)
def test_who_wants_to_send_is_told_all(
    blank: MainWindow, ask: Callable[[MainWindow], None]
) -> None:
    ask(blank)
    assert red(blank) == ["Title is empty.", "Text is empty."]


def test_the_list_of_all_problems_gets_room(blank: MainWindow) -> None:
    before = blank.outcome.height()
    blank.strip.problems.click()
    assert blank.outcome.height() > before


def test_what_was_typed_and_taken_away_is_told(blank: MainWindow) -> None:
    field = editor(blank, TITLE)
    field.setFocus()
    for text in ("Hello", ""):
        field.setText(text)
        blank.checks.check()
    assert red(blank) == ["Title is empty."]


def test_the_next_new_message_begins_anew(blank: MainWindow) -> None:
    blank.gate.send()
    blank.document.set_value(TITLE, "Hello")
    blank.filing.new()
    blank.checks.check()
    assert red(blank) == []


def test_a_window_that_is_left_leaves_the_field_where_it_is(blank: MainWindow) -> None:
    editor(blank, TITLE).setFocus()
    blank.filing.choose_sample()
    assert red(blank) == []


# By itself.

EMPTY = blocking("schema.minLength", TITLE, Sentence("x", "Title is empty."), "")


@pytest.fixture
def document(qapp: object) -> MessageDocument:
    return MessageDocument(kind("v3-alert").message())


@pytest.fixture
def patience(document: MessageDocument) -> Patience:
    return Patience(document, document)


def test_another_kind_of_message_begins_anew(
    document: MessageDocument, patience: Patience
) -> None:
    patience.end()
    assert patience.waits_for([EMPTY]) == []
    document.set_kind(kind("v3-speech"))
    assert patience.waits_for([EMPTY]) == [EMPTY]


def test_another_language_has_its_texts_still_to_be_written(
    document: MessageDocument, patience: Patience
) -> None:
    document.set_value(TITLE, "Hello")
    patience.waits_for([])
    empty = kind("v3-alert").message()
    document.edit(empty, Languages(("en", "zh"), "zh"), "language")
    assert patience.waits_for([EMPTY]) == [EMPTY]


@pytest.mark.parametrize(
    "problem",
    [
        blocking("size", (), EMPTY.sentence, ""),
        blocking("devices", ("(devices)",), EMPTY.sentence, ""),
        blocking("x", ("payload", "notification", "category"), EMPTY.sentence, ""),
        Problem("x", Severity.WARNING, TITLE, EMPTY.sentence),
    ],
)
def test_only_what_is_still_to_be_written_is_waited_for(
    patience: Patience, problem: Problem
) -> None:
    assert patience.waits_for([problem]) == []


def test_a_message_that_was_complete_is_not_waited_for(qapp: object) -> None:
    document = MessageDocument(samples.message())
    patience = Patience(document, document)
    assert patience.waits_for([]) == []
    document.set_value(TITLE, "")
    assert patience.waits_for([EMPTY]) == []
