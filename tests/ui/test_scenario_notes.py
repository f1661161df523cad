import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.run_sheet import Scenario
from hmpush_gui.ui.scenario_notes import ScenarioNotes
from hmpush_gui.ui.sheet_shelf import SheetShelf

from . import samples


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def shelf(window: QWidget) -> SheetShelf:
    shelf = SheetShelf(lambda: samples.TEST.key, window)
    shelf.add_message("Greeting", samples.message())
    shelf.add_message("Farewell", samples.message())
    return shelf


def scenarios(shelf: SheetShelf) -> tuple[Scenario, ...]:
    assert shelf.current is not None
    return shelf.current.scenarios


def test_what_is_typed_is_kept_for_the_scenario_shown(
    window: QWidget, shelf: SheetShelf
) -> None:
    notes = ScenarioNotes(shelf, window)
    notes.show_scenario(scenarios(shelf)[1], "")
    notes.expected.setPlainText("a banner")
    assert [each.expected for each in scenarios(shelf)] == ["", "a banner"]


def test_showing_another_is_not_taken_for_typing(
    window: QWidget, shelf: SheetShelf
) -> None:
    notes = ScenarioNotes(shelf, window)
    notes.show_scenario(scenarios(shelf)[1], "")
    notes.expected.setPlainText("a banner")
    notes.show_scenario(scenarios(shelf)[0], "")
    assert notes.expected.toPlainText() == ""
    assert scenarios(shelf)[1].expected == "a banner"


def test_without_a_scenario_nothing_can_be_written(
    window: QWidget, shelf: SheetShelf
) -> None:
    notes = ScenarioNotes(shelf, window)
    notes.show_scenario(None, "")
    assert not notes.expected.isEnabled()
    assert notes.answer.isHidden()


def test_the_answer_is_shown_to_the_letter(window: QWidget, shelf: SheetShelf) -> None:
    notes = ScenarioNotes(shelf, window)
    notes.show_scenario(scenarios(shelf)[0], "<b>Rejected</b>")
    assert not notes.answer.isHidden()
    assert notes.answer.text() == "<b>Rejected</b>"
