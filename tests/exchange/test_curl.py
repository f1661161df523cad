import json
import shutil
import subprocess

import pytest

from hmpush_gui.exchange.curl import LONGEST_CMD, Shell, curl, is_too_long
from hmpush_gui.exchange.handed_call import HandedCall, hand_out
from hmpush_gui.pushkit.protocol import Request
from tests.cases import for_each

from .awkward import TEXTS, request
from .conftest import Place
from .shell_rules import c_arguments, cmd_line, powershell_string, powershell_words

BEARER = "a-bearer.of_the-shell"
VARIABLES = {"HMPUSH_TOKEN": BEARER, "env:HMPUSH_TOKEN": BEARER, "body": "C:\\t.tmp"}

runs_curl = pytest.mark.skipif(
    not (shutil.which("bash") and shutil.which("curl")),
    reason="bash and curl are needed to run a copied command",
)


def run(command: str, place: Place) -> dict[str, str]:
    """The answer that bash and curl get."""
    done = subprocess.run(
        ["bash"],
        input=command.replace("curl ", "curl --silent --show-error ", 1).encode(),
        env=place.environment,
        capture_output=True,
        timeout=20,
        check=True,
    )
    answer: dict[str, str] = json.loads(done.stdout)
    return answer


def arguments(words: list[str]) -> tuple[str, str, list[str], str]:
    """Method, address, headers and body of a command of curl."""
    assert words[1] == "--request"
    options = words[4:]
    assert options[::2] == ["--header"] * (len(options) // 2 - 1) + ["--data-binary"]
    return words[2], words[3], options[1:-1:2], options[-1]


def expected(sent: Request) -> tuple[str, str, list[str]]:
    headers = [f"{name}: {value}" for name, value in sent.headers.items()]
    return sent.method, sent.url, [*headers, f"Authorization: Bearer {BEARER}"]


@runs_curl
@pytest.mark.parametrize("text", TEXTS)
def test_bash_gets_the_answer_that_the_program_gets(text: str, place: Place) -> None:
    command = curl(hand_out(request(text, url=place.url), tokens=True), Shell.BASH)
    assert place.bearer not in command
    assert run(command, place)["code"] == "80000000"
    (arrived,) = place.delivered
    assert (arrived.title, arrived.body) == (f"T{text}", text or "empty")
    assert json.loads(arrived.data) == {"key": text}


@runs_curl
def test_bash_is_refused_as_the_program_is(place: Place) -> None:
    sent = request(url=place.url)
    dead = sent.body.replace(b"SANDBOX-live", b"SANDBOX-dead")
    command = curl(
        hand_out(Request("POST", place.url, sent.headers, dead, ()), tokens=True),
        Shell.BASH,
    )
    assert run(command, place)["code"] == "80300007"
    assert not place.delivered


@runs_curl
def test_a_bearer_that_is_asked_for_stands_in_the_command(place: Place) -> None:
    sent = request(url=place.url)
    command = curl(hand_out(sent, tokens=True, bearer=place.bearer), Shell.BASH)
    assert "HMPUSH_TOKEN" not in command
    assert run(command, place)["code"] == "80000000"


@runs_curl
def test_a_body_that_is_too_long_for_a_word_still_leaves_bash(place: Place) -> None:
    sent = request(url=place.url)
    wide = sent.body.replace(b"{", b"{" + b" " * 150_000, 1)
    sent = Request("POST", place.url, sent.headers, wide, sent.tokens)
    answer = run(curl(hand_out(sent, tokens=True), Shell.BASH), place)
    assert answer["code"]


@runs_curl
def test_what_begins_with_an_at_is_no_name_of_a_file(place: Place) -> None:
    call = HandedCall("POST", place.url, (), "@/etc/hostname")
    command = curl(call, Shell.BASH)
    assert command.startswith("printf %s @/etc/hostname |\n")
    assert run(command, place)["code"]


@pytest.mark.parametrize("text", TEXTS)
def test_powershell_writes_the_body_and_sends_it(text: str) -> None:
    sent = request(text)
    command = curl(hand_out(sent, tokens=True), Shell.POWERSHELL)
    opening = "$body = [IO.Path]::GetTempFileName()\n[IO.File]::WriteAllText($body, "
    assert command.startswith(opening)
    body, end = powershell_string(command, len(opening))
    assert body.encode() == sent.body
    closing, line, last = (
        command[end:].split("\n", 1)[0],
        *command[end:].split("\n", 1)[1].rsplit("\n", 1),
    )
    assert (closing, last) == (")", "Remove-Item $body")
    *given, data = arguments(powershell_words(line, VARIABLES))
    assert (tuple(given), data) == (expected(sent), "@C:\\t.tmp")


@for_each("text", TEXTS)
@for_each("delayed", [False, True])
def test_cmd_sends_json_that_means_the_same(text: str, delayed: bool) -> None:
    sent = request(text)
    command = curl(hand_out(sent, tokens=True), Shell.CMD)
    line = cmd_line(command, VARIABLES | {"PATH": "gone"}, delayed=delayed)
    *given, body = arguments(c_arguments(line))
    assert tuple(given) == expected(sent)
    assert json.loads(body) == json.loads(sent.body)


def test_a_body_that_is_no_json_is_a_word_of_cmd() -> None:
    call = HandedCall("POST", "http://a/%20&b", (("X", ""),), 'say "%PATH%"', BEARER)
    line = cmd_line(curl(call, Shell.CMD), {"PATH": "gone"})
    assert arguments(c_arguments(line)) == (
        "POST",
        "http://a/%20&b",
        ["X;", f"Authorization: Bearer {BEARER}"],
        'say "%PATH%"',
    )


def test_only_cmd_takes_so_little() -> None:
    command = "x" * (LONGEST_CMD + 1)
    assert is_too_long(command, Shell.CMD)
    assert not is_too_long(command[1:], Shell.CMD)
    assert not is_too_long(command, Shell.BASH)
