"""Client secrets and key files: in the system keyring's care, or in memory."""

from typing import TYPE_CHECKING, Protocol

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .data_key import NoKeyring, failures, system_keyring, trusted
from .errors import StoreError
from .folder import DataFolder
from .keyring_secrets import FILE, KeyringSecrets

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend


class SecretStore(Protocol):
    """Secrets by name.

    `kept` says whether they survive this run, `place` says where they are, for the
    window to show, and `told` what was found amiss on opening.
    """

    @property
    def kept(self) -> bool: ...

    @property
    def place(self) -> Sentence: ...

    @property
    def told(self) -> tuple[Sentence, ...]: ...

    def get(self, name: str) -> str | None:
        """The secret of that name, or None. Raises StoreError."""

    def put(self, name: str, secret: str) -> None:
        """Keep a secret. Raises StoreError, and then keeps it for this run only."""

    def drop(self, name: str) -> None:
        """Forget a secret, if there is one. Raises StoreError."""

    def names(self) -> list[str]:
        """The names that have a secret, sorted. Raises StoreError."""


class MemorySecrets:
    """Keeps secrets until the program ends, and writes them nowhere."""

    kept = False

    def __init__(self, place: Sentence, told: tuple[Sentence, ...] = ()) -> None:
        self.place = place
        self.told = told
        self._secrets: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        """The secret of that name, or None."""
        return self._secrets.get(name)

    def put(self, name: str, secret: str) -> None:
        """Keep a secret for this run."""
        self._secrets[name] = secret

    def drop(self, name: str) -> None:
        """Forget a secret, if there is one."""
        self._secrets.pop(name, None)

    def names(self) -> list[str]:
        """The names that have a secret, sorted."""
        return sorted(self._secrets)


def open_secrets(
    folder: DataFolder, keyring: "KeyringBackend | None" = None, *, mend: bool = True
) -> SecretStore:
    """The safest store there is; raises nothing. `keyring` stands for the system's.

    Only the window is to `mend`: what a command of another session cannot decrypt may
    be in good order. Blocks, perhaps on a question of the system to the user: call it
    in a thread.
    """
    try:
        return KeyringSecrets(folder, trusted(keyring or system_keyring()), mend=mend)
    except NoKeyring as error:
        return MemorySecrets(_no_keyring(error.reason), _kept_earlier(folder))
    except StoreError as error:
        return MemorySecrets(_no_file(), (error.sentence,))
    except failures() as error:
        return MemorySecrets(_refusing_keyring(error), _kept_earlier(folder))


def _no_keyring(reason: Sentence) -> Sentence:
    return QT_TRANSLATE_NOOP(
        "store",
        "No system keyring was found ({reason}): secrets stay in the memory of this "
        "run and are gone when the window closes.",
    ).format(reason=reason)


def _refusing_keyring(error: Exception) -> Sentence:
    return QT_TRANSLATE_NOOP(
        "store",
        "The system keyring did not open ({reason}): secrets stay in the memory of "
        "this run and are gone when the window closes. Unlock it and restart to keep "
        "them.",
    ).format(reason=str(error).rstrip(".") or type(error).__name__)


def _kept_earlier(folder: DataFolder) -> tuple[Sentence, ...]:
    """Else a project of another day would just seem to have no credential."""
    if not (folder.path / FILE).exists():
        return ()
    return (
        QT_TRANSLATE_NOOP(
            "store",
            "The credentials kept earlier cannot be read in this run, because no "
            "system keyring could be opened. Nothing of them is lost: start or unlock "
            "the keyring, then restart.",
        ),
    )


def _no_file() -> Sentence:
    return QT_TRANSLATE_NOOP(
        "store",
        "The file of secrets cannot be used: secrets stay in the memory of this run "
        "and are gone when the window closes.",
    )
