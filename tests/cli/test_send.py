"""`hmpush send`, against a real sandbox on a real port."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hmpush_gui.cli.main import main
from hmpush_gui.cli.outcome import Exit
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.sandbox.server import SandboxServer
from hmpush_gui.sandbox.service import Sandbox
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.projects import ProjectStore
from tests.programs import small_account

from .test_check import GOOD, write

LIVE, DEAD = "SANDBOX-live-000001", "SANDBOX-dead-000001"


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with SandboxServer(Sandbox(small_account())) as running:
        yield running


@pytest.fixture
def sandbox(server: SandboxServer) -> Sandbox:
    return server._sandbox


@pytest.fixture
def key_file(tmp_path: Path) -> str:
    path = tmp_path / "key.json"
    path.write_text(small_account().service.to_json())
    return str(path)


@pytest.fixture
def command(server: SandboxServer, key_file: str, tmp_path: Path) -> list[str]:
    """`hmpush send` of a good message, without its receivers."""
    account = small_account()
    return [
        "send",
        write(tmp_path, GOOD),
        "--project",
        account.service.project_id,
        "--base-url",
        server.url,
        "--key-file",
        key_file,
        "--data-dir",
        str(tmp_path / "data"),
    ]


def test_all_accepted_is_exit_0(
    command: list[str], sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--to", LIVE]) == Exit.GOOD
    assert capsys.readouterr().out == "1 accepted\n"
    assert [each.token for each in sandbox.deliveries] == [LIVE]


def test_some_rejected_is_exit_1_with_the_reason(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tokens = tmp_path / "tokens.txt"
    tokens.write_text(f'"{LIVE}"\n\n {DEAD}\n{LIVE}\n')
    assert main([*command, "--to", f"@{tokens}", "--json"]) == Exit.REJECTED
    told = json.loads(capsys.readouterr().out)
    assert told["counts"] == {"accepted": 1, "rejected": 1}
    assert told["outcomes"][1] == {
        "token": DEAD,
        "outcome": "rejected",
        "code": "80100000",
        "reason": "tokenFormatError",
    }
    assert len(told["requestIds"]) == 1


def test_an_answer_that_was_lost_is_exit_3(
    command: list[str], sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    sandbox.scenario = Scenario.CUT
    assert main([*command, "--to", LIVE]) == Exit.UNKNOWN
    assert "may have been sent" in capsys.readouterr().out


def test_v1_goes_by_the_environment_and_validates_only(
    server: SandboxServer,
    sandbox: Sandbox,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = small_account().client
    monkeypatch.setenv("HMPUSH_CLIENT_ID", client.client_id)
    monkeypatch.setenv("HMPUSH_CLIENT_SECRET", client.client_secret)
    file = write(tmp_path, {"message": {"data": "{}"}})
    command = ["send", file, "--project", small_account().service.project_id]
    command += ["--base-url", server.url, "--data-dir", str(tmp_path), "--to", LIVE]
    assert main([*command, "--validate-only"]) == Exit.GOOD
    assert sandbox.deliveries == []
    assert main(command) == Exit.GOOD
    assert len(sandbox.deliveries) == 1


def test_a_wrong_client_secret_is_exit_2(
    server: SandboxServer,
    sandbox: Sandbox,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("HMPUSH_CLIENT_ID", small_account().client.client_id)
    monkeypatch.setenv("HMPUSH_CLIENT_SECRET", "wrong")
    file = write(tmp_path, {"message": {"data": "{}"}})
    command = ["send", file, "--project", small_account().service.project_id]
    command += ["--base-url", server.url, "--data-dir", str(tmp_path), "--to", LIVE]
    assert main(command) == Exit.BAD_INPUT
    assert "client secret does not match" in capsys.readouterr().out
    assert sandbox.sends == 0


def test_a_reason_is_explained_once_with_its_causes(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    dead = [f"SANDBOX-dead-{number:06d}" for number in range(60)]
    more = [part for token in dead for part in ("--to", token)]
    assert main([*command, *more]) == Exit.REJECTED
    told = capsys.readouterr().out
    assert told.count("tokenFormatError: The token is malformed") == 1
    assert "  1. " in told
    assert all(token in told for token in dead)


BAD = [
    (["--to", " "], "no token"),
    (["--to", LIVE, "--validate-only"], "of v1 and v2"),
    (["--to", LIVE, "--key-file", "/nowhere"], "no such file"),
    (["--to", LIVE, "--project", "nobody"], "no project called nobody"),
    (["--to", LIVE, "--project", "123"], "The key file belongs to project"),
    (["--to", LIVE, "--base-url", "localhost:8080"], "is no address"),
    (["--to", LIVE, "--base-url", "ftp://localhost"], "is no address"),
    (["--to", LIVE, "--base-url", ""], "is no address"),
]


@pytest.mark.parametrize(("more", "words"), BAD)
def test_bad_input_is_exit_2_and_nothing_is_sent(
    command: list[str],
    sandbox: Sandbox,
    capsys: pytest.CaptureFixture[str],
    more: list[str],
    words: str,
) -> None:
    assert main([*command, *more]) == Exit.BAD_INPUT
    assert words in capsys.readouterr().err
    assert sandbox.sends == 0


def test_what_push_kit_would_refuse_is_not_sent_unless_meant(
    command: list[str],
    sandbox: Sandbox,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    command[1] = write(tmp_path, {"payload": {"notification": {"title": "x"}}})
    assert main([*command, "--to", LIVE]) == Exit.BAD_INPUT
    assert "Push Kit would refuse this message" in capsys.readouterr().err
    assert sandbox.sends == 0
    assert main([*command, "--to", LIVE, "--unchecked"]) == Exit.REJECTED
    assert "80100003" in capsys.readouterr().out


def test_a_formal_project_needs_a_yes(
    command: list[str],
    sandbox: Sandbox,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    number = small_account().service.project_id
    shop = Project("shop", "Shop", Environment.FORMAL, number)
    ProjectStore(DataFolder(tmp_path / "data")).save([shop])
    real = {**GOOD, "pushOptions": {"testMessage": False}}
    command[1], command[3] = write(tmp_path, real), "Shop"
    assert main([*command, "--to", LIVE]) == Exit.BAD_INPUT
    assert "--yes" in capsys.readouterr().err
    assert sandbox.sends == 0
    assert main([*command, "--to", LIVE, "--yes"]) == Exit.GOOD


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send")
def test_ctrl_c_says_what_was_not_sent(command: list[str], sandbox: Sandbox) -> None:
    sandbox.scenario = Scenario.SLOW
    sandbox.delay = 30.0
    many = [f"SANDBOX-live-{number:06d}" for number in range(200)]
    process = subprocess.Popen(
        [sys.executable, "-m", "hmpush_gui.cli.main", *command, "--json"]
        + [part for token in many for part in ("--to", token)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ},
    )
    end = time.monotonic() + 20
    while sandbox.sends < 8 and time.monotonic() < end:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    told, _ = process.communicate(timeout=10)
    assert process.returncode == Exit.UNKNOWN
    # Eight requests of ten test tokens were out; the rest never left.
    assert json.loads(told)["counts"] == {"unknown": 80, "not-sent": 120}


def test_a_v1_message_needs_a_client_id(
    command: list[str],
    sandbox: Sandbox,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    command[1] = write(tmp_path, {"message": {"data": "{}"}})
    assert main([*command, "--to", LIVE]) == Exit.BAD_INPUT
    assert "set HMPUSH_CLIENT_ID" in capsys.readouterr().err
    assert sandbox.sends == 0
