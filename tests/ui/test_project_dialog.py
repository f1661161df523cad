import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.credential import OAuthClient, ServiceAccount
from hmpush_gui.pushkit.project import CredentialKind, Environment, Project
from hmpush_gui.ui.project_dialog import ProjectDialog

from . import samples
from .conftest import Heard, show

NONE: frozenset[CredentialKind] = frozenset()
ACCOUNT = {
    "project_id": "101",
    "key_id": "key-1",
    "sub_account": "sub-1",
    "private_key": samples.PEM,
}


@pytest.fixture
def dialog(qtbot: QtBot) -> ProjectDialog:
    """A dialog for a new project."""
    dialog = ProjectDialog(None, NONE)
    qtbot.addWidget(dialog)
    return dialog


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    path = tmp_path / "key.json"
    path.write_text(json.dumps(ACCOUNT))
    return path


def words(dialog: ProjectDialog, name: str) -> str:
    label = dialog.findChild(QLabel, f"project.{name}")
    assert isinstance(label, QLabel)
    return label.text()


def button(dialog: ProjectDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, f"project.{name}")
    assert isinstance(found, QPushButton)
    return found


def fill(dialog: ProjectDialog, **texts: str) -> None:
    for name, text in {"name": "Shop", "project_id": "101", **texts}.items():
        line = getattr(dialog, name)
        assert isinstance(line, QLineEdit)
        line.setText(text)


def test_a_good_project_is_saved_and_the_dialog_closes(
    dialog: ProjectDialog, heard: Heard
) -> None:
    saved = heard(dialog.saved)
    fill(dialog, name=" Shop ", client_id=" 202 ", push_host="https://push.example/")
    button(dialog, "save").click()
    project, given = saved[0]
    assert isinstance(project, Project)
    assert (project.name, project.project_id, project.client_id) == (
        "Shop",
        "101",
        "202",
    )
    assert project.push_host == "https://push.example"
    assert project.environment is Environment.TEST
    assert given == []
    assert dialog.result() == dialog.DialogCode.Accepted


def test_editing_keeps_the_key_and_starts_from_what_is_there(
    qtbot: QtBot, heard: Heard
) -> None:
    dialog = ProjectDialog(samples.FORMAL, NONE)
    qtbot.addWidget(dialog)
    saved = heard(dialog.saved)
    assert dialog.environment.currentData() == Environment.FORMAL
    button(dialog, "save").click()
    assert saved[0][0] == samples.FORMAL


def test_the_sandbox_is_not_offered_as_an_environment(dialog: ProjectDialog) -> None:
    offered = [
        dialog.environment.itemData(row) for row in range(dialog.environment.count())
    ]
    assert offered == [Environment.TEST, Environment.FORMAL]


@pytest.mark.parametrize(
    ("texts", "problem"),
    [
        ({"name": "  "}, "Give the project a name."),
        ({"project_id": ""}, "Give the project ID"),
        ({"project_id": "10a"}, "“10a” is not an ID"),
        ({"client_id": "x"}, "“x” is not an ID"),
        ({"client_id": "１２３"}, "“１２３” is not an ID"),
        ({"secret": "s3cret"}, "A client secret needs its client ID."),
        ({"push_host": "push.example"}, "“push.example” is no address"),
        ({"oauth_host": ""}, "“” is no address"),
    ],
)
def test_a_wrong_field_is_said_and_nothing_typed_is_lost(
    dialog: ProjectDialog, heard: Heard, texts: dict[str, str], problem: str
) -> None:
    saved = heard(dialog.saved)
    dialog.show()
    fill(dialog, **texts)
    button(dialog, "save").click()
    assert problem in words(dialog, "problem")
    assert not saved
    assert dialog.isVisible()
    for name, text in texts.items():
        assert getattr(dialog, name).text() == text


def test_a_mended_field_can_be_saved(dialog: ProjectDialog, heard: Heard) -> None:
    saved = heard(dialog.saved)
    fill(dialog, project_id="x")
    button(dialog, "save").click()
    fill(dialog, project_id="101")
    button(dialog, "save").click()
    assert len(saved) == 1


def test_a_key_file_gives_its_credential_and_its_project_id(
    dialog: ProjectDialog, heard: Heard, key_file: Path
) -> None:
    saved = heard(dialog.saved)
    dialog.take_key_file(key_file)
    assert words(dialog, "key_state") == "key.json: key key-1 of project 101"
    assert dialog.project_id.text() == "101"
    fill(dialog)
    button(dialog, "save").click()
    assert saved[0][1] == [ServiceAccount.from_json(json.dumps(ACCOUNT))]


def test_a_key_file_leaves_a_typed_project_id_alone(
    dialog: ProjectDialog, heard: Heard, key_file: Path
) -> None:
    saved = heard(dialog.saved)
    fill(dialog, project_id="999")
    dialog.take_key_file(key_file)
    assert dialog.project_id.text() == "999"
    button(dialog, "save").click()
    assert "belongs to project 101" in words(dialog, "problem")
    assert not saved


