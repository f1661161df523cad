"""`hmpush tokens`."""

import io
import json
import sys
from pathlib import Path

import pytest

from hmpush_gui.cli.main import main
from hmpush_gui.cli.outcome import Exit
from tests.exchange.sheets import xlsx

A, B = ("IQAAAACy0" + each * 40 for each in "xy")


def test_tokens_go_to_the_output_and_counts_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "list.txt"
    file.write_text(f' "{A}",\n{B}\n\n{A}\n', "utf-8")
    assert main(["tokens", str(file)]) == Exit.GOOD
    out, err = capsys.readouterr()
    assert out == f"{A}\n{B}\n"
    assert err == "2 tokens, 1 repeated, 1 cleaned, 1 empty row\n"


def test_json_has_what_stands_beside_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "list.xlsx"
    file.write_bytes(xlsx({"One": [["设备", "token"], ["P60", A]]}).getvalue())
    assert main(["tokens", str(file), "--json"]) == Exit.GOOD
    counts = {"read": 1, "repeated": 0, "cleaned": 0, "empty": 0, "uneven": 0}
    assert json.loads(capsys.readouterr().out) == {
        "tokens": [{"token": A, "label": "P60"}],
        "counts": counts,
    }


@pytest.mark.parametrize("column", ["old token", "1"])
def test_the_column_can_be_named(
    column: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(f"Old token,token\n{A},{B}\n", "utf-8")
    assert main(["tokens", str(file), "--column", column]) == Exit.GOOD
    assert capsys.readouterr().out == f"{A}\n"


def test_a_column_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(f"name,token\nP60,{A}\n", "utf-8")
    assert main(["tokens", str(file), "--column", "3"]) == Exit.BAD_INPUT
    assert "The first row holds: name, token." in capsys.readouterr().err


def test_standard_input_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(f"{A}\n".encode("utf-16")))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["tokens", "-"]) == Exit.GOOD
    assert capsys.readouterr().out == f"{A}\n"


def test_no_token_is_an_exit_code_and_no_file_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("name,token\nP60,\n", "utf-8")
    assert main(["tokens", str(file)]) == Exit.REJECTED
    assert main(["tokens", str(tmp_path / "none")]) == Exit.BAD_INPUT
    assert main(["tokens", str(tmp_path)]) == Exit.BAD_INPUT
    file.write_bytes(b"")
    assert main(["tokens", str(file)]) == Exit.BAD_INPUT
    assert "nothing in this file" in capsys.readouterr().err
