"""`hmpush hilog`."""

import io
import json
import sys

import pytest

from hmpush_gui.cli.main import main
from hmpush_gui.cli.outcome import Exit

T = "IQAAAACy0tEjAABTx8AVZ0mZ3xKf-AaWDl6E2UYRm2c_9h1SdRdmCvTK"
H = "04-19 17:02:14.735  5394  5394 I A03200/app/testTag: "


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> io.BytesIO:
    stdin = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stdin))
    return stdin


def say(log: io.BytesIO, *lines: str) -> None:
    log.write("\n".join(H + line for line in lines).encode())
    log.seek(0)


def test_a_token_is_shown_whole(
    log: io.BytesIO, capsys: pytest.CaptureFixture[str]
) -> None:
    say(log, "push token: " + T, "once more, push token: " + T)
    assert main(["hilog", "-"]) == Exit.GOOD
    assert capsys.readouterr().out == f"line 1, 2: Push token (sure)\n  {T}\n"


def test_a_code_is_explained_and_is_no_token(
    log: io.BytesIO, capsys: pytest.CaptureFixture[str]
) -> None:
    say(log, "Failed to get push token: 1000900012")
    assert main(["hilog", "-", "--language", "zh"]) == Exit.REJECTED
    assert "1000900012: 未开通推送服务权益。" in capsys.readouterr().out


def test_json_has_every_key(
    log: io.BytesIO, capsys: pytest.CaptureFixture[str]
) -> None:
    say(log, "push token: <private>", "push error 1000900012")
    assert main(["hilog", "-", "--json"]) == Exit.REJECTED
    hidden, code = json.loads(capsys.readouterr().out)
    assert hidden.pop("advice").startswith("hilog hides")
    assert hidden == {
        "kind": "masked token",
        "value": "",
        "certainty": "sure",
        "lines": [1],
        "explanation": None,
    }
    assert code["explanation"]["meaning"] == "Push is not enabled for the app."
    assert (code["value"], code["advice"]) == ("1000900012", "")


def test_nothing_found_is_told(
    log: io.BytesIO, capsys: pytest.CaptureFixture[str]
) -> None:
    say(log, "started")
    assert main(["hilog", "-"]) == Exit.REJECTED
    assert capsys.readouterr().out.startswith("No push token")
    assert main(["hilog", "no-such-file"]) == Exit.BAD_INPUT
