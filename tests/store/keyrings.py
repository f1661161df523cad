"""Keyrings that remember in a dict, and ones that fail as real ones do."""

from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringError

FAIL = fail.Keyring()  # type: ignore[no-untyped-call]
NULL = null.Keyring()  # type: ignore[no-untyped-call]


class FakeKeyring(KeyringBackend):
    """Keeps passwords until the test ends; `asked` lists what it was asked to do."""

    # Defining the class registers it: it must never become this machine's keyring.
    priority = -5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.passwords: dict[tuple[str, str], str] = {}
        self.asked: list[str] = []
        self.error: Exception | None = None

    def get_password(self, service: str, username: str) -> str | None:
        self._ask("get")
        return self.passwords.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._ask("set")
        self.passwords[service, username] = password

    def _ask(self, what: str) -> None:
        self.asked.append(what)
        if self.error is not None:
            raise self.error


class ForgetfulKeyring(FakeKeyring):
    """Takes everything and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        self._ask("set")


class PlaintextKeyring(FakeKeyring):
    """Stands for the keyrings of the add-on keyrings.alt."""

    __module__ = "keyrings.alt.file"


class Chain(ChainerBackend):
    """A chain of the given keyrings."""

    priority = -5
    backends: list[KeyringBackend] = []  # noqa: RUF012

    def __init__(self, *members: KeyringBackend) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.backends = list(members)


def failing(error: Exception | None = None) -> FakeKeyring:
    """A keyring that answers every question with `error`."""
    keyring = FakeKeyring()
    keyring.error = error or KeyringError("Prompt dismissed")
    return keyring
