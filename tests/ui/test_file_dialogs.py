from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.file_dialogs import TABLE, ask_to_open, ask_to_save


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def asked(window: QWidget) -> QFileDialog:
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    return dialog


def test_one_file_that_is_there_is_asked_for(window: QWidget, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")
    taken: list[str] = []
    ask_to_open(window, str(tmp_path), taken.append)
    dialog = asked(window)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    assert dialog.directory().path() == str(tmp_path)
    dialog.selectFile("a.json")
    dialog.accept()
    assert taken == [str(tmp_path / "a.json")]


def test_a_name_to_save_as_gets_its_ending_and_no_question(
    window: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "b.json").write_text("{}")
    taken: list[str] = []
    ask_to_save(window, str(tmp_path / "a.json"), taken.append)
    dialog = asked(window)
    assert dialog.selectedFiles() == [str(tmp_path / "a.json")]
    dialog.selectFile("b")
    dialog.accept()
    assert taken == [str(tmp_path / "b.json")]


def test_a_table_has_an_ending_of_its_own(window: QWidget, tmp_path: Path) -> None:
    taken: list[str] = []
    ask_to_save(window, str(tmp_path / "a.csv"), taken.append, TABLE)
    dialog = asked(window)
    assert dialog.windowTitle() == "Export texts"
    assert dialog.nameFilters()[0].startswith("Tables (*.csv")
    dialog.selectFile("b")
    dialog.accept()
    assert taken == [str(tmp_path / "b.csv")]