def test_a_key_of_another_project_is_told_at_once(
    dialog: ProjectDialog, key_file: Path
) -> None:
    dialog.project_id.editingFinished.emit()
    assert words(dialog, "problem") == ""
    fill(dialog, project_id="999")
    dialog.take_key_file(key_file)
    assert "belongs to project 101" in words(dialog, "problem")
    fill(dialog, project_id="101")
    dialog.project_id.editingFinished.emit()
    assert words(dialog, "problem") == ""


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"not json", "is no JSON"),
        (b"[]", "no object with the fields"),
        (b"{}", "it has no project_id, key_id, sub_account, private_key"),
        (json.dumps({**ACCOUNT, "key_id": 5}).encode(), "key_id should be a text"),
        (b"\x80\x81\xff\x00", "cannot be read as text"),
        (b"", "empty"),
        (b'{"agcgw": {}}', "This is agconnect-services.json"),
        (b"[" * 50_000, "not the JSON of a key file"),
        (b" " * 100_001, "too large for a key file"),
    ],
)
def test_a_bad_key_file_is_refused_with_the_reason(
    dialog: ProjectDialog, heard: Heard, key_file: Path, content: bytes, problem: str
) -> None:
    saved = heard(dialog.saved)
    key_file.write_bytes(content)
    dialog.take_key_file(key_file)
    assert problem in words(dialog, "key_problem")
    assert words(dialog, "key_state").startswith("none")
    fill(dialog)
    button(dialog, "save").click()
    assert saved[0][1] == []


def test_a_key_file_with_a_byte_order_mark_is_read(
    dialog: ProjectDialog, key_file: Path
) -> None:
    key_file.write_bytes(b"\xef\xbb\xbf" + json.dumps(ACCOUNT).encode())
    dialog.take_key_file(key_file)
    assert words(dialog, "key_problem") == ""


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_what_is_no_file_is_refused(
    dialog: ProjectDialog, tmp_path: Path, name: str
) -> None:
    dialog.take_key_file(tmp_path / name)
    assert "cannot be read as text" in words(dialog, "key_problem")


def test_a_bad_file_after_a_good_one_keeps_the_good_one(
    dialog: ProjectDialog, heard: Heard, key_file: Path, tmp_path: Path
) -> None:
    saved = heard(dialog.saved)
    dialog.take_key_file(key_file)
    dialog.take_key_file(tmp_path / "missing.json")
    fill(dialog)
    button(dialog, "save").click()
    assert len(str(saved[0][1])) > 2


def test_a_key_file_can_be_dropped(dialog: ProjectDialog, key_file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(key_file))])
    drop = QDropEvent(
        QPoint(5, 5).toPointF(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.dropEvent(drop)
    assert words(dialog, "key_state").startswith("key.json")


def test_a_key_file_can_be_chosen(
    dialog: ProjectDialog, qtbot: QtBot, key_file: Path
) -> None:
    show(qtbot, dialog)
    button(dialog, "choose_key").click()
    chooser = dialog.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(key_file))
    chooser.close()
    assert words(dialog, "key_state").startswith("key.json")


def test_a_secret_is_given_only_when_it_was_typed(
    dialog: ProjectDialog, heard: Heard
) -> None:
    saved = heard(dialog.saved)
    fill(dialog, client_id="202", secret=" s3cret ")
    button(dialog, "save").click()
    assert saved[0][1] == [OAuthClient("202", "s3cret")]


def test_the_secret_is_masked_until_show_is_pressed(dialog: ProjectDialog) -> None:
    fill(dialog, secret="s3cret")
    assert dialog.secret.echoMode() is QLineEdit.EchoMode.Password
    assert "s3cret" not in dialog.secret.displayText()
    button(dialog, "show_secret").click()
    assert dialog.secret.displayText() == "s3cret"
    button(dialog, "show_secret").click()
    assert dialog.secret.echoMode() is QLineEdit.EchoMode.Password


def test_kept_credentials_are_named_and_never_shown(qtbot: QtBot, heard: Heard) -> None:
    dialog = ProjectDialog(samples.TEST, frozenset(CredentialKind))
    qtbot.addWidget(dialog)
    saved = heard(dialog.saved)
    assert dialog.secret.text() == ""
    assert dialog.secret.placeholderText().startswith("kept")
    assert words(dialog, "key_state").startswith("kept")
    button(dialog, "save").click()
    assert saved[0][1] == []


def test_cancel_saves_nothing(dialog: ProjectDialog, heard: Heard) -> None:
    saved = heard(dialog.saved)
    fill(dialog)
    button(dialog, "cancel").click()
    assert not saved
    assert dialog.result() == dialog.DialogCode.Rejected
