"""`hmpush convert`."""

import io
import json
import sys
from pathlib import Path

import pytest

from hmpush_gui.cli.main import main
from hmpush_gui.cli.outcome import Exit
from hmpush_gui.exchange.message_file import read_message

CORPUS = Path(__file__).parents[1] / "exchange" / "corpus"


def corpus(name: str) -> str:
    return str(CORPUS / name)


def test_the_message_goes_to_the_output_and_the_report_beside_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["convert", corpus("fcm-06-android-full.json")]) == Exit.GOOD
    out, err = capsys.readouterr()
    message = read_message(out)
    assert (message.api, message.push_type, message.title) == ("v3", "0", "Order 77")
    assert "changed: message.android.ttl → pushOptions.ttl: A number" in err
    assert 'dropped: message.android.notification.icon = "ic_parcel": v3 has no' in err
    assert err.splitlines()[-1].startswith("2 your choice, ")


def test_v1_is_made_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", corpus("v3-01-alert.json"), "--to", "v1"]) == Exit.GOOD
    assert read_message(capsys.readouterr().out).api == "v1"


def test_both_are_in_the_json(capsys: pytest.CaptureFixture[str]) -> None:
    file = corpus("curl-03-huawei-v1.sh")
    assert main(["convert", file, "--json"]) == Exit.GOOD
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert (told["source"], told["shell"], told["tokens"], err) == (
        "hms",
        "bash",
        1,
        "",
    )
    assert told["message"]["document"]["payload"]["notification"]["body"] == "包裹"
    (secret,) = [each for each in told["report"] if each["fate"] == "secret"]
    assert secret["source"] == ["(header)", "Authorization"]
    assert "CgB6e3x9" not in out
    assert "IQAAAACy0abc" not in out


def test_what_is_left_to_choose_is_an_exit_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["convert", corpus("fcm-22-body-only.json")]) == Exit.REJECTED
    err = capsys.readouterr().err
    assert "your choice: payload.notification.title: Push Kit needs a title" in err


def test_standard_input_is_converted_and_bad_input_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for content, code, words in (
        (b'{"aps": {"alert": {"title": "T", "body": "B"}}}', Exit.GOOD, "mapped"),
        (b"curl -d @body.json a.b", Exit.BAD_INPUT, "in the file body.json"),
        (b"hello", Exit.BAD_INPUT, "hmpush: Standard input: This is neither JSON"),
    ):
        stdin = io.TextIOWrapper(io.BytesIO(content))
        monkeypatch.setattr(sys, "stdin", stdin)
        assert main(["convert", "-"]) == code
        assert words in capsys.readouterr().err
