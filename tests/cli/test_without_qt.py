"""The command line works where Qt is not installed."""

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
    ["schema"],
    ["send", "-", "--project", "nobody", "--to", "token"],
]


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
    assert ran.returncode == (2 if arguments[0] == "send" else 0), ran.stderr


def test_the_block_blocks() -> None:
    code = BLOCK.replace("from hmpush_gui.cli.main import main", "import PySide6")
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert "no PySide6 here" in ran.stderr
