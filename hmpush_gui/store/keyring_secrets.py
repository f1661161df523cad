"""Secrets in an encrypted file whose key lies in the system keyring."""

from threading import Lock
from typing import TYPE_CHECKING

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .data_key import fetch_key
from .errors import StoreError
from .folder import DataFolder
from .keyring_names import keyring_name
from .sealed import seal, unseal

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

FILE = "secrets.bin"

_NOT_HERE = QT_TRANSLATE_NOOP(
    "store",
    "{name} cannot be decrypted here: it was probably written with another keyring. "
    "Nothing was changed. Use the session of the window, or give the credential by the "
    "environment.",
)


class KeyringSecrets:
    """Keeps secrets over runs. May be used from several threads.

    `told` is what was found amiss on opening. The key is asked of the keyring once, so
    that a keyring locked later disturbs nothing that is under way.
    """

    kept = True

    def __init__(
        self, folder: DataFolder, keyring: "KeyringBackend", *, mend: bool = True
    ) -> None:
        """Fetch the key, and look at the file.

        With `mend` a file that cannot be decrypted is set aside. Blocks, perhaps on a
        question of the system to the user. Raises NoKeyring, StoreError and the
        keyring's own errors (`data_key.failures`).
        """
        self._folder = folder
        self._mend = mend
        self._key = fetch_key(keyring)
        self._lock = Lock()
        self._unsaved: dict[str, str | None] = {}
        self.place = QT_TRANSLATE_NOOP(
            "store",
            "Kept in: {keyring}. Secrets lie encrypted in a file, whose key is there.",
        ).format(keyring=keyring_name(keyring))
        self.told = self._set_aside_unreadable() if mend else ()

    def get(self, name: str) -> str | None:
        """The secret of that name, or None. Raises StoreError."""
        with self._lock:
            if name in self._unsaved:
                return self._unsaved[name]
            return self._file().get(name)

    def names(self) -> list[str]:
        """The names that have a secret, sorted. Raises StoreError."""
        with self._lock:
            return sorted(self._all())

    def put(self, name: str, secret: str) -> None:
        """Keep a secret. Raises StoreError, and then keeps it for this run only."""
        self._change(name, secret)

    def drop(self, name: str) -> None:
        """Forget a secret, if there is one.

        Raises StoreError, and then it is forgotten for this run only.
        """
        self._change(name, None)

    def _change(self, name: str, secret: str | None) -> None:
        with self._lock:
            self._unsaved[name] = secret
            self._folder.write_bytes(FILE, seal(self._key, self._all()))
            self._unsaved.clear()

    def _all(self) -> dict[str, str]:
        # Read anew each time: another window of this program may have added to it.
        merged: dict[str, str | None] = {**self._file(), **self._unsaved}
        return {name: secret for name, secret in merged.items() if secret is not None}

    def _file(self) -> dict[str, str]:
        content = self._folder.read_bytes(FILE)
        try:
            return {} if content is None else unseal(self._key, content)
        except ValueError as error:
            if not self._mend:
                raise StoreError(_NOT_HERE.format(name=FILE)) from error
            raise StoreError(
                QT_TRANSLATE_NOOP(
                    "store",
                    "{name} was changed by another program while this one ran, and "
                    "can no longer be decrypted. Restart to set it aside.",
                ).format(name=FILE)
            ) from error

    def _set_aside_unreadable(self) -> tuple[Sentence, ...]:
        content = self._folder.read_bytes(FILE)
        try:
            if content is not None:
                unseal(self._key, content)
        except ValueError:
            aside = self._folder.set_aside(FILE)
            return (
                QT_TRANSLATE_NOOP(
                    "store",
                    "The secrets kept earlier cannot be decrypted: the system keyring "
                    "has lost their key, or the file is damaged. It was kept as "
                    "{aside}. Enter client secrets and import key files again.",
                ).format(aside=str(aside)),
            )
        return ()
