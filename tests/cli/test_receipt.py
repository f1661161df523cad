"""`hmpush receipt`."""

import json
from pathlib import Path

import pytest

from hmpush_gui.cli.main import main
from hmpush_gui.cli.outcome import Exit
from hmpush_gui.sandbox.callback import Callback

STATUS = {
    "token": "t",
    "requestId": "42",
    "deliveryStatus": {"result": 6, "timestamp": 1_900_000_001_000},
}
GOOD = {"token": "u", "deliveryStatus": {"result": 0}}


@pytest.fixture
def body(tmp_path: Path) -> Path:
    return tmp_path / "body.json"


def test_each_receipt_is_explained(
    body: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body.write_text(json.dumps({"statuses": [STATUS, GOOD, {}]}))
    assert main(["receipt", str(body)]) == Exit.REJECTED
    out = capsys.readouterr().out
    assert "t\n  receipt says 6: Not shown: notifications are off." in out
    assert "→ Do not send to this user" in out
    assert "requestId 42" in out
    assert "status 3: It names no token." in out
    assert "signature: cannot tell. There is no header" in out


def test_all_delivered_is_good(body: Path) -> None:
    body.write_text(json.dumps({"statuses": [GOOD]}))
    assert main(["receipt", str(body)]) == Exit.GOOD


@pytest.mark.parametrize(
    ("user", "proof", "code"),
    [("shop", "right", Exit.GOOD), ("mall", "wrong", Exit.REJECTED)],
)
def test_a_signature_is_checked_with_a_secret_of_the_environment(
    body: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    user: str,
    proof: str,
    code: Exit,
) -> None:
    signed = Callback("http://x", "shop", "c2VjcmV0").header(1, "n")
    headers = {"X-HUAWEI-CALLBACK-ID": signed}
    body.write_text(json.dumps({"headers": headers, "body": {"statuses": [GOOD]}}))
    monkeypatch.setenv("OUR_SECRET", "c2VjcmV0")
    asked = ["receipt", str(body), "--user-name", user, "--secret-env", "OUR_SECRET"]
    assert main([*asked, "--json"]) == code
    told = json.loads(capsys.readouterr().out)
    assert told["signature"]["proof"] == proof
    assert told["receipts"][0]["explanation"]["meaning"].startswith("Arrived")


def test_a_missing_secret_and_a_file_without_receipts_are_bad_input(
    body: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body.write_text(json.dumps({"statuses": [GOOD]}))
    asked = ["receipt", str(body), "--secret-env", "NOT_SET_ANYWHERE"]
    assert main(asked) == Exit.BAD_INPUT
    assert "NOT_SET_ANYWHERE holds no secret" in capsys.readouterr().err
    body.write_text("{}")
    assert main(["receipt", str(body)]) == Exit.BAD_INPUT
    assert "no receipt" in capsys.readouterr().err


def test_what_a_stranger_posted_gives_no_orders_to_the_terminal(
    body: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = GOOD | {"token": "t\x1b]0;x\x07", "requestId": "4\n✓ all is well"}
    body.write_text(json.dumps({"statuses": [status]}))
    main(["receipt", str(body)])
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "t\\x1b]0;x\\x07" in out
    assert "requestId 4\\n✓ all is well" in out
