"""Reads commands of curl, and of PowerShell's own web commands."""

import re
from collections import deque
from collections.abc import Iterator, Sequence

from .curl import Shell
from .curl_command import Command
from .curl_options import LONG, POWERSHELL, SHORT, Option
from .curl_variables import Variables, heredoc, split_headers
from .shell_words import END, bash_words, cmd_words, powershell_words

_NAMES = ("curl", "curl.exe", "invoke-restmethod", "invoke-webrequest", "irm", "iwr")
_COMMAND = re.compile(
    r"(?:^|[\s;|(=/\\])(?:curl(?:\.exe)?|Invoke-RestMethod|Invoke-WebRequest|irm|iwr)"
    r"[\s^]",
    re.IGNORECASE,
)
_WORDS = {
    Shell.BASH: bash_words,
    Shell.POWERSHELL: powershell_words,
    Shell.CMD: cmd_words,
}


_ESCAPED = re.compile(r"(?:-d|--data\S*|-H)\s+\"[^'\"]*\\\"")
"""A value in quotes with quotes in it, as cmd needs them and bash may have them."""


def is_command(text: str) -> bool:
    """Whether `text` is a command that sends something."""
    return not text.lstrip().startswith(("{", "[")) and bool(_COMMAND.search(text))


def read_commands(text: str) -> Iterator[Command]:
    """`text` as each shell would read it, the likeliest first."""
    for shell in sorted(Shell, key=lambda each: -_likely(each, text)):
        yield _read(shell, text)


def _likely(shell: Shell, text: str) -> int:
    """How many marks of a shell there are."""
    marks = {
        Shell.BASH: r"\\\r?\n|\$'|<<",
        Shell.POWERSHELL: r"`\r?\n|curl\.exe|Invoke-|\b(?:irm|iwr)\b|\$env:|@['\"]\n",
        Shell.CMD: r"\^\r?\n|\^\"",
    }
    escaped = shell is Shell.CMD and _ESCAPED.search(text) is not None
    return len(re.findall(marks[shell], text)) + escaped


def _read(shell: Shell, text: str) -> Command:
    command = Command(shell)
    variables = Variables(shell, text)
    text, here = heredoc(text) if shell is Shell.BASH else (text, "")
    if shell is Shell.POWERSHELL:
        text, headers = split_headers(text)
        for name, value in headers:
            command.add_header(name, variables.filled(value))
    before, words = _of_curl(_WORDS[shell](text))
    _options(command, words, variables)
    if command.body is not None:
        _settle_body(command, before, here, variables)
    return command


def _of_curl(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words before the command's name, and those of the command."""
    for place, word in enumerate(words):
        if re.split(r"[/\\(=]", word.lower())[-1] in _NAMES:
            rest = list(words[place + 1 :])
            if END in rest:
                rest = rest[: rest.index(END)]
            return list(words[:place]), rest
    return list(words), []


def _options(command: Command, words: Sequence[str], variables: Variables) -> None:
    waiting = deque(words)
    bodies: list[str] = []
    while waiting:
        word, rest = _parted(waiting.popleft())
        if rest:
            waiting.appendleft(rest)
        name, option, value = _option(word)
        if option is None:
            command.add_address(variables.filled(word))
            continue
        if option is not Option.FLAG and value is None:
            value = waiting.popleft() if waiting else ""
        value = variables.filled(value or "")
        if option is Option.BODY:
            bodies.append(value)
        else:
            _take(command, name, option, value)
    if bodies:
        command.body = "&".join(bodies)


def _parted(word: str) -> tuple[str, str]:
    """`-sSd` as the flags `-sS` and the option `-d`; any other word stays whole."""
    if not word.startswith("-") or word.startswith("--"):
        return word, ""
    if word[1:].lower() in POWERSHELL:
        return word, ""
    for place, letter in enumerate(word[2:], 2):
        if word[place - 1] in SHORT:
            break
        if letter in SHORT:
            return word[:place], f"-{word[place:]}"
    return word, ""


def _option(word: str) -> tuple[str, Option | None, str | None]:
    """Name, meaning and value of an option; None where the value comes next."""
    if word.startswith("--"):
        name, _sign, value = word[2:].partition("=")
        return word[: len(name) + 2], LONG.get(name, Option.FLAG), value or None
    if not word.startswith("-") or word == "-":
        return word, None, None
    if len(word) > 2 and (known := POWERSHELL.get(word[1:].lower())):
        return word, known, None
    if known := SHORT.get(word[1]):
        return word[:2], known, word[2:] or None
    return word, Option.FLAG, None


def _take(command: Command, name: str, option: Option, value: str) -> None:
    if option is Option.SECRET:
        command.leave_out("(option)", name, value)
    elif option is Option.HEADER:
        key, _sign, rest = value.partition(":")
        command.add_header(key.strip().rstrip(";"), rest.strip())
    elif option is Option.ADDRESS:
        command.add_address(value)
    else:
        command.add_option(name, value)


def _settle_body(
    command: Command, before: Sequence[str], here: str, variables: Variables
) -> None:
    """A body that comes from elsewhere: standard input, a variable, a file."""
    body = command.body or ""
    piped = [word for word in before if word != END]
    if here and ("$(cat" in body or body in ("@-", "@/dev/stdin")):
        command.body = here
    elif body == "@-" and piped:
        command.body = piped[-1]
    elif body.startswith("@"):
        command.body = variables.file(body[1:])
        command.file = "" if command.body is not None else body[1:]
