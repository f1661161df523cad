from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from hmpush_gui.exchange.project_file import write_project
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.project_dialog import ProjectDialog

from . import samples
from .conftest import Heard


def test_a_project_is_written_where_the_user_says(
    window: MainWindow, heard: Heard
) -> None:
    sharing = window.joins.sharing
    written = heard(sharing.write_wanted)
    window.projects_panel.export_wanted.emit()
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit("/somewhere/shop.json")
    dialog.close()
    path, content = written[0]
    assert path == "/somewhere/shop.json"
    assert callable(content)
    assert content() == write_project(samples.TEST)


def test_a_project_is_looked_at_before_it_is_saved(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "shop.json"
    path.write_text(write_project(samples.FORMAL), "utf-8")
    count = window.projects.rowCount()
    window.joins.sharing.read(str(path))
    dialog = window.findChild(ProjectDialog)
    assert isinstance(dialog, ProjectDialog)
    assert dialog.windowTitle() == "Import project"
    assert dialog.project_id.text() == samples.FORMAL.project_id
    assert window.projects.rowCount() == count
    dialog._on_save_clicked()
    assert window.projects.rowCount() == count + 1


@pytest.mark.parametrize("content", [b"{}", b"\xff\xfe\x00", b"x" * 200_000])
def test_another_file_is_refused(
    window: MainWindow, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "other.json"
    path.write_bytes(content)
    window.joins.sharing.read(str(path))
    assert "This is no project file" in window.notices.texts()[-1]
    window.joins.sharing.read(str(tmp_path))
    assert "cannot be read" in window.notices.texts()[-1]


def test_the_sandbox_is_not_exported(window: MainWindow) -> None:
    panel = window.projects_panel
    action = panel.findChild(QAction, "projects.export")
    assert isinstance(action, QAction)
    assert action.isEnabled()
    window.choose_project(samples.SANDBOX.key)
    assert not action.isEnabled()
