"""Commands are read as they were meant, and what proves who sends stays out."""

import json
import time

import pytest

from hmpush_gui.exchange.conversion import Fate, Line
from hmpush_gui.exchange.convert import convert
from hmpush_gui.exchange.curl import Shell, curl
from hmpush_gui.exchange.curl_reader import is_command, read_commands
from hmpush_gui.exchange.handed_call import hand_out
from hmpush_gui.exchange.recognise import recognise
from hmpush_gui.pushkit.errors import DocumentError
from tests.cases import for_each

from .awkward import TEXTS, request

BODY = '{"message": {"topic": "a", "notification": {"title": "T", "body": "B"}}}'


@for_each("shell", list(Shell))
@for_each("text", TEXTS, ids=repr)
def test_what_we_hand_over_is_read_back(text: str, shell: Shell) -> None:
    sent = request(text)
    command = curl(hand_out(sent, tokens=True), shell)
    found = recognise(command)
    assert found.command
    assert found.command.address == sent.url
    assert found.content["payload"] == json.loads(sent.body)["payload"]
    assert str(found.command.shell) == shell or shell is Shell.BASH


@pytest.mark.parametrize(
    "option",
    [
        "-u admin:hunter2", "-uadmin:hunter2", "--user admin:hunter2",
        "-b sid=hunter2", "--cookie=sid=hunter2", "-E push.pem:hunter2",
        "-x http://a:hunter2@proxy", "--oauth2-bearer hunter2",
        "-H 'Authorization: Bearer hunter2hunter2'", "-H 'X-Api-Key: hunter2'",
        "-H 'X-Secret: hunter2'", "https://a:hunter2@example.com/send",
        "https://example.com/send?key=hunter2",
    ],
)  # fmt: skip
def test_a_secret_is_named_and_not_kept(option: str) -> None:
    made = convert(f"curl {option} -d '{BODY}'")
    assert "hunter2" not in repr(made) + repr([line.value for line in made.lines])
    assert made.of(Fate.SECRET)


@pytest.mark.parametrize(
    ("options", "body"),
    [
        ("-d '{\"a\": 1}'", '{"a": 1}'),
        ("-d'{\"a\": 1}'", '{"a": 1}'),
        ("--data-raw='{\"a\": 1}'", '{"a": 1}'),
        ("-sSd '{\"a\": 1}'", '{"a": 1}'),
        ("--json '{\"a\": 1}' -X POST", '{"a": 1}'),
        ('-d @- <<EOF\n{"a": 1}\nEOF', '{"a": 1}'),
        ('-d "$(cat <<EOF\n{"a": 1}\nEOF\n)"', '{"a": 1}'),
    ],
)
def test_the_body_is_found(options: str, body: str) -> None:
    (command,) = (
        each
        for each in read_commands(f"curl https://a.b/c {options}")
        if each.shell is Shell.BASH
    )
    assert (command.body, command.address) == (body, "https://a.b/c")


def test_a_variable_that_is_set_beside_it_is_filled() -> None:
    made = convert(f"DATA='{BODY}'\ncurl -d \"$DATA\" https://$HOST/send")
    assert made.message.title == "T"
    (line,) = [line for line in made.lines if line.source == ("(address)",)]
    assert line.value == "https://$HOST/send"


REFUSED = [
    ("curl -d @message.json https://a.b", "is in the file message.json"),
    ("curl https://a.b", "sends no body"),
    ("curl -d 'grant_type=client_credentials&client_secret=hunter2' a.b", "access tok"),
    ("curl -d '{\"a\": }' a.b", "The body of this command: This is not valid JSON"),
    ("curl -d '[]' a.b", "This is a list"),
]


@pytest.mark.parametrize(("command", "words"), REFUSED)
def test_a_command_without_a_message_is_told(command: str, words: str) -> None:
    with pytest.raises(DocumentError) as refused:
        convert(command)
    assert words in str(refused.value.sentence)
    assert "hunter2" not in str(refused.value.sentence)


def test_a_word_that_means_nothing_is_in_the_report() -> None:
    made = convert(f"curl https://a.b/c stray -d '{BODY}'")
    assert ("(option)", "stray") in {line.source for line in made.lines}


def test_what_is_said_twice_is_told_twice() -> None:
    options = "-H 'A: 1' -H 'A: 2' -m 5 -m 6 https://a.b https://x:hunter2@c.d/e"
    made = convert(f"curl -sSd '{BODY}' {options}")
    values = {line.source[-1]: line.value for line in made.lines if line.source}
    assert (values["A"], values["-m"], values["-sS"]) == ("1, 2", "5 6", "")
    assert "https://c.d/e" in values
    assert "hunter2" not in repr(made) + repr(values)


HOSTILE = [
    "curl " + "\\" * 60_000,
    "curl " + "\n " * 30_000,
    "curl " + "<<A\n" * 15_000,
    "curl.exe " + '@"\n' * 20_000,
    "irm " + "@{" * 30_000,
    "irm @{" + "a" * 60_000 + "}",
    "curl -d " + "{" * 60_000,
    "curl " + "x " * 20_000,
    "curl key" + "a" * 60_000,
    "```" + "\n" * 100_000 + "{",
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_no_text_makes_it_hang(text: str) -> None:
    start = time.process_time()
    with pytest.raises(DocumentError):
        convert(text)
    # Every one of these once took minutes.
    assert time.process_time() - start < 5


def test_json_that_speaks_of_curl_is_no_command() -> None:
    assert not is_command('{"message": {"data": "curl -d x"}}')
    assert is_command("$ curl -v https://a.b")


def test_all_else_of_a_command_is_in_the_report() -> None:
    made = convert(f"curl -k -m 5 -H 'Accept: */*' https://a.b/c -d '{BODY}'")
    sources = {line.source for line in made.lines if isinstance(line, Line)}
    assert {
        ("(option)", "-k"),
        ("(option)", "-m"),
        ("(header)", "Accept"),
        ("(address)",),
    } <= sources
