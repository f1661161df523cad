from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.ui.keys_dialog import KeysDialog
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.outcome_panel import HISTORY
from hmpush_gui.ui.theme import Scheme

from . import samples
from .conftest import Heard, focused, press_key

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def actions(window: MainWindow) -> list[QAction]:
    """Every action of the menus, the shared ones once."""
    found = {action.objectName(): action for action in window.findChildren(QAction)}
    return [action for name, action in found.items() if name.startswith("action.")]


def action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, f"action.{name}")
    assert isinstance(found, QAction)
    return found


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    keys = Counter(
        keys.toString() for each in actions(window) for keys in each.shortcuts()
    )
    shared = [key for key, count in keys.items() if count > 1]
    assert keys
    assert not shared
    narrower = {key.key().toString() for key in window.findChildren(QShortcut)}
    assert not narrower & set(keys)


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Slash])
def test_the_sheet_lists_every_key(
    shown: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    modifier = CTRL if key is Qt.Key.Key_Slash else Qt.KeyboardModifier.NoModifier
    press_key(shown, key, modifier)
    sheet = shown.findChild(KeysDialog)
    assert isinstance(sheet, KeysDialog)
    words = {label.text() for label in sheet.findChildren(QLabel)}
    text = "  ".join(words)
    for each in actions(shown):
        for keys in each.shortcuts():
            native = keys.toString(keys.SequenceFormat.NativeText)
            assert native in text
        if each.shortcuts():
            plain = each.text().replace("&", "")
            # "Undo" says what it would undo.
            assert any(word.startswith(plain.split(" ")[0]) for word in words)
    sheet.close()


def test_every_menu_entry_has_a_name_and_a_text(window: MainWindow) -> None:
    for menu in window.menuBar().actions():
        assert menu.text()
        for entry in menu.menu().actions():  # type: ignore[attr-defined]
            assert entry.isSeparator() or entry.menu() or entry.objectName()


def test_no_two_entries_of_a_menu_share_a_letter(window: MainWindow) -> None:
    menus = window.menuBar().actions()
    groups = [menus, *(menu.menu().actions() for menu in menus)]  # type: ignore[attr-defined]
    for group in groups:
        texts = [entry.text() for entry in group if "&" in entry.text()]
        letters = Counter(text[text.index("&") + 1].lower() for text in texts)
        assert not [letter for letter, count in letters.items() if count > 1], texts


def test_a_new_message_keeps_the_kind_and_can_be_undone(window: MainWindow) -> None:
    window.document.replace(samples.background(), "Load")
    window.document.set_value(("payload", "extraData"), '{"a":1}')
    before = window.document.message
    action(window, "new").trigger()
    assert window.document.message == kind("v3-background").message()
    window.composer.undo.trigger()
    assert window.document.message == before


def side(window: MainWindow) -> bool:
    return window.panes.side.isVisible()


def right(window: MainWindow) -> bool:
    return window.panes.right.isVisible()


@pytest.mark.parametrize(("key", "seen"), [(Qt.Key.Key_B, side), (Qt.Key.Key_J, right)])
def test_keys_put_the_sides_away_and_back(
    shown: MainWindow, qtbot: QtBot, key: Qt.Key, seen: Callable[[MainWindow], bool]
) -> None:
    assert seen(shown)
    press_key(shown, key, CTRL)
    assert not seen(shown)
    press_key(shown, key, CTRL)
    assert seen(shown)


@pytest.mark.parametrize("number", range(5))
def test_ctrl_and_a_number_go_to_a_part_of_the_message(
    shown: MainWindow, qtbot: QtBot, number: int
) -> None:
    press_key(shown, Qt.Key(Qt.Key.Key_1.value + number), CTRL)
    assert shown.composer.tabs.currentIndex() == number
    assert shown.composer.isAncestorOf(focused())


@pytest.mark.parametrize("number", range(6))
def test_alt_and_a_number_go_to_what_happened(
    shown: MainWindow, qtbot: QtBot, number: int
) -> None:
    press_key(shown, Qt.Key(Qt.Key.Key_1.value + number), ALT)
    assert shown.outcome.tabs.currentIndex() == number
    assert shown.outcome.isAncestorOf(focused())


def test_find_goes_to_the_search_of_history(shown: MainWindow, qtbot: QtBot) -> None:
    press_key(shown, Qt.Key.Key_F, CTRL)
    assert shown.outcome.tabs.currentIndex() == HISTORY
    assert shown.outcome.history.search.hasFocus()


def test_paste_tokens_goes_to_the_field_even_when_it_was_away(
    shown: MainWindow,
) -> None:
    shown.panes.side.hide()
    action(shown, "paste").trigger()
    assert shown.devices_panel.entry.field.hasFocus()


def test_stop_and_quit_say_so(window: MainWindow, heard: Heard) -> None:
    stopped, closed = heard(window.stop_requested), heard(window.closed)
    action(window, "stop").trigger()
    action(window, "quit").trigger()
    assert (len(stopped), len(closed)) == (1, 1)


@pytest.mark.parametrize("scheme", Scheme)
def test_a_theme_can_be_chosen(
    window: MainWindow, heard: Heard, scheme: Scheme
) -> None:
    chosen = heard(window.scheme_chosen)
    action(window, f"theme.{scheme}").trigger()
    assert chosen == [(scheme,)]
    assert isinstance(chosen[0][0], Scheme)
    assert window.actions_.schemes[scheme].isChecked()
