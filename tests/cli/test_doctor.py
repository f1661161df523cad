"""`hmpush doctor`."""

import json
from pathlib import Path

import pytest

from hmpush_gui.cli.main import main
from hmpush_gui.cli.outcome import Exit
from tests.programs import small_account


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KEY_FILE", "CLIENT_ID", "CLIENT_SECRET"):
        monkeypatch.delenv(f"HMPUSH_{name}", raising=False)


@pytest.fixture
def key_file(tmp_path: Path) -> str:
    path = tmp_path / "key.json"
    path.write_text(small_account().service.to_json())
    return str(path)


def test_a_good_file_is_told_line_by_line(
    key_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["doctor", key_file]) == Exit.GOOD
    out = capsys.readouterr().out
    assert "✓ It is a service-account key file of Huawei." in out
    assert "Its signature holds" in out
    assert small_account().service.private_key[60:90] not in out


def test_a_wrong_file_is_told_by_the_exit_code_and_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "agconnect-services.json"
    path.write_text('{"agcgw": {}}')
    assert main(["doctor", str(path), "--json"]) == Exit.REJECTED
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["name"], found["state"]) == ("agconnect", "wrong")


def test_a_key_of_another_project_is_wrong(
    key_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["doctor", key_file, "--project", "101", "--data-dir", str(tmp_path)]
    assert main(arguments) == Exit.REJECTED
    assert "but messages go to project 101" in capsys.readouterr().out


def test_what_the_environment_holds_is_looked_at(
    key_file: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("HMPUSH_KEY_FILE", key_file)
    assert main(["doctor"]) == Exit.GOOD
    monkeypatch.delenv("HMPUSH_KEY_FILE")
    monkeypatch.setenv("HMPUSH_CLIENT_ID", "202")
    monkeypatch.setenv("HMPUSH_CLIENT_SECRET", "s3 cret")
    assert main(["doctor"]) == Exit.REJECTED
    out = capsys.readouterr().out
    assert "holds blanks" in out
    assert "s3 cret" not in out


def test_nothing_to_look_at_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["doctor"]) == Exit.BAD_INPUT
    assert "nothing to look at" in capsys.readouterr().err
    assert main(["doctor", str(tmp_path / "no.json")]) == Exit.BAD_INPUT
