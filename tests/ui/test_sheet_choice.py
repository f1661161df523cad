import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.sheet_choice import SheetChoice
from hmpush_gui.ui.sheet_shelf import SheetShelf

from . import samples


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def shelf(window: QWidget) -> SheetShelf:
    return SheetShelf(lambda: samples.TEST.key, window)


@pytest.fixture
def choice(window: QWidget, shelf: SheetShelf) -> SheetChoice:
    return SheetChoice(shelf, window)


def test_one_sheet_needs_no_chooser(choice: SheetChoice, shelf: SheetShelf) -> None:
    assert not choice.name.isEnabled()
    shelf.new("One")
    assert choice.chooser.isHidden()
    assert choice.name.text() == "One"
    shelf.new("Two")
    assert not choice.chooser.isHidden()


def test_it_names_and_chooses_sheets(choice: SheetChoice, shelf: SheetShelf) -> None:
    shelf.new("One")
    shelf.new("Two")
    choice.chooser.activated.emit(0)
    assert choice.name.text() == "One"
    choice.name.textEdited.emit("First")
    assert [each.name for each in shelf.all] == ["First", "Two"]
