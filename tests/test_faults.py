"""A hard end is found at the next start, and told once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hmpush_gui.faults import KEPT, RUNNING, Faults

RUN = """
import ctypes, sys
from pathlib import Path
from hmpush_gui.faults import Faults
token = "MarkedToken"
faults = Faults(Path(sys.argv[1]))
faults.watch()
if sys.argv[2] == "fault":
    ctypes.string_at(0)
faults.end()
"""


def run(folder: Path, how: str) -> int:
    code = [sys.executable, "-c", RUN, str(folder), how]
    return subprocess.run(
        code, check=False, cwd=Path(__file__).parents[1], capture_output=True
    ).returncode


def test_a_fault_is_found_once_and_names_the_line(tmp_path: Path) -> None:
    assert run(tmp_path, "fault") != 0
    report = Faults(tmp_path).find()
    assert report is not None
    text = report.read_text()
    assert "string_at" in text
    assert "Marked" not in text
    assert Faults(tmp_path).find() is None
    if sys.platform != "win32":
        assert report.stat().st_mode & 0o077 == 0


def test_an_end_in_order_leaves_nothing(tmp_path: Path) -> None:
    assert run(tmp_path, "in order") == 0
    assert Faults(tmp_path).find() is None
    assert list(tmp_path.iterdir()) == []


def test_a_kill_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / RUNNING).touch()
    assert Faults(tmp_path).find() is None
    assert run(tmp_path, "in order") == 0


def test_old_reports_make_room(tmp_path: Path) -> None:
    for day in range(KEPT + 3):
        (tmp_path / RUNNING).write_text("Fatal Python error")
        os.utime(tmp_path / RUNNING, (day * 86400, day * 86400))
        assert Faults(tmp_path).find()
    reports = sorted(path.name for path in tmp_path.iterdir())
    assert len(reports) == KEPT
    assert reports[-1].startswith("hard-end-1970010")


@pytest.mark.parametrize("name", ["missing", "file"])
def test_a_folder_that_cannot_be_used_is_no_trouble(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    faults = Faults(tmp_path / name)
    assert faults.find() is None
    faults.watch()
    faults.end()
