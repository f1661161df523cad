"""The sandbox on its own, for the tests of a backend: no window, no account."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from hmpush_gui.pushkit.credential import OAuthClient, ServiceAccount

from .account import KEY_BITS, DemoAccount
from .scenario import Scenario
from .server import SandboxServer
from .service import Sandbox

KEY_FILE = "sandbox-key.json"
"""The service account, in the form of a downloaded key file (facts B.3)."""

CLIENT_FILE = "sandbox-client.json"
"""Client id and client secret."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A sandbox that answers: where, for whom, and the files to send with, if any."""

    url: str
    project_id: str
    client_id: str
    files: tuple[Path, ...]

    def __str__(self) -> str:
        lines = [
            f"The sandbox answers at {self.url}",
            f"project id {self.project_id}",
            f"client id {self.client_id}",
            *(f"written to {path}" for path in self.files),
        ]
        return "\n".join(lines) + "\n"


def run(
    port: int = 0,
    scenario: Scenario = Scenario.NORMAL,
    credentials_dir: Path | None = None,
    on_ready: Callable[[Ready], object] | None = None,
    stop: Event | None = None,
    key_bits: int = KEY_BITS,
) -> None:
    """Serve until `stop` is set or Ctrl+C is pressed.

    Credentials are fresh and kept nowhere, unless a folder is named: they are written
    there, for their owner only, or read if they are there. `on_ready` is told once; by
    default it is written to the output. Raises OSError for a port that is taken or a
    folder that cannot be used, CredentialError for files that make no sense.
    """
    account, files = _account(credentials_dir, key_bits)
    sandbox = Sandbox(account)
    sandbox.scenario = scenario
    with SandboxServer(sandbox, port) as server:
        project = account.service.project_id
        ready = Ready(server.url, project, account.client.client_id, files)
        (on_ready or _say)(ready)
        _wait(stop or Event())


def _account(
    folder: Path | None, key_bits: int
) -> tuple[DemoAccount, tuple[Path, ...]]:
    if folder is None:
        return DemoAccount.create(key_bits), ()
    files = key, client = folder / KEY_FILE, folder / CLIENT_FILE
    if key.exists() and client.exists():
        kept = OAuthClient.from_json(client.read_text("utf-8"))
        service = ServiceAccount.from_json(key.read_text("utf-8"))
        return DemoAccount.of(kept, service), files
    account = DemoAccount.create(key_bits)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write(key, account.service.to_json())
    _write(client, account.client.to_json())
    return account, files


def _write(path: Path, content: str) -> None:
    """Write a file that only its owner may read; an old one is not overwritten."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with open(os.open(path, flags, 0o600), "w", encoding="utf-8") as file:
        json.dump(json.loads(content), file, indent=2)
        file.write("\n")


def _wait(stop: Event) -> None:
    try:
        # With a time limit, for Ctrl+C to be noticed on Windows.
        while not stop.wait(0.5):
            pass
    except KeyboardInterrupt:
        pass


def _say(ready: Ready) -> None:
    sys.stdout.write(str(ready))
    sys.stdout.flush()
