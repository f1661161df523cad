"""Commands are cut as the shells cut them."""

import pytest

from hmpush_gui.exchange.shell_words import (
    END,
    bash_words,
    cmd_words,
    powershell_words,
)

BASH = [
    ("curl -d '{\"a\": 1}'", ["curl", "-d", '{"a": 1}']),
    (r"""'It'\''s'""", ["It's"]),
    (r'''"a \"b\" \$c \\ \n"''', [r'a "b" $c \ \n']),
    (r"$'it\'s \u5305 \x41\n'", ["it's 包 A\n"]),
    ("a \\\n  b", ["a", "b"]),
    ("a\n  -b", ["a", "-b"]),
    ("a\nb | c", ["a", END, "b", END, "c"]),
    ("pre'mid'\"end\"", ["premidend"]),
    ("''", [""]),
    (r"a\ b", ["a b"]),
]
POWERSHELL = [
    ("curl.exe -d 'it''s'", ["curl.exe", "-d", "it's"]),
    ('"a `"b`" ""c"" `n"', ['a "b" "c" \n']),
    ("a `\n  b", ["a", "b"]),
    ("@'\nit's \"here\"\n'@ x", ['it\'s "here"', "x"]),
    ("a; b", ["a", END, "b"]),
]
CMD = [
    (r'curl -d "{\"a\": \"b c\"}"', ["curl", "-d", '{"a": "b c"}']),
    ('a ^\n  b ^\r\n  "c ^ d"', ["a", "b", "c ^ d"]),
    (r'^"^{^\^"a^\^"^:1^}^"', ['{"a":1}']),
    ('"{""a"": ""b c""}"', ['{"a": "b c"}']),
    (r'"C:\new\\" x', ["C:\\new\\", "x"]),
    (r'"{\"a\":\"\"}"', ['{"a":""}']),
]


@pytest.mark.parametrize(("text", "words"), BASH)
def test_bash(text: str, words: list[str]) -> None:
    assert bash_words(text) == words


@pytest.mark.parametrize(("text", "words"), POWERSHELL)
def test_powershell(text: str, words: list[str]) -> None:
    assert powershell_words(text) == words


@pytest.mark.parametrize(("text", "words"), CMD)
def test_cmd(text: str, words: list[str]) -> None:
    assert cmd_words(text) == words
