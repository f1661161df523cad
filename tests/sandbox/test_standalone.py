"""The sandbox on its own: it says where it is, and keeps its secrets."""

import stat
import threading
from collections.abc import Callable
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import pytest

from hmpush_gui.pushkit.credential import OAuthClient, ServiceAccount
from hmpush_gui.pushkit.errors import CredentialError
from hmpush_gui.sandbox import standalone
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.sandbox.standalone import CLIENT_FILE, KEY_FILE, Ready, run

OPEN = build_opener(ProxyHandler({})).open


def _run(
    folder: Path | None = None,
    look: Callable[[Ready], object] = lambda _: None,
    scenario: Scenario = Scenario.NORMAL,
) -> Ready:
    """Run until it is ready, and has been looked at."""
    told: list[Ready] = []
    stop = threading.Event()

    def on_ready(ready: Ready) -> None:
        told.append(ready)
        look(ready)
        stop.set()

    run(0, scenario, folder, on_ready, stop, key_bits=2048)
    (ready,) = told
    return ready


def test_it_answers_while_it_runs(tmp_path: Path) -> None:
    def look(ready: Ready) -> None:
        assert b"sandbox of hmpush-gui" in OPEN(ready.url, timeout=5).read()
        state = OPEN(f"{ready.url}/sandbox/state", timeout=5).read()
        assert b'"scenario":"html"' in state

    ready = _run(look=look, scenario=Scenario.HTML)

    assert ready.files == ()
    with pytest.raises(OSError, match="refused"):
        OPEN(ready.url, timeout=5)


def test_every_run_has_credentials_of_its_own() -> None:
    assert _run().project_id != _run().project_id


def test_credentials_are_written_only_where_asked_and_for_their_owner(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "new"

    ready = _run(folder)

    assert ready.files == (folder / KEY_FILE, folder / CLIENT_FILE)
    assert sorted(folder.iterdir()) == sorted(ready.files)
    assert {stat.S_IMODE(path.stat().st_mode) for path in ready.files} == {0o600}
    service = ServiceAccount.from_json((folder / KEY_FILE).read_text())
    client = OAuthClient.from_json((folder / CLIENT_FILE).read_text())
    assert (service.project_id, client.client_id) == (
        ready.project_id,
        ready.client_id,
    )


def test_credentials_that_are_there_are_used_again(tmp_path: Path) -> None:
    first = _run(tmp_path)
    kept = (tmp_path / KEY_FILE).read_bytes()

    assert _run(tmp_path).project_id == first.project_id
    assert (tmp_path / KEY_FILE).read_bytes() == kept


def test_a_file_of_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_text("mine")
    with pytest.raises(FileExistsError):
        _run(tmp_path)

    (tmp_path / CLIENT_FILE).write_text("mine")
    with pytest.raises(CredentialError):
        _run(tmp_path)
    assert (tmp_path / KEY_FILE).read_text() == "mine"


def test_what_is_said_names_ids_and_files_but_no_secret(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ready = _run(tmp_path)
    standalone._say(ready)

    said = capsys.readouterr().out
    client = OAuthClient.from_json((tmp_path / CLIENT_FILE).read_text())
    assert said.splitlines() == [
        f"The sandbox answers at {ready.url}",
        f"project id {ready.project_id}",
        f"client id {ready.client_id}",
        f"written to {tmp_path / KEY_FILE}",
        f"written to {tmp_path / CLIENT_FILE}",
    ]
    assert client.client_secret not in said + repr(ready)


def test_ctrl_c_ends_it_quietly() -> None:
    class Interrupted(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            raise KeyboardInterrupt

    told: list[Ready] = []
    run(0, on_ready=told.append, stop=Interrupted(), key_bits=2048)

    assert len(told) == 1
