import pytest

from hmpush_gui.store import keyring_names
from hmpush_gui.store.keyring_names import keyring_name, provider_name

from .keyrings import FakeKeyring


@pytest.mark.parametrize(
    ("process", "name"),
    [("gnome-keyring-d", "GNOME Keyring"), ("keepassxc", "KeePassXC"), ("x", "")],
)
def test_the_program_behind_the_service_is_called_as_people_do(
    process: str, name: str
) -> None:
    assert provider_name(process) == name


def test_a_keyring_that_is_not_known_is_called_what_it_calls_itself() -> None:
    assert keyring_name(FakeKeyring()) == "keyrings FakeKeyring"


@pytest.mark.parametrize(
    ("module", "provider", "name"),
    [
        ("keyring.backends.macOS", "", "macOS Keychain"),
        ("keyring.backends.Windows", "x", "Windows Credential Manager"),
        ("keyring.backends.SecretService", "", "Secret Service"),
        ("keyring.backends.SecretService", "GNOME Keyring",
         "Secret Service (GNOME Keyring)"),
    ],
)  # fmt: skip
def test_the_systems_keyrings_have_their_names(
    monkeypatch: pytest.MonkeyPatch, module: str, provider: str, name: str
) -> None:
    monkeypatch.setattr(FakeKeyring, "__module__", module)
    monkeypatch.setattr(keyring_names, "_provider", lambda: provider)
    assert keyring_name(FakeKeyring()) == name


def test_a_desktop_without_a_bus_gives_no_provider(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    assert keyring_names._provider() == ""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert keyring_names._provider() == ""
