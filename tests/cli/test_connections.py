"""The command line goes the way that is set in the window."""

from pathlib import Path

import pytest

from hmpush_gui.cli.connections import find_wires
from hmpush_gui.cli.outcome import BadInput
from hmpush_gui.pushkit.connection import Connection, ProxyUse, login_name
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.store.connections import ConnectionStore
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.keyring_secrets import KeyringSecrets
from hmpush_gui.store.secrets import MemorySecrets, SecretStore
from tests.store.keyrings import FakeKeyring

SHOP = Project("shop", "Shop")
PROXY = Connection(ProxyUse.OWN, "http://proxy.test:1", has_login=True)


def keep(folder: Path, connection: Connection) -> None:
    ConnectionStore(DataFolder(folder)).save({SHOP.key: connection})


def test_the_settings_of_the_window_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def secrets(_folder: DataFolder, *, mend: bool) -> SecretStore:
        assert not mend
        store = MemorySecrets(Sentence("test", "in memory"))
        store.put(login_name("shop"), '{"user": "alice", "password": "word"}')
        return store

    monkeypatch.setattr("hmpush_gui.cli.connections.open_secrets", secrets)
    keep(tmp_path, PROXY)
    proxy = find_wires(SHOP, tmp_path).proxy("https://push.test")
    assert proxy
    assert (proxy.address, proxy.user) == ("http://proxy.test:1", "alice")
    other = find_wires(Project("other", "Other"), tmp_path)
    assert other.connection == Connection()


def test_unchecked_certificates_are_said_each_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(tmp_path, Connection(verify=False))
    find_wires(SHOP, tmp_path)
    captured = capsys.readouterr()
    assert "NOT CHECKED: Shop sends to whoever answers" in captured.err
    assert captured.out == ""
    find_wires(Project("other", "Other"), tmp_path)
    assert capsys.readouterr().err == ""


def test_what_cannot_be_read_sends_nothing(tmp_path: Path) -> None:
    keep(tmp_path, Connection(client_certificate="/nowhere/me.pem"))
    with pytest.raises(BadInput, match="Nothing was sent"):
        find_wires(SHOP, tmp_path)
    (tmp_path / "connections.json").write_text("no JSON", "utf-8")
    with pytest.raises(BadInput, match=r"connections\.json"):
        find_wires(SHOP, tmp_path)


def test_secrets_of_another_keyring_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = DataFolder(tmp_path)
    KeyringSecrets(folder, FakeKeyring()).put(login_name(SHOP.key), "{}")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    keep(tmp_path, PROXY)
    # As in a session by SSH, whose keyring is another one.
    monkeypatch.setattr("hmpush_gui.store.secrets.system_keyring", FakeKeyring)
    with pytest.raises(BadInput, match="cannot be decrypted here"):
        find_wires(SHOP, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {*before, "connections.json"}
