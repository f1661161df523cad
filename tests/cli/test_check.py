"""`hmpush check`, `size` and `explain`."""

import io
import json
import socket
import sys
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


@pytest.mark.parametrize(
    ("text", "what", "code"),
    [
        (
            '{"message": {"token": "a", "android": {"collapse_key": "a"}}}',
            "a message of Firebase (HTTP v1)",
            Exit.REJECTED,
        ),
        ('curl -d \'{"to": "a"}\' https://a.b', "a command of curl", Exit.BAD_INPUT),
    ],
)
def test_a_message_of_another_service_is_told_with_what_converts_it(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    text: str,
    what: str,
    code: Exit,
) -> None:
    assert main(["check", write(tmp_path, text)]) == code
    words = capsys.readouterr().err
    assert f"This is {what}: “hmpush convert” turns it into a message." in words


def test_one_of_our_files_is_checked_like_a_bare_body(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = {"api": "v3", "push_type": "0", "document": GOOD}
    assert main(["check", write(tmp_path, ours)]) == Exit.GOOD


def test_what_a_body_is_for_can_be_said(tmp_path: Path) -> None:
    file = write(tmp_path, {"payload": {"extraData": "{}"}})
    assert main(["check", file]) == Exit.GOOD
    assert main(["check", file, "--push-type", "0"]) == Exit.REJECTED


def test_a_slip_in_a_key_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path, {"payload": {"extraData": "{}", "proxydata": "ENABLE"}})
    assert main(["check", file]) == Exit.GOOD
    assert "Did you mean “proxyData”?" in capsys.readouterr().out


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


def test_the_words_of_retrying_are_those_of_the_catalogue(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["explain", "503"])
    assert "more slowly" in capsys.readouterr().out
    main(["explain", "80200001", "--language", "zh"])
    told = capsys.readouterr().out
    assert told.startswith("响应码: ")
    assert "重试一次" in told


@pytest.mark.parametrize("code", ["TOKENFORMATERROR", ' "tokenFormatError" '])
def test_a_reason_is_found_however_it_was_copied(
    capsys: pytest.CaptureFixture[str], code: str
) -> None:
    assert main(["explain", code]) == Exit.GOOD
    assert "malformed" in capsys.readouterr().out


def test_the_first_half_of_an_oauth_error_shows_all_that_begin_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "1203", "--json"]) == Exit.GOOD
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {
        "oauth 1203/12303",
        "oauth 1203/12304",
        "oauth 1203/500",
        "oauth 1203/100300",
    }


def test_an_unknown_code_is_shown_raw(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "89999999"]) == Exit.REJECTED
    assert "89999999" in capsys.readouterr().out


@pytest.mark.parametrize("code", ["", " "])
def test_no_code_explains_nothing(
    capsys: pytest.CaptureFixture[str], code: str
) -> None:
    assert main(["explain", code]) == Exit.REJECTED
    assert "not in our catalogue" in capsys.readouterr().out


def _pipe(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), "ascii"))


def test_standard_input_is_read_like_a_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _pipe(monkeypatch, b"\xef\xbb\xbf" + json.dumps(GOOD).encode())
    assert main(["check", "-"]) == Exit.GOOD
    _pipe(monkeypatch, b"\xff\xfe\x00")
    assert main(["check", "-"]) == Exit.BAD_INPUT
    assert "Standard input is not a text in UTF-8." in capsys.readouterr().err
    _pipe(monkeypatch, b"{")
    assert main(["check", "-"]) == Exit.BAD_INPUT
    assert "hmpush: Standard input: This is not valid JSON" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gbk"])
def test_an_output_that_cannot_show_a_character_gets_an_escape(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    def told(*arguments: str) -> str:
        written = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding))
        main(arguments)
        sys.stdout.flush()
        return written.getvalue().decode(encoding)

    file = write(tmp_path, {"payload": {"extraData": "📦" * 2000}})
    assert "8050 of 4096 bytes" in told("check", file)
    assert "noRight" not in told("explain", "noRight", "--language", "zh")
    (entry,) = json.loads(told("explain", "503", "--language", "zh", "--json")).values()
    assert entry["meaning"].startswith("流量控制")


def test_ctrl_c_before_anything_happens_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("hmpush_gui.cli.files.read_text", interrupted)
    assert main(["check", "-"]) == Exit.STOPPED
    assert "nothing was sent" in capsys.readouterr().err


WRONG_ARGUMENTS = [
    (["check", "x.json", "--push-type", "99"], "invalid choice: '99'"),
    (["sandbox", "--port", "99999"], "a port is 0 to 65535"),
    (["sandbox", "--port=-1"], "a port is 0 to 65535"),
    (["send", "x", "--project", "1", "--pace", "0"], "above zero"),
    (["send", "x", "--project", "1", "--pace", "nan"], "above zero"),
    (["send", "x", "--project", "1", "--pace", "fast"], "above zero"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG_ARGUMENTS)
def test_a_wrong_argument_is_told_in_a_sentence(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == Exit.BAD_INPUT
    assert words in capsys.readouterr().err


def test_a_sandbox_that_cannot_start_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert main(["sandbox", "--credentials", str(tmp_path / "file")]) == Exit.BAD_INPUT
    assert "cannot be used as a folder" in capsys.readouterr().err
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["sandbox", "--port", port]) == Exit.BAD_INPUT
    assert f"Port {port} is in use" in capsys.readouterr().err


def test_a_status_is_explained_as_results_show_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "HTTP 503"]) == Exit.GOOD
    assert capsys.readouterr().out.startswith("http: Flow control")


@pytest.mark.parametrize("command", ["check", "size", "explain", "send"])
def test_help_names_the_exit_codes(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert "Exit codes: 0 " in capsys.readouterr().out
