"""How bash, PowerShell and cmd take a text as it is."""

import json
import re
from collections.abc import Callable

from .json_lexemes import lexemes

Quote = Callable[[str], str]

_SAFE = re.compile(r"[\w@%+=:,./-]+", re.ASCII)
_SINGLE = re.compile("(['\u2018\u2019\u201a\u201b])")
_BEFORE_QUOTE = re.compile(r'(\\*)(?:"|$)')
_CMD_SPECIAL = re.compile(r'[()%!^"<>&|]')


def bash(text: str) -> str:
    """A word of bash. Between single quotes nothing is special, newlines included."""
    if _SAFE.fullmatch(text):
        return text
    return "'" + text.replace("'", "'\\''") + "'"


def powershell(text: str) -> str:
    """A PowerShell string. It takes four typographic quotes for its own, too."""
    return "'" + _SINGLE.sub(r"\1\1", text) + "'"


def cmd(text: str) -> str:
    """A word of a command that is typed into cmd.

    Two read it: cmd itself, then the program's C runtime, to which a backslash is
    special before a quote. Line breaks end a command, and become blanks.
    """
    flat = " ".join(text.splitlines()) if _has_break(text) else text
    word = '"' + _BEFORE_QUOTE.sub(_doubled, flat) + '"'
    if not re.search(r'["%!]', flat):
        # Between quotes cmd leaves everything else alone.
        return word
    # With its quotes escaped cmd sees no quotes at all, and a caret guards each mark.
    return _CMD_SPECIAL.sub(r"^\g<0>", word)


def cmd_json(text: str) -> str:
    """JSON as a word of cmd, with all that cmd or a code page could spoil escaped.

    It says the same; only in bytes it may be longer.
    """
    parts = [
        _plain(each.text) if each.text.startswith('"') else " ".join(each.text.split())
        for each in lexemes(text)
    ]
    return '"' + _BEFORE_QUOTE.sub(_doubled, "".join(parts)) + '"'


def _plain(string: str) -> str:
    """A JSON string of ASCII that is nothing to cmd, inside or outside of quotes."""
    ascii_only = json.dumps(json.loads(string))
    return re.sub("[%!^<>&|()\x7f]", lambda each: f"\\u{ord(each[0]):04x}", ascii_only)


def _doubled(match: re.Match[str]) -> str:
    quote = '\\"' if match[0].endswith('"') else ""
    return match[1] * 2 + quote


def _has_break(text: str) -> bool:
    return "\n" in text or "\r" in text
