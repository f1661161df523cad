import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.device_list import DeviceListModel
from hmpush_gui.ui.token_entry import TokenEntry

from . import samples
from .conftest import Heard, focused, press_key, show


@pytest.fixture
def model(qapp: object) -> DeviceListModel:
    assert qapp
    model = DeviceListModel()
    model.show_project(samples.TEST.key)
    return model


@pytest.fixture
def entry(qtbot: QtBot, model: DeviceListModel) -> TokenEntry:
    entry = TokenEntry(model)
    model.setParent(entry)
    qtbot.addWidget(entry)
    return entry


def said(entry: TokenEntry) -> str:
    label = entry.findChild(QLabel, "devices.said")
    assert isinstance(label, QLabel)
    return "" if label.isHidden() else label.text()


def paste(entry: TokenEntry, text: str) -> None:
    entry.field.setPlainText(text)
    button = entry.findChild(QPushButton, "devices.add")
    assert isinstance(button, QPushButton)
    button.click()


def tokens(model: DeviceListModel) -> list[str]:
    return [device.token for device in model.shown()]


@pytest.mark.parametrize(
    ("text", "added", "words"),
    [
        ("a1", ["a1"], "Added: 1."),
        ("a1\nb2, c3;d4", ["a1", "b2", "c3", "d4"], "Added: 4."),
        (
            "  a1 \n\n'b2'",
            ["a1", "b2"],
            "Added: 2. Cleaned of blanks, line breaks or quotes: 2.",
        ),
        ("a1\na1\nb2", ["a1", "b2"], "Added: 2. Already here: 1."),
        (
            '"to\nken"\ntoken',
            ["token"],
            "Added: 1. Already here: 1.",
        ),
        ("", [], "There is no token in this text. Paste one token a line."),
        (" \n,;", [], "There is no token in this text. Paste one token a line."),
    ],
)
def test_pasting_says_what_was_done(
    entry: TokenEntry,
    model: DeviceListModel,
    text: str,
    added: list[str],
    words: str,
) -> None:
    paste(entry, text)
    assert tokens(model) == added
    assert said(entry).startswith(words)


def test_the_field_is_emptied_only_when_something_was_added(
    entry: TokenEntry,
) -> None:
    paste(entry, "a1")
    assert entry.field.toPlainText() == ""
    paste(entry, "a1")
    assert entry.field.toPlainText() == "a1"
    assert said(entry) == "Added: 0. Already here: 1."


def test_many_tokens_are_taken_at_once(
    entry: TokenEntry, model: DeviceListModel, heard: Heard
) -> None:
    edited = heard(model.edited)
    paste(entry, "\n".join(f"token-{number}" for number in range(5000)))
    assert model.rowCount() == 5000
    assert len(edited) == 1


def test_the_keyboard_goes_from_the_field_to_its_buttons(
    entry: TokenEntry, qtbot: QtBot
) -> None:
    show(qtbot, entry)
    entry.field.setFocus()
    names = []
    for _ in range(2):
        press_key(focused(), Qt.Key.Key_Tab)
        names.append(focused().objectName())
    assert names == ["devices.import", "devices.add"]


def test_what_was_added_is_said_beside_nothing_else(entry: TokenEntry) -> None:
    entry.resize(240, 500)
    entry.show()
    paste(entry, "SANDBOX-live-1, foo bar\nSANDBOX-live-2")
    label = entry.findChild(QLabel, "devices.said")
    assert isinstance(label, QLabel)
    QApplication.sendPostedEvents()
    assert label.y() >= entry.field.geometry().bottom()
    assert label.height() >= label.heightForWidth(label.width())


def test_it_knows_what_was_pasted_and_not_added(
    entry: TokenEntry, model: DeviceListModel
) -> None:
    model.add(["a1"])
    entry.field.setPlainText("a1, b2, c3")
    assert entry.pending() == 2
    entry.add()
    assert entry.pending() == 0
