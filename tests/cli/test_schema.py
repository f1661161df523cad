"""`hmpush schema`."""

import json
from pathlib import Path

import pytest

from hmpush_gui.cli.main import main
from hmpush_gui.cli.outcome import Exit
from hmpush_gui.exchange.message_schema import FILE_NAME, message_schema


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == Exit.GOOD
    assert json.loads(capsys.readouterr().out) == message_schema()


def test_the_schema_is_written_beside_the_messages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", "--write", str(tmp_path)]) == Exit.GOOD
    path = tmp_path / FILE_NAME
    assert capsys.readouterr().out == f"{path}\n"
    assert json.loads(path.read_text("utf-8")) == message_schema()


def test_a_folder_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", "--write", str(tmp_path / "none")]) == Exit.BAD_INPUT
    assert "cannot be written" in capsys.readouterr().err
