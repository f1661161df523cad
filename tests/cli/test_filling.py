"""Placeholders on the command line."""

import json
from pathlib import Path

import pytest

from hmpush_gui.cli.main import main
from hmpush_gui.cli.outcome import Exit
from hmpush_gui.sandbox.service import Sandbox

from .test_check import GOOD, write
from .test_send import LIVE, command, key_file, sandbox, server

__all__ = ["command", "key_file", "sandbox", "server"]

OTHER = "SANDBOX-live-000002"


def titled(title: str) -> dict[str, object]:
    content = json.loads(json.dumps(GOOD))
    content["payload"]["notification"]["title"] = title
    return dict(content)


def test_a_send_fills_in_what_is_the_same_for_all(
    command: list[str], sandbox: Sandbox, tmp_path: Path
) -> None:
    write(tmp_path, titled("#{{counter}} {{shop}}"))
    tokens = ["--to", LIVE, "--to", OTHER]
    assert main([*command, *tokens, "--set", "shop=A=B 旗舰店"]) == Exit.GOOD
    assert {each.title for each in sandbox.deliveries} == {"#1 A=B 旗舰店"}
    assert sandbox.sends == 1


def test_a_message_that_names_its_device_goes_out_once_for_each(
    command: list[str], sandbox: Sandbox, tmp_path: Path
) -> None:
    write(tmp_path, titled("For {{device.label}}"))
    assert main([*command, "--to", LIVE, "--to", OTHER]) == Exit.GOOD
    assert sorted(each.title for each in sandbox.deliveries) == ["For #1", "For #2"]
    assert sandbox.sends == 2


def test_what_nothing_stands_for_is_not_sent_unless_meant(
    command: list[str],
    sandbox: Sandbox,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(tmp_path, titled("{{shop}}"))
    assert main([*command, "--to", LIVE]) == Exit.BAD_INPUT
    assert "Nothing stands for {{shop}}" in capsys.readouterr().err
    assert sandbox.sends == 0
    assert main([*command, "--to", LIVE, "--unchecked"]) == Exit.GOOD
    assert [each.title for each in sandbox.deliveries] == ["{{shop}}"]


@pytest.mark.parametrize("given", ["shop", "=x", "a b=c", "counter=7"])
def test_what_is_no_placeholder_is_told(
    tmp_path: Path, given: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path, GOOD)
    assert main(["check", file, "--set", given]) == Exit.BAD_INPUT
    assert "write NAME=VALUE" in capsys.readouterr().err


def test_check_tells_what_nothing_stands_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path, titled("{{shop}}"))
    assert main(["check", file]) == Exit.GOOD
    assert "Nothing stands for {{shop}}" in capsys.readouterr().out
    assert main(["check", file, "--set", "shop=A"]) == Exit.GOOD
    assert capsys.readouterr().out == ""


def test_size_counts_the_longest_that_may_go_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def size(title: str, *more: str) -> int:
        assert main(["size", write(tmp_path, titled(title)), "--json", *more]) == 0
        return int(json.loads(capsys.readouterr().out)["bytes"])

    bare = size("")
    assert size("{{uuid}}") == bare + 36
    assert size("{{counter}}") == bare + 6
    assert size("{{x}}", "--set", "x=旗舰店") == bare + 9
