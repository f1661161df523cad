import base64
import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from keyring.errors import KeyringLocked

from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.keyring_secrets import FILE, KeyringSecrets

from .disk import all_bytes, fill, mode
from .keyrings import FakeKeyring

SECRET = "-----BEGIN PRIVATE KEY-----\n" + "MIIE7QIBADANBgkq" * 200


@pytest.fixture
def keyring() -> FakeKeyring:
    return FakeKeyring()


@pytest.fixture
def secrets(folder: DataFolder, keyring: FakeKeyring) -> KeyringSecrets:
    return KeyringSecrets(folder, keyring)


def test_there_are_none_at_first(secrets: KeyringSecrets) -> None:
    assert secrets.kept
    assert secrets.told == ()
    assert secrets.names() == []
    assert secrets.get("shop") is None


def test_the_window_can_say_where_they_are(secrets: KeyringSecrets) -> None:
    assert str(secrets.place) == (
        "Kept in: keyrings FakeKeyring. Secrets lie encrypted in a file, whose key is "
        "there."
    )


def test_a_secret_outlives_the_run(
    folder: DataFolder, keyring: FakeKeyring, secrets: KeyringSecrets
) -> None:
    secrets.put("shop", SECRET)
    secrets.put("bank", "优惠")
    again = KeyringSecrets(folder, keyring)
    assert again.names() == ["bank", "shop"]
    assert again.get("shop") == SECRET
    assert again.get("bank") == "优惠"


def test_a_dropped_secret_is_gone(
    folder: DataFolder, keyring: FakeKeyring, secrets: KeyringSecrets
) -> None:
    secrets.put("shop", SECRET)
    secrets.drop("shop")
    secrets.drop("never there")
    for store in (secrets, KeyringSecrets(folder, keyring)):
        assert store.get("shop") is None
        assert store.names() == []


def test_no_byte_on_the_disk_gives_a_secret_away(
    folder: DataFolder, secrets: KeyringSecrets
) -> None:
    secrets.put("shop", SECRET)
    secrets.put("shop", "second-secret")
    content = all_bytes(folder.path)
    assert content
    for secret in (SECRET, "second-secret"):
        raw = secret.encode()
        for form in (raw[:20], base64.b64encode(raw)[:20], raw.hex().encode()[:40]):
            assert form not in content


def test_the_key_is_not_in_the_folder(
    folder: DataFolder, keyring: FakeKeyring, secrets: KeyringSecrets
) -> None:
    secrets.put("shop", SECRET)
    (key,) = keyring.passwords.values()
    assert key.encode() not in all_bytes(folder.path)
    assert base64.b64decode(key) not in all_bytes(folder.path)


def test_no_secret_is_in_the_keyring(
    keyring: FakeKeyring, secrets: KeyringSecrets
) -> None:
    secrets.put("shop", SECRET)
    assert len(keyring.passwords) == 1
    assert "PRIVATE" not in str(keyring.passwords)


def test_only_the_owner_may_read_the_file(
    folder: DataFolder, secrets: KeyringSecrets
) -> None:
    secrets.put("shop", SECRET)
    assert mode(folder.path / FILE) == "600"
    assert mode(folder.path) == "700"


def test_no_secret_shows_in_a_trace(secrets: KeyringSecrets) -> None:
    secrets.put("shop", SECRET)
    assert "PRIVATE" not in f"{secrets!r} {secrets}"


@pytest.mark.parametrize(
    "content", [b"", b"rubbish", b"hmpush-gui secrets 1\n", os.urandom(500)]
)
def test_a_damaged_file_is_set_aside_and_told(
    folder: DataFolder, keyring: FakeKeyring, content: bytes
) -> None:
    folder.write_bytes(FILE, content)
    secrets = KeyringSecrets(folder, keyring)
    (told,) = secrets.told
    assert "cannot be decrypted" in str(told)
    (aside,) = folder.path.iterdir()
    assert str(aside) in str(told)
    assert aside.read_bytes() == content
    secrets.put("shop", SECRET)
    assert KeyringSecrets(folder, keyring).get("shop") == SECRET


def test_a_lost_key_is_told_and_the_file_kept(
    folder: DataFolder, keyring: FakeKeyring, secrets: KeyringSecrets
) -> None:
    secrets.put("shop", SECRET)
    keyring.passwords.clear()
    again = KeyringSecrets(folder, keyring)
    assert len(again.told) == 1
    assert again.names() == []
    assert [path.name.startswith(FILE) for path in folder.path.iterdir()] == [True]


def test_on_a_full_disk_a_secret_is_kept_for_this_run(
    folder: DataFolder,
    keyring: FakeKeyring,
    secrets: KeyringSecrets,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    secrets.put("shop", "old")
    with monkeypatch.context() as full:
        fill(full)
        with pytest.raises(StoreError, match="disk is full"):
            secrets.put("bank", SECRET)
        with pytest.raises(StoreError, match="disk is full"):
            secrets.drop("shop")
    assert secrets.get("bank") == SECRET
    assert secrets.names() == ["bank"]
    assert KeyringSecrets(folder, keyring).names() == ["shop"]
    secrets.put("third", "x")
    assert KeyringSecrets(folder, keyring).names() == ["bank", "third"]


def test_a_keyring_locked_later_disturbs_nothing(
    keyring: FakeKeyring, secrets: KeyringSecrets
) -> None:
    keyring.error = KeyringLocked("locked")
    secrets.put("shop", SECRET)
    assert secrets.get("shop") == SECRET


def test_a_file_changed_under_the_run_is_told_in_words(
    folder: DataFolder, secrets: KeyringSecrets
) -> None:
    folder.write_bytes(FILE, b"rubbish")
    with pytest.raises(StoreError, match="another program"):
        secrets.get("shop")
    with pytest.raises(StoreError, match="another program"):
        secrets.put("bank", SECRET)
    assert secrets.get("bank") == SECRET
    assert folder.read_bytes(FILE) == b"rubbish"


def test_two_windows_do_not_undo_each_other(
    folder: DataFolder, keyring: FakeKeyring
) -> None:
    one, other = KeyringSecrets(folder, keyring), KeyringSecrets(folder, keyring)
    one.put("a", "1")
    other.put("b", "2")
    one.put("c", "3")
    assert one.names() == other.names() == ["a", "b", "c"]
    other.put("a", "4")
    assert one.get("a") == "4"


def test_threads_do_not_undo_each_other(secrets: KeyringSecrets) -> None:
    names = [f"{number:02}" for number in range(40)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(secrets.put, names, names))
    assert secrets.names() == names


def test_a_command_of_another_session_leaves_what_it_cannot_decrypt(
    folder: DataFolder, secrets: KeyringSecrets
) -> None:
    secrets.put("shop", SECRET)
    before = folder.read_bytes(FILE)
    other = KeyringSecrets(folder, FakeKeyring(), mend=False)
    with pytest.raises(StoreError, match="Nothing was changed"):
        other.get("shop")
    with pytest.raises(StoreError, match="Nothing was changed"):
        other.put("more", "x")
    assert folder.read_bytes(FILE) == before
    assert secrets.get("shop") == SECRET
