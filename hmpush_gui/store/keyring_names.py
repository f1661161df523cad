"""What people call the keyring that a secret is put into."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_NAMES = {
    "keyring.backends.SecretService": "Secret Service",
    "keyring.backends.libsecret": "Secret Service",
    "keyring.backends.kwallet": "KWallet",
    "keyring.backends.macOS": "macOS Keychain",
    "keyring.backends.Windows": "Windows Credential Manager",
}
_PROVIDERS = {
    "gnome-keyring-d": "GNOME Keyring",
    "keepassxc": "KeePassXC",
    "kwalletd5": "KWallet",
    "kwalletd6": "KWallet",
    "ksecretd": "KWallet",
    "oo7-daemon": "oo7",
}
"""By the name of the process; Linux cuts it to 15 characters."""

_SERVICE = "org.freedesktop.secrets"


def keyring_name(keyring: "KeyringBackend") -> str:
    """The name of `keyring`, and of the program behind it where that can be told."""
    name = _NAMES.get(type(keyring).__module__, keyring.name)
    provider = _provider() if name == "Secret Service" else ""
    return f"{name} ({provider})" if provider else name


def provider_name(process: str) -> str:
    """What people call the program whose process is called `process`."""
    return _PROVIDERS.get(process, "")


def _provider() -> str:
    """Who owns the Secret Service on this desktop; empty where nobody says."""
    with suppress(ImportError, OSError, KeyError, ValueError):
        return provider_name(
            Path(f"/proc/{_process()}/comm").read_text("utf-8").strip()
        )
    return ""


def _process() -> int:
    # A dependency of keyring, where there is a Secret Service at all.
    from jeepney import DBusAddress, DBusErrorResponse, new_method_call
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import unwrap_msg

    bus = DBusAddress(
        "/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus"
    )
    ask = new_method_call(bus, "GetConnectionUnixProcessID", "s", (_SERVICE,))
    with open_dbus_connection() as connection:
        answer = connection.send_and_get_reply(ask, timeout=2)
    try:
        return int(unwrap_msg(answer)[0])
    except DBusErrorResponse as error:
        raise OSError(str(error)) from error
