from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.document import Path, write
from hmpush_gui.pushkit.fields import fields
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.languages import Languages
from hmpush_gui.pushkit.message import Draft, Message
from hmpush_gui.pushkit.project import CredentialKind
from hmpush_gui.pushkit.record import SendRecord
from hmpush_gui.pushkit.rules import check
from hmpush_gui.ui.languages_dialog import LanguagesDialog
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.panes import NARROW
from hmpush_gui.ui.phone_list import PhoneItem
from hmpush_gui.ui.theme import Scheme, Tone, apply
from tests.cases import for_each

from . import samples
from .conftest import Heard, focused, press_key

CTRL = Qt.KeyboardModifier.ControlModifier
TABS = ("content", "action", "delivery")


def field_names() -> list[str]:
    return [
        "field." + ".".join(field.path)
        for tab in TABS
        for field in fields(kind("v3-alert"), tab)
    ]


OTHER_EDITORS = [
    "data.rows", "data.text", "data.wire", "json.text", "kind",
    "devices.paste", "devices.table", "projects.list", "history.search",
    "history.table", "inspector.number", "response.tree", "timeline.table",
    "results.search", "results.table",
    "request.text", "response.text", "strip.project", "strip.test", "strip.check",
    "phone.list", "preview.variant", "preview.canvas",
    "devices.search", "devices.list", "devices.editor.label", "devices.editor.tags",
    "devices.editor.language", "devices.editor.note",
]  # fmt: skip


def bring_up(window: MainWindow, name: str) -> QWidget:
    """The widget called `name`, on the screen and with the keyboard."""
    for tabs in (window.composer.tabs, window.outcome.tabs, window.panes.side,
                 window.panes.right):  # fmt: skip
        for index in range(tabs.count()):
            page = tabs.widget(index)
            assert page is not None
            before = tabs.currentIndex()
            # A form makes its fields when it is first looked at.
            tabs.setCurrentIndex(index)
            if page.findChild(QWidget, name) is None:
                tabs.setCurrentIndex(before)
    if name.startswith("field."):
        window.composer.focus(tuple(name.split(".")[1:]))
    widget = window.findChild(QWidget, name)
    assert isinstance(widget, QWidget), name
    widget.setFocus()
    return widget


