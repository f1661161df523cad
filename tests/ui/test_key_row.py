from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.key_row import KeyRow
from tests.programs import small_account

from .conftest import Heard


def test_a_file_is_taken_with_its_place_and_never_shown(
    qtbot: QtBot, heard: Heard, tmp_path: Path
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = KeyRow(False, page)
    taken, refused = heard(row.taken), heard(row.refused)
    path = tmp_path / "key.json"
    path.write_text(small_account().service.to_json())
    row.take(path)
    assert taken == [(small_account().service,)]
    assert (row.path, len(row.digest)) == (path, 32)
    assert "BEGIN" not in row.state.text()
    other = tmp_path / "other.json"
    other.write_text("{}")
    row.take(other)
    assert row.path == path
    assert str(refused[0][0]).startswith("other.json: This is not a service-account")
    assert row.problem.text() == refused[0][0]
    row.take(path)
    assert row.problem.isHidden()
