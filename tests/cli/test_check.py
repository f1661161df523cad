"""`hmpush check`, `size` and `explain`."""

import json
from pathlib import Path

import pytest

from hmpush_gui.cli.main import main
from hmpush_gui.cli.outcome import Exit

GOOD = {
    "payload": {
        "notification": {
            "category": "EXPRESS",
            "title": "Parcel 包裹",
            "body": "On its way",
            "notifyId": 1,
            "clickAction": {"actionType": 0},
        }
    },
    "pushOptions": {"testMessage": True},
}


def write(folder: Path, content: object) -> str:
    path = folder / "message.json"
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, "utf-8")
    return str(path)


def test_a_good_message_passes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", write(tmp_path, GOOD)]) == Exit.GOOD
    assert "Nothing found" in capsys.readouterr().err


def test_a_bad_message_is_told_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = {"payload": {"notification": {"title": "x"}}}
    assert main(["check", write(tmp_path, bad), "--json"]) == Exit.REJECTED
    rows = json.loads(capsys.readouterr().out)
    assert {
        "severity": "blocking",
        "path": "payload.notification.body",
        "rule": "schema.required",
        "code": "80100003",
    }.items() <= next(row for row in rows if row["path"].endswith("body")).items()
    assert set(rows[0]) == {"severity", "path", "rule", "code", "sentence", "source"}


def test_one_of_our_files_is_checked_like_a_bare_body(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = {"api": "v3", "push_type": "0", "document": GOOD}
    assert main(["check", write(tmp_path, ours)]) == Exit.GOOD


def test_what_a_body_is_for_can_be_said(tmp_path: Path) -> None:
    file = write(tmp_path, {"payload": {"extraData": "{}"}})
    assert main(["check", file]) == Exit.GOOD
    assert main(["check", file, "--push-type", "0"]) == Exit.REJECTED


SIZES = [("a", 1), ("中", 3), ("📦", 4)]


@pytest.mark.parametrize(("character", "width"), SIZES)
def test_the_size_is_the_encoders(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    character: str,
    width: int,
) -> None:
    frame = len(b'{"payload":{"extraData":""},"target":{"token":[]}}')
    fitting = (4096 - frame) // width
    rest = "x" * (4096 - frame - fitting * width)
    body = {"payload": {"extraData": character * fitting + rest}}
    assert main(["size", write(tmp_path, body), "--json"]) == Exit.GOOD
    assert json.loads(capsys.readouterr().out) == {"bytes": 4096, "allowed": 4096}
    body["payload"]["extraData"] += "x"
    assert main(["size", write(tmp_path, body)]) == Exit.REJECTED
    assert capsys.readouterr().out == "4097 of 4096 bytes: cut 1\n"


BAD_FILES = [
    ("{", "not valid JSON"),
    ("[]", "JSON object"),
    ("{}", "no Push Kit message"),
]


@pytest.mark.parametrize(("content", "words"), BAD_FILES)
@pytest.mark.parametrize("command", ["check", "size"])
def test_a_bad_file_is_told_in_a_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    command: str,
    content: str,
    words: str,
) -> None:
    assert main([command, write(tmp_path, content)]) == Exit.BAD_INPUT
    said = capsys.readouterr()
    assert words in said.err
    assert said.out == ""


def test_files_that_cannot_be_read_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    for name, words in (
        ("missing", "no such file"),
        (".", "a folder"),
        ("binary", "not a text"),
    ):
        assert main(["check", str(tmp_path / name)]) == Exit.BAD_INPUT
        assert words in capsys.readouterr().err


EXPLAINED = [
    ("80300007", "invalid"),
    ("noRight", "project"),
    ("1101/12304", "secret"),
    ("503", "Flow control"),
    ("256", "quota"),
    ("1000900010", "app"),
]


@pytest.mark.parametrize(("code", "word"), EXPLAINED)
def test_a_code_of_any_table_is_explained(
    capsys: pytest.CaptureFixture[str], code: str, word: str
) -> None:
    assert main(["explain", code]) == Exit.GOOD
    assert word in capsys.readouterr().out
    assert main(["explain", code, "--language", "zh", "--json"]) == Exit.GOOD
    (entry,) = json.loads(capsys.readouterr().out).values()
    assert any("一" <= sign <= "鿿" for sign in entry["meaning"])


def test_an_unknown_code_is_shown_raw(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "89999999"]) == Exit.REJECTED
    assert "89999999" in capsys.readouterr().out
