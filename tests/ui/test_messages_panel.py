import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.messages_panel import MessagesPanel

from .conftest import Heard, press_key
from .samples import TITLE
from .test_accessibility import tab_walk
from .test_filing import FILE, ORIGIN
from .test_sample_list import THREE


@pytest.fixture
def panel(shown: MainWindow) -> MessagesPanel:
    shown.panes.show_side(shown.messages_panel)
    return shown.messages_panel


def words(panel: MessagesPanel, name: str) -> str:
    label = panel.findChild(QLabel, f"messages.{name}")
    assert isinstance(label, QLabel)
    return label.text()


def button(panel: MessagesPanel, name: str) -> QPushButton:
    found = panel.findChild(QPushButton, f"messages.{name}")
    assert isinstance(found, QPushButton)
    return found


def test_it_is_built_and_filled_when_it_is_first_seen(
    shown: MainWindow, heard: Heard
) -> None:
    wanted = heard(shown.filing.samples_wanted)
    looked = heard(shown.filing.look_wanted)
    assert not shown.messages_panel.findChildren(QLabel)
    for _ in range(2):
        shown.panes.show_side(shown.messages_panel)
        shown.filing.samples.load(THREE)
        shown.panes.show_side(shown.devices_panel)
    assert len(wanted) == 1
    assert len(looked) == 2
    assert shown.messages_panel.findChildren(QLabel)


def test_it_says_which_file_is_in_force_and_whether_it_is_saved(
    shown: MainWindow, panel: MessagesPanel
) -> None:
    assert (words(panel, "file"), words(panel, "state")) == ("Untitled", "draft")
    shown.filing.take(ORIGIN, FILE)
    assert (words(panel, "file"), words(panel, "state")) == ("parcel.json", "saved")
    shown.document.set_value(TITLE, "Other")
    assert words(panel, "state") == "edited"


def test_a_recent_file_is_opened_with_enter(
    shown: MainWindow, panel: MessagesPanel, heard: Heard
) -> None:
    wanted = heard(shown.filing.open_wanted)
    assert panel.list.isHidden()
    shown.filing.recent.add("/push/a.json")
    shown.filing.recent.add("/push/b.json")
    assert not panel.list.isHidden()
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.model().index(1, 0))
    press_key(panel.list, Qt.Key.Key_Return)
    assert wanted == [("/push/a.json",)]
    button(panel, "clear").click()
    assert panel.list.isHidden()


def test_a_draft_that_was_put_away_is_taken_up_again(
    shown: MainWindow, panel: MessagesPanel
) -> None:
    shown.document.set_value(TITLE, "Half a thought")
    shown.filing.take(ORIGIN, FILE)
    model = panel.list.model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names == ["Half a thought", "parcel.json"]
    panel.list.setFocus()
    panel.list.setCurrentIndex(model.index(0, 0))
    press_key(panel.list, Qt.Key.Key_Return)
    assert shown.document.message.title == "Half a thought"
    assert shown.document.origin is None
    assert model.rowCount() == 1


def test_save_saves_and_open_asks(
    shown: MainWindow, panel: MessagesPanel, heard: Heard
) -> None:
    shown.filing.take(ORIGIN, FILE)
    wanted = heard(shown.filing.save_wanted)
    button(panel, "save").click()
    assert wanted[0][0] == ORIGIN.path
    button(panel, "open").click()
    assert shown.findChild(QPushButton, "messages.open") is not None


def test_a_sample_is_chosen_with_enter_and_can_be_undone(
    shown: MainWindow, panel: MessagesPanel
) -> None:
    before = shown.document.message
    shown.filing.samples.load(THREE)
    press_key(panel.finder.search, Qt.Key.Key_Return)
    assert shown.document.message == THREE[0].file.message
    shown.composer.undo.trigger()
    assert shown.document.message == before


def test_tab_visits_it_between_the_strip_and_the_composer(
    shown: MainWindow, panel: MessagesPanel, qtbot: QtBot
) -> None:
    shown.filing.recent.add("/push/a.json")
    shown.filing.samples.load(THREE)
    names = tab_walk(qtbot, shown.strip.project, Qt.Key.Key_Tab)
    order = [
        "strip.project", "messages.open", "messages.save", "messages.clear",
        "messages.recent", "samples.search", "samples.list", "kind",
    ]  # fmt: skip
    places = [names.index(name) for name in order]
    assert places == sorted(places), names
