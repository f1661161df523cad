import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.tag_entry import TagEntry

from .conftest import press_key, show


@pytest.fixture
def entry(qtbot: QtBot) -> TagEntry:
    entry = TagEntry()
    qtbot.addWidget(entry)
    return entry


def about(entry: TagEntry) -> str:
    label = entry.findChild(QLabel, "tag.about")
    assert isinstance(label, QLabel)
    return label.text()


def go(entry: TagEntry) -> QPushButton:
    button = entry.findChild(QPushButton, "tag.go")
    assert isinstance(button, QPushButton)
    return button


def test_a_tag_is_taken_as_it_is_usually_written(entry: TagEntry) -> None:
    taken: list[str] = []
    entry.ask("Add", "Add", ("en",), taken.append)
    assert not go(entry).isEnabled()
    entry.field.setText("zh_hant")
    assert about(entry) == "zh-Hant · 繁體中文"
    go(entry).click()
    assert taken == ["zh-Hant"]
    assert entry.isHidden()


@pytest.mark.parametrize(
    ("typed", "words"), [("english", "No language tag"), ("EN", "already")]
)
def test_anything_else_is_told_at_once_and_not_taken(
    entry: TagEntry, qtbot: QtBot, typed: str, words: str
) -> None:
    taken: list[str] = []
    entry.ask("Add", "Add", ("en",), taken.append)
    show(qtbot, entry)
    entry.field.setText(typed)
    assert words in about(entry)
    assert entry.field.property("bad")
    press_key(entry.field, Qt.Key.Key_Return)
    assert taken == []
    assert entry.isVisible()


def test_enter_takes_the_tag_and_esc_takes_nothing(
    entry: TagEntry, qtbot: QtBot
) -> None:
    taken: list[str] = []
    entry.ask("Add", "Add", (), taken.append)
    show(qtbot, entry)
    entry.field.setText("de")
    press_key(entry.field, Qt.Key.Key_Escape)
    assert entry.isHidden()
    entry.ask("Add", "Add", (), taken.append)
    assert entry.field.text() == ""
    entry.field.setText("de")
    press_key(entry.field, Qt.Key.Key_Return)
    assert taken == ["de"]
