"""Programs for a server, really run against the sandbox."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hmpush_gui.exchange import server_code
from hmpush_gui.pushkit.project import Project
from hmpush_gui.sandbox.account import DemoAccount
from hmpush_gui.sandbox.server import SandboxServer
from hmpush_gui.sandbox.service import Sandbox

from .conftest import Place

PYTHON = [sys.executable, "-c"]
NODE = ["node", "--input-type=module", "-e"]
node = pytest.mark.skipif(not shutil.which("node"), reason="Node.js is needed")

Write = Callable[[Project], str]


@pytest.fixture
def sandbox(_account: DemoAccount) -> Sandbox:
    return Sandbox(_account)


@pytest.fixture
def project(sandbox: Sandbox, _account: DemoAccount) -> Iterator[Project]:
    with SandboxServer(sandbox) as server:
        yield Project(
            "p",
            "P",
            project_id=_account.service.project_id,
            client_id=_account.client.client_id,
            push_host=server.url,
            oauth_host=server.url,
        )


@pytest.fixture
def run(_account: DemoAccount, tmp_path: Path) -> Callable[[list[str], str], str]:
    key = tmp_path / "key.json"
    key.write_text(_account.service.to_json(), "utf-8")
    given = {
        "PUSH_KEY_FILE": str(key),
        "PUSH_TOKEN": "SANDBOX-live-000001",
        "PUSH_CLIENT_SECRET": _account.client.client_secret,
    }

    def run(command: list[str], source: str) -> str:
        environment = {**Place("", "", []).environment, **given}
        done = subprocess.run(
            [*command, source], env=environment, capture_output=True, timeout=30
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    return run


@pytest.mark.parametrize(
    ("command", "write"),
    [
        (PYTHON, server_code.jwt_python),
        pytest.param(NODE, server_code.jwt_typescript, marks=node),
    ],
)
def test_a_message_signed_by_it_is_accepted_and_delivered(
    project: Project,
    sandbox: Sandbox,
    run: Callable[[list[str], str], str],
    command: list[str],
    write: Write,
) -> None:
    delivered: list[object] = []
    sandbox.on_delivery(delivered.extend)
    assert '"80000000"' in run(command, write(project))
    assert len(delivered) == 1


@pytest.mark.parametrize(
    ("command", "write", "show"),
    [
        (PYTHON, server_code.oauth_python, "print(len(access_token))"),
        pytest.param(
            NODE,
            server_code.oauth_typescript,
            "console.log(accessToken.length);",
            marks=node,
        ),
    ],
)
def test_an_access_token_comes(
    project: Project,
    run: Callable[[list[str], str], str],
    command: list[str],
    write: Write,
    show: str,
) -> None:
    assert int(run(command, write(project) + show)) > 10
