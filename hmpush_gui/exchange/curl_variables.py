"""What a command takes from lines around it: variables, files, here-documents."""

import re

from .curl import Shell
from .shell_words import bash_words, powershell_words

_STRING = (
    r"""@'\r?\n(?:(?!@'\r?\n).)*?\r?\n'@|@"\r?\n(?:(?!@"\r?\n).)*?\r?\n"@"""
    r"""|'(?:[^']|'')*'|"(?:[^"`\\]|[`\\].|"")*\""""
)
_SET_POWERSHELL = re.compile(rf"\$(\w+)\s*=\s*({_STRING})", re.DOTALL)
_SET_BASH = re.compile(
    r"""^[ \t]*(?:export[ \t]+)?(\w+)=('[^']*'|"(?:[^"\\]|\\.)*")""",
    re.MULTILINE | re.DOTALL,
)
_SET_CMD = re.compile(
    r'^[ \t]*set[ \t]+"?(\w+)=([^"\r\n]*)', re.MULTILINE | re.IGNORECASE
)
_WRITTEN = re.compile(
    rf"WriteAllText\(\s*\$(\w+)\s*,\s*({_STRING})", re.DOTALL | re.IGNORECASE
)
_HERE = re.compile(r"<<-?[ \t]*(['\"]?)(\w+)\1[^\n]*\n")
_HASH = re.compile(r"@\{([^{}]*)\}")
_PAIR = re.compile(
    r"""(?<![\w-])["']?([\w-]+)["']?[ \t]*=[ \t]*"""
    r"""("(?:[^"`]|`.)*"|'(?:[^']|'')*'|[^;\s]+)""",
    re.DOTALL,
)


class Variables:
    """Variables that are given their values in the same text."""

    def __init__(self, shell: Shell, text: str) -> None:
        self._values: dict[str, str] = {}
        self._files: dict[str, str] = {}
        if shell is Shell.POWERSHELL:
            self._values = {k: _plain(v) for k, v in _SET_POWERSHELL.findall(text)}
            self._files = {k: _plain(v) for k, v in _WRITTEN.findall(text)}
        elif shell is Shell.BASH:
            self._values = {
                k: "".join(bash_words(v)) for k, v in _SET_BASH.findall(text)
            }
        else:
            self._values = dict(_SET_CMD.findall(text))
        self._named = re.compile(r"%(\w+)%" if shell is Shell.CMD else r"\$\{?(\w+)\}?")

    def filled(self, text: str) -> str:
        """`text` with the values of the variables that are known."""
        return self._named.sub(lambda each: self._values.get(each[1], each[0]), text)

    def file(self, name: str) -> str | None:
        """What was written into a file; None where that is not known."""
        return self._files.get(name.lstrip("$"))


def heredoc(text: str) -> tuple[str, str]:
    """A command of bash without its here-document, and that document."""
    begin = _HERE.search(text)
    if begin is None:
        return text, ""
    last = re.compile(rf"^[ \t]*{begin[2]}[ \t\r]*$", re.MULTILINE)
    end = last.search(text, begin.end())
    if end is None:
        return text, ""
    inside = text[begin.end() : end.start()].rstrip("\r\n")
    return text[: begin.start()] + text[end.end() :], inside


def split_headers(text: str) -> tuple[str, list[tuple[str, str]]]:
    """A command of PowerShell without tables of headers, and what stands in them."""
    pairs: list[tuple[str, str]] = []
    for table in _HASH.findall(text):
        pairs += [(name, _plain(value)) for name, value in _PAIR.findall(table)]
    return _HASH.sub("@headers", text), pairs


def _plain(literal: str) -> str:
    return "".join(powershell_words(literal))
