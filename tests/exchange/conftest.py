"""A sandbox on a real port, for copies that are really run."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from hmpush_gui.pushkit.signing import load_private_key, sign
from hmpush_gui.sandbox.account import DemoAccount
from hmpush_gui.sandbox.phone import Delivery
from hmpush_gui.sandbox.server import SandboxServer
from hmpush_gui.sandbox.service import Sandbox


@dataclass(frozen=True)
class Place:
    """Where copies are sent to, as whom, and what arrived."""

    url: str
    bearer: str
    delivered: list[Delivery]

    @property
    def environment(self) -> dict[str, str]:
        """What a copy is run with: the bearer, and no proxy on the way."""
        names = ("PATH", "HOME", "SYSTEMROOT", "LD_LIBRARY_PATH")
        kept = {name: os.environ[name] for name in names if name in os.environ}
        return {**kept, "HMPUSH_TOKEN": self.bearer, "NO_PROXY": "*"}


@pytest.fixture(scope="session")
def _account() -> DemoAccount:
    return DemoAccount.create(key_bits=2048)


@pytest.fixture
def place(_account: DemoAccount) -> Iterator[Place]:
    sandbox = Sandbox(_account)
    delivered: list[Delivery] = []
    sandbox.on_delivery(delivered.extend)
    with SandboxServer(sandbox) as server:
        url = f"{server.url}/v3/{_account.service.project_id}/messages:send"
        yield Place(url, signed(_account), delivered)


def signed(account: DemoAccount) -> str:
    """A bearer that the sandbox takes."""
    key = load_private_key(account.service)
    return sign(account.service, key, int(time.time()), 3600)
