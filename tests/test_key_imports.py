"""From a key file into the keyring, and the file's end."""
# ruff: noqa: ASYNC240 - one small file of the test itself

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.project import CredentialKind, Project, secret_name
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.projects import ProjectStore
from hmpush_gui.store.secrets import SecretStore

from .programs import engine, memory_secrets, program, small_account, until

pytestmark = pytest.mark.usefixtures("qapp")


def keyring(folder: DataFolder) -> SecretStore:
    """Stands for a keyring: what is in it survives the program."""
    store = memory_secrets(folder)
    store.kept = True  # type: ignore[misc]
    return store


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    path = tmp_path / "private.json"
    path.write_text(small_account().service.to_json())
    return path


def save_project(desk: Desk, path: Path, *, memory_only: bool = False) -> str:
    """As a user does: a new project of a key file, saved; tells its key."""
    dialog = desk.window.editing._open(None)
    dialog.take_key_file(path)
    dialog.place.only.setChecked(memory_only)
    dialog._on_save_clicked()
    return desk.window.choice.key


def kept(desk: Desk, key: str) -> str | None:
    name = secret_name(key, CredentialKind.SERVICE_ACCOUNT)
    return engine(desk)._secrets.get(name)


def said(desk: Desk) -> str:
    return "\n".join(desk.window.notices.texts())


async def offer(desk: Desk) -> QPushButton:
    await until(lambda: "still holds it" in said(desk))
    button = desk.window.notices.findChild(QPushButton, "notice.offer")
    assert isinstance(button, QPushButton)
    return button


async def test_a_key_is_kept_and_its_file_deleted_only_when_told_to(
    tmp_path: Path, key_file: Path
) -> None:
    async with program(tmp_path / "data", keyring) as desk:
        key = save_project(desk, key_file)
        button = await offer(desk)
        assert str(key_file) in said(desk)
        assert key_file.exists()
        assert kept(desk, key) == small_account().service.to_json()
        button.click()
        await until(lambda: "is deleted" in said(desk))
        assert not key_file.exists()
        assert "Trash" in said(desk)
        assert kept(desk, key) == small_account().service.to_json()


async def test_a_file_that_is_another_by_now_is_left_alone(
    tmp_path: Path, key_file: Path
) -> None:
    async with program(tmp_path / "data", keyring) as desk:
        save_project(desk, key_file)
        button = await offer(desk)
        key_file.write_text("something of value")
        button.click()
        await until(lambda: "something else now" in said(desk))
        assert key_file.read_text() == "something of value"


async def test_a_key_that_is_no_longer_kept_saves_its_file(
    tmp_path: Path, key_file: Path
) -> None:
    async with program(tmp_path / "data", keyring) as desk:
        key = save_project(desk, key_file)
        button = await offer(desk)
        engine(desk)._secrets.drop(secret_name(key, CredentialKind.SERVICE_ACCOUNT))
        button.click()
        await until(lambda: "no longer kept" in said(desk))
        assert key_file.exists()


async def test_a_file_that_is_gone_is_said(tmp_path: Path, key_file: Path) -> None:
    async with program(tmp_path / "data", keyring) as desk:
        save_project(desk, key_file)
        button = await offer(desk)
        key_file.unlink()
        button.click()
        await until(lambda: "was not deleted" in said(desk))


@pytest.mark.parametrize("memory_only", [True, False])
async def test_a_key_that_ends_with_the_program_saves_its_file(
    tmp_path: Path, key_file: Path, memory_only: bool
) -> None:
    store = keyring if memory_only else memory_secrets
    async with program(tmp_path / "data", store) as desk:
        key = save_project(desk, key_file, memory_only=memory_only)
        await until(lambda: kept(desk, key))
        await until(lambda: not engine(desk)._tasks)
        assert "still holds it" not in said(desk)


async def test_memory_only_keeps_a_key_out_of_the_keyring_and_back_in(
    tmp_path: Path, key_file: Path
) -> None:
    async with program(tmp_path / "data", keyring) as desk:
        store = engine(desk)._secrets._store
        key = save_project(desk, key_file, memory_only=True)
        name = secret_name(key, CredentialKind.SERVICE_ACCOUNT)
        await until(lambda: kept(desk, key))
        assert store.get(name) is None
        dialog = desk.window.editing._open(desk.window.choice.project)
        assert dialog.place.only.isChecked()
        assert "gone when the program ends" in dialog.place.words.text()
        dialog.place.only.setChecked(False)
        dialog._on_save_clicked()
        await until(lambda: store.get(name))
        assert kept(desk, key) == store.get(name)


async def test_what_memory_only_left_behind_is_taken_out_at_the_next_start(
    tmp_path: Path,
) -> None:
    folder, store = DataFolder(tmp_path / "data"), keyring(DataFolder(tmp_path))
    ProjectStore(folder).save([Project("shop", "Shop", memory_only=True)])
    name = secret_name("shop", CredentialKind.SERVICE_ACCOUNT)
    store.put(name, small_account().service.to_json())
    async with program(folder.path, lambda _folder: store) as desk:
        await until(lambda: store.get(name) is None)
        assert kept(desk, "shop") == small_account().service.to_json()
