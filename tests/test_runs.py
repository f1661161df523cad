"""Who else works on the same data, and who is dead."""

import subprocess
import sys
from pathlib import Path

import pytest

from hmpush_gui.runs import Runs

OTHER = """
import sys, time
from pathlib import Path
from hmpush_gui.runs import Runs
runs = Runs(Path(sys.argv[1]))
print("marked", flush=True)
time.sleep(60)
"""


def test_a_run_is_alone_until_another_begins(tmp_path: Path) -> None:
    first = Runs(tmp_path)
    assert first.alone()
    second = Runs(tmp_path)
    assert not first.alone()
    assert not second.alone()
    first.close()
    assert second.alone()
    second.close()
    assert list(tmp_path.iterdir()) == []


def test_a_run_of_another_process_counts_until_it_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OTHER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as other:
        try:
            assert other.stdout
            assert other.stdout.readline().strip() == b"marked"
            runs = Runs(tmp_path)
            assert not runs.alone()
        finally:
            other.kill()
    assert runs.alone()
    runs.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("missing", ["gone", "file/below"])
def test_where_no_mark_can_be_made_nobody_is_alone(
    tmp_path: Path, missing: str
) -> None:
    (tmp_path / "file").write_text("")
    runs = Runs(tmp_path / missing)
    assert not runs.alone()
    runs.close()
