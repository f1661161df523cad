"""The key of the encrypted secrets, and the system keyrings trusted to hold it."""

import base64
import os
import sys
from typing import TYPE_CHECKING

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .sealed import KEY_BYTES

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "hmpush-gui"
USER = "data-key"

_DISTRUSTED = {
    "keyring.backends.fail": QT_TRANSLATE_NOOP("store", "none is installed or running"),
    "keyring.backends.null": QT_TRANSLATE_NOOP("store", "keyring is switched off"),
    # Files of this add-on are plain text, or ask for a password on a terminal.
    "keyrings.alt": QT_TRANSLATE_NOOP(
        "store", "only the add-on “keyrings.alt” is there, which does not hide secrets"
    ),
}

_FOREIGN_ERRORS = (
    ("secretstorage.exceptions", "SecretStorageException"),
    ("jeepney.wrappers", "DBusErrorResponse"),
    ("dbus.exceptions", "DBusException"),
    ("gi.repository.GLib", "Error"),
    ("win32ctypes.pywin32.pywintypes", "error"),
    ("pywintypes", "error"),
)


class NoKeyring(Exception):
    """No keyring can be trusted with the key; `reason` says why not."""

    def __init__(self, reason: Sentence) -> None:
        super().__init__(str(reason))
        self.reason = reason


def failures() -> tuple[type[Exception], ...]:
    """What keyrings raise: their own errors, and those they let through.

    The latter belong to modules that a keyring has loaded if it uses them at all.
    """
    from keyring.errors import KeyringError

    found = [
        getattr(sys.modules.get(module), name, None) for module, name in _FOREIGN_ERRORS
    ]
    foreign = [error for error in found if isinstance(error, type)]
    return (KeyringError, OSError, *foreign)


def system_keyring() -> "KeyringBackend":
    """The keyring of this system. Raises NoKeyring."""
    import keyring

    try:
        return keyring.get_keyring()
    except (ImportError, AttributeError) as error:
        # The user's own configuration of keyring names one that is not there.
        raise NoKeyring(
            QT_TRANSLATE_NOOP(
                "store", "keyring is set to one that is missing: {error}"
            ).format(error=str(error))
        ) from error


def trusted(keyring: "KeyringBackend") -> "KeyringBackend":
    """`keyring`, or the best one in a chain, if it hides what it is given.

    Raises NoKeyring. A chain is never used itself: it would ask its plain-text members
    too.
    """
    members = _members(keyring)
    reasons = [_distrust(member) for member in members]
    for member, reason in zip(members, reasons, strict=True):
        if reason is None:
            return member
    known = [reason for reason in reasons if reason is not None]
    raise NoKeyring(known[0] if known else _DISTRUSTED["keyring.backends.fail"])


def fetch_key(keyring: "KeyringBackend") -> bytes:
    """The data key (32 bytes) in `keyring`, made on first use.

    Raises NoKeyring when a new key cannot be read back, and any of `failures()`.
    Nothing else is ever written to the keyring: on Windows it takes 1,280 characters.
    """
    key = _decoded(keyring.get_password(SERVICE, USER))
    if key is not None:
        return key
    fresh = base64.b64encode(os.urandom(KEY_BYTES)).decode("ascii")
    keyring.set_password(SERVICE, USER, fresh)
    key = _decoded(keyring.get_password(SERVICE, USER))
    if key is None:
        raise NoKeyring(
            QT_TRANSLATE_NOOP(
                "store", "{keyring} does not keep what is put into it"
            ).format(keyring=keyring.name)
        )
    return key


def _decoded(text: str | None) -> bytes | None:
    try:
        key = base64.b64decode(text or "")
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None


def _members(keyring: "KeyringBackend") -> list["KeyringBackend"]:
    from keyring.backends.chainer import ChainerBackend

    return list(keyring.backends) if isinstance(keyring, ChainerBackend) else [keyring]


def _distrust(keyring: "KeyringBackend") -> Sentence | None:
    modules = [kind.__module__ for kind in type(keyring).__mro__]
    for name, reason in _DISTRUSTED.items():
        if any(f"{module}.".startswith(f"{name}.") for module in modules):
            return reason
    return None
