"""The command line works where Qt is not installed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

BLOCK = """
import sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6", "qasync"):
            raise ImportError(f"no {name} here")
sys.meta_path.insert(0, NoQt())
from hmpush_gui.cli.main import main
sys.exit(main(sys.argv[1:]))
"""

COMMANDS = [
    ["explain", "80300007"],
    ["check", "-"],
    ["size", "-"],
    ["convert", "-"],
    ["tokens", "-"],
    ["hilog", "-"],
    ["doctor", "-"],
    ["schema"],
    ["send", "-", "--project", "nobody", "--to", "token"],
]

_CODES = {"send": 2, "tokens": 2, "hilog": 1, "doctor": 1}
"""There is no project, and no token in the message."""


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda each: str(each[0]))
def test_each_command_runs_without_qt(arguments: list[str], tmp_path: Path) -> None:
    if arguments[0] == "send":
        arguments = [*arguments, "--data-dir", str(tmp_path)]
    ran = subprocess.run(
        [sys.executable, "-c", BLOCK, *arguments],
        input='{"payload": {"extraData": "{}"}}',
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert "Traceback" not in ran.stderr
    assert ran.returncode == _CODES.get(arguments[0], 0), ran.stderr


@pytest.fixture
def without_qt(tmp_path: Path) -> dict[str, str]:
    """An environment with everything that is installed here, but no Qt."""
    installed = tmp_path / "installed"
    installed.mkdir()
    for path in Path(pytest.__file__).parents[1].iterdir():
        if not path.name.lower().startswith(("pyside6", "shiboken6", "qasync")):
            (installed / path.name).symlink_to(path)
    return {**os.environ, "PYTHONPATH": str(installed)}


ROOT = Path(__file__).parents[2]
BARE = [sys.executable, "-S", "-m", "hmpush_gui.cli.main"]
no_links = pytest.mark.skipif(
    sys.platform == "win32", reason="Links and SIGINT are not everybody's on Windows"
)


@no_links
def test_qt_is_not_there(without_qt: dict[str, str]) -> None:
    code = (
        "import httpx, jsonschema, importlib.util as u; print(u.find_spec('PySide6'))"
    )
    ran = subprocess.run(
        [sys.executable, "-S", "-c", code],
        env=without_qt,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "None\n"


@no_links
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_sandbox_and_a_send_run_where_qt_is_not_installed(
    without_qt: dict[str, str], tmp_path: Path, number: int
) -> None:
    keys = tmp_path / "keys"
    serving = subprocess.Popen(
        [*BARE, "sandbox", "--credentials", str(keys)],
        env=without_qt,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert serving.stdout
    told = [serving.stdout.readline().split()[-1] for _ in range(5)]
    command = ["send", "-", "--project", told[1], "--base-url", told[0]]
    command += ["--key-file", str(keys / "sandbox-key.json"), "--to", "SANDBOX-live-1"]
    sent = subprocess.run(
        [*BARE, *command, "--data-dir", str(tmp_path / "data")],
        env=without_qt,
        cwd=ROOT,
        input='{"payload": {"extraData": "{}"}}',
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    serving.send_signal(number)
    serving.communicate(timeout=20)
    assert (sent.stdout, sent.stderr, sent.returncode) == ("1 accepted\n", "", 0)
    assert serving.returncode == 0


def test_the_block_blocks() -> None:
    code = BLOCK.replace("from hmpush_gui.cli.main import main", "import PySide6")
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert "no PySide6 here" in ran.stderr
