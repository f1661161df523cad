"""Reads commands of curl, and of PowerShell's own web commands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .conversion import Fate, Line, Tokens
from .curl import Shell
from .curl_options import LONG, POWERSHELL, SHORT, Option
from .curl_variables import Variables, heredoc, split_headers
from .redact import Redactor
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
_LEFT_OUT = QT_TRANSLATE_NOOP(
    "exchange", "It proves who sends: left out, neither kept nor shown."
)
_TOKEN_IN_ADDRESS = re.compile(r"(/3/device/)([^/?#\s]+)")


@dataclass(slots=True)
class Command:
    """A command: where it sends, its headers, its other options, and its body.

    `body` is None where there is none, and `file` names a file in which it stands.
    `told` says what was left out, and `secrets` hold it: only so that it can be hidden
    in the text that is shown.
    """

    shell: Shell
    address: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)
    body: str | None = field(default=None, repr=False)
    file: str = ""
    told: list[Line | Tokens] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list, repr=False)

    @property
    def frame(self) -> Json:
        """What stands around the body, for the report."""
        parts: dict[str, object] = {
            "(address)": self.address,
            "(header)": self.headers,
            "(option)": self.options,
        }
        return {name: value for name, value in parts.items() if value}


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
        Shell.CMD: r"\^\r?\n|\^\"|(?:-d|--data\S*|-H)\s+\"[^']*\\\"",
    }
    return len(re.findall(marks[shell], text))


def _read(shell: Shell, text: str) -> Command:
    command = Command(shell)
    variables = Variables(shell, text)
    text, here = heredoc(text) if shell is Shell.BASH else (text, "")
    if shell is Shell.POWERSHELL:
        text, headers = split_headers(text)
        for name, value in headers:
            _header(command, name, variables.filled(value))
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
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        name, option, value = _option(word)
        if option is None:
            if not command.address:
                _address(command, variables.filled(word))
            continue
        if option is not Option.FLAG and value is None:
            value = waiting.pop(0) if waiting else ""
        _take(command, name, option, variables.filled(value or ""))


def _option(word: str) -> tuple[str, Option | None, str | None]:
    """Name, meaning and value of an option; None where the value comes next."""
    if word.startswith("--"):
        name, _sign, value = word[2:].partition("=")
        return word[: len(name) + 2], LONG.get(name, Option.FLAG), value or None
    if not word.startswith("-") or word == "-":
        return word, None, None
    if len(word) > 2 and (known := POWERSHELL.get(word[1:].lower())):
        return word, known, None
    for place, letter in enumerate(word[1:], 2):
        if known := SHORT.get(letter):
            return f"-{letter}", known, word[place:] or None
    return word, Option.FLAG, None


def _take(command: Command, name: str, option: Option, value: str) -> None:
    if option is Option.SECRET:
        _leave_out(command, "(option)", name, value)
    elif option is Option.HEADER:
        key, _sign, rest = value.partition(":")
        _header(command, key.strip().rstrip(";"), rest.strip())
    elif option is Option.ADDRESS:
        _address(command, value)
    elif option is Option.BODY:
        joined = (command.body or "") + ("&" if command.body else "")
        command.body = joined + value
    else:
        command.options[name] = Redactor().text(value)


def _header(command: Command, name: str, value: str) -> None:
    hidden = Redactor().headers([(name, value)]) != [(name, value)]
    if hidden:
        _leave_out(command, "(header)", name, value)
    elif name:
        command.headers[name] = value


def _leave_out(command: Command, part: str, name: str, secret: str) -> None:
    command.secrets.append(secret)
    command.told.append(Line(Fate.SECRET, (part, name), (), _LEFT_OUT))


def _address(command: Command, address: str) -> None:
    """Host and path: user, password and query can hold secrets."""
    if user := re.match(r"(?:[a-z]+://)?([^/@\s]*)@", address):
        _leave_out(command, "(address)", "@", user[1])
        address = address[: user.start(1)] + address[user.end() :]
    address, _sign, query = address.partition("?")
    if query:
        _leave_out(command, "(address)", "?", query)
    if device := _TOKEN_IN_ADDRESS.search(address):
        place = ("(address)", "device")
        command.told.append(Tokens(place, (device[2],), ours=False))
        address = _TOKEN_IN_ADDRESS.sub(r"\1…", address)
    command.address = Redactor().text(address)


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
