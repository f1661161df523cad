from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.keys_dialog import KeysDialog

from .conftest import show


def action(text: str, *keys: str) -> QAction:
    made = QAction(text)
    made.setShortcuts([QKeySequence(key) for key in keys])
    return made


def test_every_action_with_a_key_is_listed(qtbot: QtBot) -> None:
    actions = [
        action("&Send", "Ctrl+Return"),
        action("No key"),
        action("&Check", "F8", "Ctrl+Shift+V"),
        action("打开(&O)…", "Ctrl+O", "Ctrl+O"),
    ]
    dialog = KeysDialog(actions)
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert words == [
        *("Ctrl+Return", "Send"),
        *("F8  Ctrl+Shift+V", "Check"),
        *("Ctrl+O", "打开…"),
        f"Version {QCoreApplication.applicationVersion()}",
    ]


def test_undo_is_listed_without_what_it_would_take_back(qtbot: QtBot) -> None:
    undo = action("Undo Change title", "Ctrl+Z")
    undo.setProperty("plain", "Undo")
    dialog = KeysDialog([undo])
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert words[:2] == ["Ctrl+Z", "Undo"]


def test_no_keys_at_all_is_no_trouble(qtbot: QtBot) -> None:
    dialog = KeysDialog([])
    qtbot.addWidget(dialog)
    show(qtbot, dialog)
    (version,) = dialog.findChildren(QLabel)
    assert version.text().startswith("Version")