def press(window: MainWindow, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def question(window: MainWindow) -> str:
    words = window.confirm.findChild(QLabel, "confirm.words")
    assert isinstance(words, QLabel)
    return "" if window.confirm.isHidden() else words.text()


def changed(path: Path, value: object) -> Message:
    message = samples.message()
    document = write(message.document, path, value)
    return Message(message.api, message.push_type, document)


@for_each("name", [*field_names(), *OTHER_EDITORS])
@for_each("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_sends_from_everywhere(
    shown: MainWindow, qtbot: QtBot, heard: Heard, name: str, key: Qt.Key
) -> None:
    before = shown.document.message
    if name.startswith(("results.", "request.", "response.", "inspector.")):
        record = samples.record("a")
        shown.outcome.start(record)
        shown.outcome.settle("send", 0, samples.accepted("a"))
    if name == "phone.list":
        shown.panes.right.setCurrentIndex(1)
    if name.startswith("devices.editor."):
        shown.devices_panel.table.selectRow(0)
        shown.devices_panel.menu.details_wanted.emit()
    opened = heard(shown.gate.opened)
    widget = bring_up(shown, name)
    press_key(widget, key, CTRL)
    assert len(opened) == 1
    assert shown.document.message == before


def test_the_send_button_sends(shown: MainWindow, heard: Heard) -> None:
    opened = heard(shown.gate.opened)
    shown.strip.send.click()
    record = opened[0][0]
    assert isinstance(record, SendRecord)
    assert record.project == samples.TEST
    assert record.message == samples.message()


@pytest.mark.parametrize(
    ("message", "name"),
    [
        (changed(samples.TITLE, ""), "field.payload.notification.title"),
        (changed(samples.BODY, ""), "field.payload.notification.body"),
        (changed(("pushOptions", "ttl"), 0), "field.pushOptions.ttl"),
        (
            changed(("payload", "notification", "clickAction"), {"actionType": 1}),
            "field.payload.notification.clickAction.action",
        ),
        (changed(samples.DATA, 5), "data.text"),
        (changed(("payload", "notification"), 5), "json.text"),
    ],
)
def test_a_blocked_send_jumps_to_what_is_wrong(
    shown: MainWindow, qtbot: QtBot, heard: Heard, message: Message, name: str
) -> None:
    shown.document.replace(message, "Load")
    opened = heard(shown.gate.opened)
    shown.outcome.history.search.setFocus()
    press_key(shown, Qt.Key.Key_Return, CTRL)
    assert not opened
    assert focused().objectName() == name


def test_without_devices_it_jumps_to_the_field_for_tokens(shown: MainWindow) -> None:
    shown.devices.choose_all(False)
    shown.panes.side.setCurrentIndex(1)
    shown.gate.send()
    assert shown.devices_panel.entry.field.hasFocus()


def test_without_a_credential_it_jumps_to_the_projects(shown: MainWindow) -> None:
    shown.choice.set_credentials(samples.TEST.key, frozenset())
    shown.gate.send()
    assert shown.projects_panel.list.hasFocus()


def test_the_problem_beside_send_leads_to_its_field(shown: MainWindow) -> None:
    shown.document.set_value(samples.TITLE, "")
    shown.checks.check()
    shown.strip.problems.click()
    assert focused().objectName() == "field.payload.notification.title"


def test_checking_says_that_all_is_well(shown: MainWindow) -> None:
    shown.tour.check_only()
    assert shown.notices.texts()[0].startswith("Nothing here that Push Kit would")
    shown.document.set_value(samples.TITLE, "")
    shown.tour.check_only()
    assert focused().objectName() == "field.payload.notification.title"


def test_f8_walks_through_the_problems_and_says_when_there_is_none(
    shown: MainWindow,
) -> None:
    shown.document.set_value(samples.TITLE, "")
    shown.document.set_value(samples.BODY, "")
    shown.tour.walk(1)
    assert focused().objectName() == "field.payload.notification.title"
    shown.tour.walk(1)
    assert focused().objectName() == "field.payload.notification.body"
    marked = shown.problems.model.problem(shown.problems.list.currentIndex())
    assert marked is not None
    assert marked.path == samples.BODY
    shown.tour.walk(-1)
    assert focused().objectName() == "field.payload.notification.title"
    shown.document.set_value(samples.TITLE, "Parcel on its way")
    shown.document.set_value(samples.BODY, "Tomorrow")
    shown.document.set_value((*samples.TITLE[:-1], "notifyId"), 7)
    assert shown.checks.check() == []
    shown.tour.walk(1)
    assert shown.notices.texts()[-1].startswith("Nothing here that Push Kit would")


def test_a_problem_chosen_in_the_list_leads_to_its_field(shown: MainWindow) -> None:
    shown.document.set_value(samples.TITLE, "")
    shown.strip.problems.click()
    assert shown.outcome.tabs.currentWidget() is shown.panels.problems
    assert shown.outcome.tabs.tabText(6) == "Problems ✕1"
    index = shown.problems.model.index(0, 0, shown.problems.model.index(0, 0))
    shown.strip.send.setFocus()
    shown.problems.list.activated.emit(index)
    assert focused().objectName() == "field.payload.notification.title"


def test_a_problem_of_another_language_leads_to_all_languages(
    shown: MainWindow, qtbot: QtBot
) -> None:
    languages = Languages(("en", "de"), "en", {"de": {}})
    shown.document.load(Draft(samples.message(), languages=languages))
    shown.tour.walk(1)
    assert shown.findChild(LanguagesDialog) is None
    (missing,) = (
        each for each in shown.checks.check() if each.rule == "language-missing"
    )
    index = shown.problems.model.index_of(missing)
    assert index.data() == "Not in de yet: Title and 1 more."
    shown.problems.list.activated.emit(index)
    dialog = shown.findChild(LanguagesDialog)
    assert isinstance(dialog, LanguagesDialog)
    qtbot.waitActive(dialog)
    assert dialog.model.tag(dialog.table.currentIndex().column()) == "de"


def test_a_formal_project_asks_and_another_project_drops_the_question(
    shown: MainWindow, heard: Heard
) -> None:
    opened = heard(shown.gate.opened)
    shown.choice.choose(samples.FORMAL.key)
    shown.gate.send()
    assert "FORMAL" in question(shown)
    shown.choice.choose(samples.SANDBOX.key)
    assert question(shown) == ""
    shown.gate.send()
    assert len(opened) == 1


def test_choosing_a_project_changes_everything_at_once(
    window: MainWindow, heard: Heard
) -> None:
    settings = heard(window.settings_changed)
    window.strip.project.activated.emit(0)
    assert window.choice.project == samples.SANDBOX
    assert window.strip.environment.text() == "SANDBOX"
    assert window.projects_panel.list.currentIndex().row() == 0
    assert len(window.devices.shown()) == 2
    assert len(settings) == 1
    window.projects_panel.list.setCurrentIndex(window.projects.index(2))
    assert window.choice.project == samples.FORMAL
    assert window.strip.project.currentIndex() == 2


def test_the_test_switch_writes_into_the_message(window: MainWindow) -> None:
    window.strip.test.click()
    assert not window.document.message.is_test
    assert "“testMessage”" not in window.composer.json_view.text.toPlainText()
    assert '"testMessage": false' in window.composer.json_view.text.toPlainText()
    window.document.set_kind(kind("v1-notification"))
    window.strip.test.click()
    assert window.document.message.document["validate_only"] is True


def test_problems_show_as_the_message_is_typed(shown: MainWindow, qtbot: QtBot) -> None:
    shown.document.set_value(samples.TITLE, "")
    with qtbot.waitSignal(shown.composer.settled, timeout=2000):
        pass
    assert not shown.strip.send.isEnabled()
    assert shown.composer.tabs.tabText(0) == "Content ✕1"


def test_the_draft_is_kept_a_moment_after_the_last_edit(
    window: MainWindow, qtbot: QtBot, heard: Heard
) -> None:
    kept = heard(window.draft_changed)
    with qtbot.waitSignal(window.draft_changed, timeout=2000):
        for text in ("a", "ab", "abc"):
            window.document.set_value(samples.TITLE, text)
        window.composer.json_view.text.setPlainText("{")
    assert len(kept) == 1
    draft = kept[0][0]
    assert isinstance(draft, Draft)
    assert draft.message.title == "abc"
    assert draft.broken_text == "{"


def test_closing_keeps_the_draft_and_tells(window: MainWindow, heard: Heard) -> None:
    kept, closed = heard(window.draft_changed), heard(window.closed)
    settings = heard(window.settings_changed)
    window.document.set_value(samples.TITLE, "Typed just now")
    assert window.close()
    draft = kept[-1][0]
    assert isinstance(draft, Draft)
    assert draft.message.title == "Typed just now"
    assert (len(closed), len(settings)) == (1, 1)


def test_closing_while_something_is_sent_asks(shown: MainWindow, heard: Heard) -> None:
    closed = heard(shown.closed)
    shown.send_started(samples.record("a"))
    assert shown.strip.stop.isVisible()
    assert not shown.close()
    assert "under way" in question(shown)
    press(shown, "confirm.cancel")
    assert shown.isVisible()
    assert not closed
    shown.close()
    press(shown, "confirm.go")
    assert len(closed) == 1
    assert not shown.isVisible()


def test_a_finished_send_closes_without_a_question(
    window: MainWindow, heard: Heard
) -> None:
    closed = heard(window.closed)
    window.send_started(samples.record("a", key="one"))
    window.send_started(samples.record("b", key="two"))
    window.send_finished("one")
    assert not window.strip.stop.isHidden()
    window.send_finished("two")
    assert window.strip.stop.isHidden()
    window.close()
    assert len(closed) == 1


def test_a_narrow_window_moves_the_preview_into_a_tab_and_back(
    shown: MainWindow,
) -> None:
    tabs = shown.composer.tabs
    shown.resize(1300, 800)
    QApplication.sendPostedEvents()
    assert tabs.indexOf(shown.panes.right) < 0
    shown.resize(NARROW - 200, 800)
    QApplication.sendPostedEvents()
    if shown.width() >= NARROW:
        pytest.fail(f"the window cannot be made narrow: {shown.width()}")
    assert tabs.indexOf(shown.panes.right) >= 0
    shown.document.set_kind(kind("v3-background"))
    shown.checks.check()
    shown.resize(1300, 800)
    QApplication.sendPostedEvents()
    assert tabs.indexOf(shown.panes.right) < 0
    assert shown.preview.isVisible()


def test_a_message_of_history_becomes_the_draft_and_undo_goes_back(
    shown: MainWindow,
) -> None:
    before = shown.document.message
    shown.write_on(samples.message("From history"))
    assert shown.document.message.title == "From history"
    shown.composer.undo.trigger()
    assert shown.document.message == before


@pytest.mark.parametrize("key", ["v3-background", "v1-data", "v2-data"])
def test_a_message_without_content_opens_on_a_tab_it_has(
    shown: MainWindow, key: str
) -> None:
    shown.write_on(kind(key).message())
    tabs = shown.composer.tabs
    assert tabs.isTabVisible(tabs.currentIndex())
    assert tabs.currentWidget().isVisible()


def test_broken_text_of_the_draft_is_there_again(qtbot: QtBot) -> None:
    window = MainWindow(Draft(samples.message(), "{", "[1]"))
    qtbot.addWidget(window)
    assert window.document.draft() == Draft(samples.message(), "{", "[1]")
    assert window.composer.json_view.text.toPlainText() == "{"
    assert not window.document.undo_stack.canUndo()


def test_before_the_rules_are_there_the_window_says_it_is_starting(
    qtbot: QtBot,
) -> None:
    window = MainWindow(Draft(samples.message()))
    qtbot.addWidget(window)
    window.load_projects([samples.SANDBOX], [], "")
    assert window.strip.problems.text() == "Starting…"
    assert not window.strip.send.isEnabled()
    window.choice.set_credentials(samples.SANDBOX.key, frozenset(CredentialKind))
    window.checks.start_checking(check)
    assert "device" in window.strip.problems.text()


def test_a_project_whose_address_changed_is_taken(window: MainWindow) -> None:
    from dataclasses import replace

    moved = replace(samples.TEST, push_host="http://127.0.0.1:5")
    window.replace_project(moved)
    assert window.choice.project == moved
    window.replace_project(replace(samples.FORMAL, name="Renamed"))
    assert window.choice.project == moved


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_window_can_be_drawn_in_both_themes(
    qapp: QApplication, shown: MainWindow, scheme: Scheme
) -> None:
    apply(qapp, scheme)
    shown.repaint_theme()
    shown.tell("Something happened.", Tone.WARNING)
    image = shown.grab().toImage()
    assert image.width() == shown.width()
    corner = image.pixelColor(2, image.height() - 2)
    assert (corner.lightness() < 128) is (scheme is Scheme.DARK)


def test_removed_devices_come_back_from_the_notice(window: MainWindow) -> None:
    window.devices_panel.table.selectRow(0)
    press(window, "devices.remove")
    assert window.devices.shown() == []
    press(window, "notice.offer")
    assert len(window.devices.shown()) == 1
    assert window.notices.texts() == []


def editors(window: MainWindow) -> dict[str, Callable[[], QWidget]]:
    """Kept here so that the list above is the whole list."""
    kinds_of_editor = (QLineEdit, QPlainTextEdit, QComboBox, QTableView)
    return {
        widget.objectName(): lambda widget=widget: widget  # type: ignore[misc]
        for each in kinds_of_editor
        for widget in window.findChildren(each)
        if widget.objectName() and not widget.objectName().startswith(("qt_", "_q"))
    }


def test_no_editor_is_left_out_of_the_ctrl_enter_test(shown: MainWindow) -> None:
    for index in range(shown.composer.tabs.count()):
        shown.composer.tabs.setCurrentIndex(index)
    names = set(editors(shown)) - {"phone.scenario"}
    names = {name for name in names if not name.startswith("preview.phone.")}
    assert names <= {*field_names(), *OTHER_EDITORS}


def test_the_phones_tab_counts_what_was_not_looked_at(window: MainWindow) -> None:
    tabs = window.panes.right
    place = tabs.indexOf(window.panels.phone)
    for _ in range(2):
        window.phone.add([PhoneItem("token", "Phone", "12:00", "Title", "Text")], 1)
    assert tabs.tabText(place) == "Sandbox phones (2)"
    tabs.setCurrentIndex(place)
    assert tabs.tabText(place) == "Sandbox phones"
    window.phone.add([PhoneItem("token", "Phone", "12:01", "Title", "Text")], 1)
    assert tabs.tabText(place) == "Sandbox phones"


def test_a_send_tells_of_pasted_tokens_that_were_not_added(shown: MainWindow) -> None:
    devices = shown.devices_panel
    devices.entry.field.setPlainText("IQAAAACy0tEjAABTx8AVZ0mZ3xKf")
    shown.gate.send()
    assert "not added yet: 1." in shown.notices.texts()[-1]
    before = shown.devices.chosen_count
    offered = shown.notices.findChild(QPushButton, "notice.offer")
    assert isinstance(offered, QPushButton)
    offered.click()
    assert shown.devices.chosen_count == before + 1
    shown.gate.send()
    assert not shown.notices.texts()
