import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.variable_list import Column
from hmpush_gui.ui.variables_dialog import VariablesDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> VariablesDialog:
    dialog = VariablesDialog("Shop", {"shop": "旗舰店"})
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def press(dialog: VariablesDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, f"variables.{name}")
    assert isinstance(button, QPushButton)
    button.click()


def problem(dialog: VariablesDialog) -> str:
    label = dialog.findChild(QLabel, "variables.problem")
    assert isinstance(label, QLabel)
    return label.text()


def test_saving_gives_what_stands_in_the_table(
    dialog: VariablesDialog, qtbot: QtBot
) -> None:
    dialog.model.setData(dialog.model.index(1, Column.NAME), "host")
    dialog.model.setData(dialog.model.index(1, Column.VALUE), "example.com")
    with qtbot.waitSignal(dialog.saved) as saved:
        press(dialog, "save")
    assert saved.args == [{"shop": "旗舰店", "host": "example.com"}]
    assert not dialog.isVisible()


def test_a_bad_name_keeps_the_dialog_open_and_says_why(
    dialog: VariablesDialog, qtbot: QtBot
) -> None:
    dialog.model.setData(dialog.model.index(1, Column.NAME), "counter")
    with qtbot.assertNotEmitted(dialog.saved):
        press(dialog, "save")
    assert dialog.isVisible()
    assert "“counter” cannot be a name" in problem(dialog)


def test_remove_takes_the_chosen_row(dialog: VariablesDialog, qtbot: QtBot) -> None:
    dialog.table.selectRow(0)
    press(dialog, "remove")
    with qtbot.waitSignal(dialog.saved) as saved:
        press(dialog, "save")
    assert saved.args == [{}]


def test_the_title_names_the_project(dialog: VariablesDialog) -> None:
    assert dialog.windowTitle() == "Placeholders of Shop"
