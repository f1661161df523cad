import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.exchange.hand_forms import ExportForm
from hmpush_gui.pushkit.record import SendPage, SendQuery
from hmpush_gui.ui.history_columns import Column
from hmpush_gui.ui.history_menu import HistoryMenu
from hmpush_gui.ui.history_panel import HistoryPanel

from .conftest import Heard, focused, press_key, show
from .samples import summary


@pytest.fixture
def panel(qtbot: QtBot) -> HistoryPanel:
    panel = HistoryPanel()
    qtbot.addWidget(panel)
    return panel


def reopen(panel: HistoryPanel) -> QPushButton:
    found = panel.findChild(QPushButton, "history.reopen")
    assert isinstance(found, QPushButton)
    return found


def test_an_empty_history_teaches_and_an_empty_search_says_so(
    panel: HistoryPanel,
) -> None:
    assert panel._none.text().startswith("Every send will be kept here")
    panel.search.setText("nothing")
    panel.show_sends(SendPage([]), looking=True)
    assert panel._none.text() == "Looking inside of push tokens…"
    panel.show_sends(SendPage([]))
    assert panel._none.text() == "No send matches."
    panel.show_sends(SendPage([summary()]))
    assert panel._none.isHidden()


def test_searching_waits_for_a_pause(
    panel: HistoryPanel, qtbot: QtBot, heard: Heard
) -> None:
    searched = heard(panel.searched)
    with qtbot.waitSignal(panel.searched, timeout=2000):
        for text in ("p", "pa", "par"):
            panel.search.setText(text)
    assert searched == [(SendQuery("par"),)]


def test_a_chosen_row_is_opened(panel: HistoryPanel, heard: Heard) -> None:
    panel.show_sends(SendPage([summary("a"), summary("b")]))
    opened = heard(panel.opened)
    panel.table.selectRow(1)
    assert opened == [("b",)]


def test_the_chosen_send_stays_chosen_and_is_not_opened_again(
    panel: HistoryPanel, heard: Heard
) -> None:
    panel.show_sends(SendPage([summary("a"), summary("b")]))
    panel.table.selectRow(1)
    opened = heard(panel.opened)
    panel.show_sends(SendPage([summary("new"), summary("a"), summary("b")]))
    assert panel.table.currentIndex().row() == 2
    assert reopen(panel).isEnabled()
    assert not opened
    panel.show_sends(SendPage([summary("a")]))
    assert not reopen(panel).isEnabled()


def test_a_send_can_be_written_on(panel: HistoryPanel, heard: Heard) -> None:
    wanted = heard(panel.draft_wanted)
    panel.show_sends(SendPage([summary("a")]))
    assert not reopen(panel).isEnabled()
    reopen(panel).click()
    panel.table.selectRow(0)
    reopen(panel).click()
    panel.table.doubleClicked.emit(panel.model.index(0, Column.TITLE))
    assert wanted == [("a",), ("a",)]


def choose(panel: HistoryPanel, *rows: int) -> None:
    """Select rows, as with Ctrl."""
    panel.table.clearSelection()
    selection = panel.table.selectionModel()
    for row in rows:
        selection.select(
            panel.model.index(row, 0),
            selection.SelectionFlag.Select | selection.SelectionFlag.Rows,
        )


def entry(panel: HistoryPanel, name: str) -> QAction:
    """An entry of the menu as it would open now."""
    menu = HistoryMenu(panel)
    found = menu.findChild(QAction, f"history.menu.{name}")
    assert isinstance(found, QAction)
    return found


def test_stars_are_put_by_click_and_by_key(panel: HistoryPanel, heard: Heard) -> None:
    starred = heard(panel.starred)
    panel.show_sends(SendPage([summary("a"), summary("b")]))
    panel.table.clicked.emit(panel.model.index(0, Column.STAR))
    assert panel.model.index(0, Column.STAR).data() == "★"
    choose(panel, 0, 1)
    panel.toggle_star()
    panel.toggle_star()
    assert starred == [(["a"], True), (["a", "b"], True), (["a", "b"], False)]


