import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu

from hmpush_gui.ui.file_menu import elided
from hmpush_gui.ui.main_window import MainWindow

from .conftest import Heard, press_key
from .test_filing import FILE, ORIGIN

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def recent_menu(window: MainWindow) -> QMenu:
    for menu in window.menuBar().findChildren(QMenu):
        if menu.title() == "Open &recent":
            return menu
    raise AssertionError


def entry(window: MainWindow, name: str) -> QAction:
    action = recent_menu(window).findChild(QAction, name)
    assert isinstance(action, QAction)
    return action


def test_without_files_there_is_nothing_to_choose(window: MainWindow) -> None:
    assert not recent_menu(window).menuAction().isEnabled()


def test_recent_files_are_offered_with_their_folders(
    window: MainWindow, heard: Heard
) -> None:
    wanted = heard(window.filing.open_wanted)
    window.filing.recent.add("/push/r&d.json")
    window.filing.recent.add("/shop/b.json")
    assert entry(window, "recent.0").text() == "&1  b.json\t/shop"
    assert entry(window, "recent.1").text() == "&2  r&&d.json\t/push"
    assert entry(window, "recent.1").toolTip() == "/push/r&d.json"
    entry(window, "recent.1").trigger()
    assert wanted == [("/push/r&d.json",)]


def test_a_file_that_is_gone_is_grey_and_says_why(
    window: MainWindow, heard: Heard
) -> None:
    looked = heard(window.filing.look_wanted)
    window.filing.recent.add("/shop/b.json")
    recent_menu(window).aboutToShow.emit()
    assert len(looked) == 1
    window.filing.recent.show_reasons({"/shop/b.json": "no longer there"})
    assert not entry(window, "recent.0").isEnabled()
    assert entry(window, "recent.0").text().endswith("\tno longer there")


def test_the_list_can_be_cleared(window: MainWindow) -> None:
    window.filing.recent.add("/shop/b.json")
    entry(window, "recent.clear").trigger()
    assert window.filing.recent.paths() == []
    assert not recent_menu(window).menuAction().isEnabled()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_O, CTRL), (Qt.Key.Key_S, CTRL), (Qt.Key.Key_S, CTRL | SHIFT)],
)
def test_keys_ask_for_a_file(
    shown: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    press_key(shown, key, modifier)
    dialog = shown.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.reject()


def test_ctrl_s_saves_and_ctrl_d_duplicates(shown: MainWindow, heard: Heard) -> None:
    wanted = heard(shown.filing.save_wanted)
    shown.filing.take(ORIGIN, FILE)
    press_key(shown, Qt.Key.Key_S, CTRL)
    assert wanted == [(ORIGIN.path, shown.filing.state.text(), ORIGIN.text)]
    press_key(shown, Qt.Key.Key_D, CTRL)
    assert shown.document.origin is None


def test_a_long_folder_shows_its_end() -> None:
    assert elided("/short") == "/short"
    assert elided("/" + "a" * 60 + "/end").endswith("/end")
    assert len(elided("x" * 100)) == 41
