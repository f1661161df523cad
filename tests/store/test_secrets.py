import os
from pathlib import Path

import keyring as system
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import (
    InitError,
    KeyringError,
    KeyringLocked,
    NoKeyringError,
    PasswordSetError,
)

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.keyring_secrets import FILE, KeyringSecrets
from hmpush_gui.store.secrets import MemorySecrets, SecretStore, open_secrets

from .disk import all_bytes
from .keyrings import (
    FAIL,
    NULL,
    Chain,
    FakeKeyring,
    ForgetfulKeyring,
    PlaintextKeyring,
    failing,
)

UNUSABLE: list[tuple[KeyringBackend, str]] = [
    (FAIL, "none is installed or running"),
    (NULL, "switched off"),
    (PlaintextKeyring(), "keyrings.alt"),
    (Chain(PlaintextKeyring()), "keyrings.alt"),
    (Chain(), "none is installed"),
    (ForgetfulKeyring(), "does not keep"),
    (failing(InitError("Prompt dismissed")), "Prompt dismissed"),
    (failing(KeyringLocked("Failed to unlock")), "Failed to unlock"),
    (failing(PasswordSetError("Cancelled by user")), "Cancelled by user"),
    (failing(NoKeyringError()), "NoKeyringError"),
    (failing(KeyringError("odd")), "odd"),
    (failing(ConnectionRefusedError("no bus")), "no bus"),
]


@pytest.mark.parametrize(("keyring", "reason"), UNUSABLE)
def test_without_a_usable_keyring_secrets_stay_in_memory_and_it_is_said_why(
    folder: DataFolder, keyring: KeyringBackend, reason: str
) -> None:
    secrets = open_secrets(folder, keyring)
    assert not secrets.kept
    assert reason in str(secrets.place)
    assert "gone when the window closes" in str(secrets.place)
    secrets.put("shop", "the-secret")
    assert secrets.get("shop") == "the-secret"
    assert not folder.path.exists()


def test_with_a_usable_keyring_secrets_are_kept(folder: DataFolder) -> None:
    keyring = FakeKeyring()
    open_secrets(folder, keyring).put("shop", "the-secret")
    secrets = open_secrets(folder, Chain(PlaintextKeyring(), keyring))
    assert isinstance(secrets, KeyringSecrets)
    assert secrets.kept
    assert secrets.get("shop") == "the-secret"
    assert b"the-secret" not in all_bytes(folder.path)


def test_the_keyring_of_the_system_is_asked_when_none_is_given(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = FakeKeyring()
    monkeypatch.setattr(system, "get_keyring", lambda: fake)
    assert open_secrets(folder).kept
    assert fake.passwords


def test_a_locked_keyring_leaves_the_file_alone(folder: DataFolder) -> None:
    keyring = FakeKeyring()
    open_secrets(folder, keyring).put("shop", "the-secret")
    keyring.error = KeyringLocked("locked")
    locked = open_secrets(folder, keyring)
    assert locked.names() == []
    assert "Nothing of them is lost" in str(locked.told[0])
    keyring.error = None
    opened = open_secrets(folder, keyring)
    assert opened.get("shop") == "the-secret"
    assert not opened.told


def test_where_nothing_was_kept_a_locked_keyring_loses_nothing(
    folder: DataFolder,
) -> None:
    assert not open_secrets(folder, failing(KeyringLocked("locked"))).told


def test_a_file_that_cannot_be_read_is_told_and_left_alone(folder: DataFolder) -> None:
    (folder.path / FILE).mkdir(parents=True)
    secrets = open_secrets(folder, FakeKeyring())
    assert not secrets.kept
    assert FILE in str(secrets.told[0])
    assert os.listdir(folder.path) == [FILE]


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    secrets = open_secrets(DataFolder(tmp_path / "file" / "data"), FakeKeyring())
    assert not secrets.kept
    assert len(secrets.told) == 1


@pytest.fixture
def memory() -> SecretStore:
    return MemorySecrets(QT_TRANSLATE_NOOP("store", "In memory."))


def test_memory_keeps_and_drops(memory: SecretStore) -> None:
    memory.put("b", "1")
    memory.put("a", "2")
    memory.put("b", "3")
    assert memory.names() == ["a", "b"]
    assert memory.get("b") == "3"
    memory.drop("b")
    memory.drop("never there")
    assert memory.get("b") is None
    assert memory.names() == ["a"]


def test_no_secret_of_memory_shows_in_a_trace(memory: SecretStore) -> None:
    memory.put("shop", "the-secret")
    assert "the-secret" not in f"{memory!r} {memory}"