def test_keys_work_in_the_table(
    panel: HistoryPanel, heard: Heard, qtbot: QtBot
) -> None:
    show(qtbot, panel)
    starred, forgotten = heard(panel.starred), heard(panel.forget_wanted)
    panel.show_sends(SendPage([summary("a"), summary("b")]))
    panel.table.selectRow(1)
    panel.table.setFocus()
    press_key(panel.table, Qt.Key.Key_S)
    press_key(panel.table, Qt.Key.Key_Delete)
    assert (starred, forgotten) == ([(["b"], True)], [(["b"],)])


@pytest.mark.parametrize(
    ("key", "told"), [(Qt.Key.Key_F2, "renamed"), (Qt.Key.Key_N, "annotated")]
)
def test_names_and_notes_are_written_in_their_place(
    panel: HistoryPanel, heard: Heard, qtbot: QtBot, key: Qt.Key, told: str
) -> None:
    show(qtbot, panel)
    said = heard(getattr(panel, told))
    panel.show_sends(SendPage([summary("a"), summary("b")]))
    panel.table.selectRow(1)
    panel.table.setFocus()
    press_key(panel.table, key)
    editor = focused()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, " Release 7 ")
    with qtbot.waitSignal(getattr(panel, told), timeout=5000):
        press_key(editor, Qt.Key.Key_Return)
    assert said == [("b", "Release 7")]


def test_the_menu_offers_what_fits_the_selection(panel: HistoryPanel) -> None:
    panel.recall_refusal = lambda send: "too late" if send.key == "b" else ""
    panel.show_sends(SendPage([summary("a"), summary("b")]))
    names = ("reopen", "compare", "draft", "recall", "forget")

    def enabled() -> list[bool]:
        return [entry(panel, name).isEnabled() for name in names]

    assert enabled() == [False, False, False, False, False]
    choose(panel, 0)
    assert enabled() == [True, False, True, True, True]
    choose(panel, 1)
    assert enabled() == [True, False, True, False, True]
    assert entry(panel, "recall.why").text().strip() == "too late"
    choose(panel, 0, 1)
    assert enabled() == [False, True, False, False, True]
    assert entry(panel, "forget").text() == "Forget these: 2"


def test_the_menu_tells_what_is_wanted(panel: HistoryPanel, heard: Heard) -> None:
    panel.show_sends(SendPage([summary("new"), summary("old")]))
    said = {
        name: heard(getattr(panel, f"{name}_wanted"))
        for name in ("compare", "compare_draft", "recall", "forget_older", "export")
    }
    choose(panel, 0, 1)
    entry(panel, "compare").trigger()
    choose(panel, 1)
    entry(panel, "answers").trigger()
    entry(panel, "draft").trigger()
    entry(panel, "recall").trigger()
    entry(panel, "older.30").trigger()
    entry(panel, "export.csv").trigger()
    assert said == {
        "compare": [("old", "new"), ("old", "old")],
        "compare_draft": [("old",)],
        "recall": [("old",)],
        "forget_older": [(30,)],
        "export": [("old", ExportForm.CSV)],
    }


def test_further_pages_are_fetched_for_the_same_query(
    panel: HistoryPanel, heard: Heard
) -> None:
    wanted = heard(panel.more_wanted)
    panel.search.setText("hello")
    panel.show_sends(SendPage([summary("a")], 7))
    assert panel.model.canFetchMore()
    panel.model.fetchMore()
    assert not panel.model.canFetchMore()
    assert wanted == [(SendQuery("hello"), 7)]
    panel.model.add(SendPage([summary("b")]))
    assert panel.model.rowCount() == 2
    assert not panel.model.canFetchMore()


def test_all_is_shown_again_at_the_press_of_a_button(
    panel: HistoryPanel, heard: Heard
) -> None:
    panel.search.setText("nothing")
    panel.filters.star.setChecked(True)
    panel.show_sends(SendPage([]))
    button = panel.findChild(QPushButton, "history.all")
    assert isinstance(button, QPushButton)
    assert not button.isHidden()
    searched = heard(panel.searched)
    button.click()
    assert searched[-1] == (SendQuery(),)
    panel.show_sends(SendPage([]))
    assert button.isHidden()
