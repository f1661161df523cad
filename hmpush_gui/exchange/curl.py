"""A call as a command of curl, for three shells."""

import json
from enum import StrEnum

from . import shell_quoting as quote
from .handed_call import VARIABLE, HandedCall

_LONGEST_WORD = 100_000
"""Characters. Linux takes 128 KiB for one word of a command."""

LONGEST_CMD = 8191
"""Characters that cmd takes for a command."""


class Shell(StrEnum):
    """Whose rules of quoting a command follows."""

    BASH = "bash"
    POWERSHELL = "powershell"
    CMD = "cmd"


def curl(call: HandedCall, shell: Shell) -> str:
    """The command that makes `call`; it reads the bearer from the environment."""
    write = {Shell.BASH: _bash, Shell.POWERSHELL: _powershell, Shell.CMD: _cmd}
    return write[shell](call)


def is_too_long(command: str, shell: Shell) -> bool:
    """Whether the shell would cut or refuse the command."""
    return shell is Shell.CMD and len(command) > LONGEST_CMD


def _bash(call: HandedCall) -> str:
    bearer = f'"Authorization: Bearer ${VARIABLE}"'
    options = [
        f"curl --request {quote.bash(call.method)} {quote.bash(call.url)}",
        *(f"--header {quote.bash(each)}" for each in _headers(call)),
        f"--header {_authorization(call, quote.bash, bearer)}",
    ]
    body, start = quote.bash(call.body), ""
    if len(call.body) > _LONGEST_WORD or call.body.startswith("@"):
        # What bash does itself has no limit, and curl reads a file's name after @.
        body, start = "@-", f"printf %s {body} |\n"
    return start + " \\\n  ".join([*options, f"--data-binary {body}"])


def _powershell(call: HandedCall) -> str:
    """By way of a file: before 7.3 PowerShell loses quotes that go to a program."""
    bearer = f'"Authorization: Bearer $env:{VARIABLE}"'
    options = [
        f"curl.exe --request {quote.powershell(call.method)} "
        f"{quote.powershell(call.url)}",
        *(f"--header {quote.powershell(each)}" for each in _headers(call)),
        f"--header {_authorization(call, quote.powershell, bearer)}",
        '--data-binary "@$body"',
    ]
    lines = [
        "$body = [IO.Path]::GetTempFileName()",
        f"[IO.File]::WriteAllText($body, {quote.powershell(call.body)})",
        " `\n  ".join(options),
        "Remove-Item $body",
    ]
    return "\n".join(lines)


def _cmd(call: HandedCall) -> str:
    bearer = f'"Authorization: Bearer %{VARIABLE}%"'
    options = [
        f"curl --request {call.method} {quote.cmd(call.url)}",
        *(f"--header {quote.cmd(each)}" for each in _headers(call)),
        f"--header {_authorization(call, quote.cmd, bearer)}",
        f"--data-binary {_cmd_body(call.body)}",
    ]
    return " ^\n  ".join(options)


def _cmd_body(body: str) -> str:
    try:
        json.loads(body)
    except ValueError:
        return quote.cmd(body)
    return quote.cmd_json(body)


def _headers(call: HandedCall) -> list[str]:
    # With a semicolon curl sends a header that is empty; with a colon it drops it.
    return [f"{name}: {value}" if value else f"{name};" for name, value in call.headers]


def _authorization(call: HandedCall, quoted: quote.Quote, variable: str) -> str:
    if call.bearer is None:
        return variable
    return quoted(f"Authorization: Bearer {call.bearer}")
