"""Commands cut into words as bash, PowerShell and cmd do."""

import re

_GAP = r"""(?P<gap>(?:[^\S\n]|{carry}\r?\n|\n(?=[ \t]*(?:-|["']?https?:|\Z)))+)"""
"""Blanks, and ends of lines after which the command surely goes on."""

_BASH = re.compile(
    _GAP.format(carry=r"\\")
    + r"""|\$'(?P<ansi>(?:[^'\\]|\\.)*)'
    |'(?P<single>[^']*)'|"(?P<double>(?:[^"\\]|\\.)*)"|\\(?P<one>.)
    |(?P<end>[;|&\n]+)|(?P<plain>[^\s'"\\;|&$]+)|(?P<rest>.)""",
    re.VERBOSE | re.DOTALL,
)
_POWERSHELL = re.compile(
    _GAP.format(carry="`")
    + r"""|@'\r?\n(?P<here>(?:(?!@'\r?\n).)*?)\r?\n'@
    |@"\r?\n(?P<there>(?:(?!@"\r?\n).)*?)\r?\n"@
    |['‘’‚‛](?P<single>(?:[^'‘’‚‛]|['‘’‚‛]{2})*)['‘’‚‛]
    |"(?P<double>(?:[^"`]|`.|"")*)"|`(?P<one>.)
    |(?P<end>[;|\n]+)|(?P<plain>[^\s'"`;|]+)|(?P<rest>.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "a": "\a", "b": "\b", "f": "\f"}
_ANSI = re.compile(
    r"\\(?:u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|x([0-9a-fA-F]{1,2})|(.))", re.DOTALL
)
END = "\0end"
"""Stands for what ends a command."""


def bash_words(text: str) -> list[str]:
    """Words of bash; variables stay as they are written."""
    pieces = ((match, _bash_piece(match)) for match in _BASH.finditer(text))
    return _joined([(match.lastgroup or "", piece) for match, piece in pieces])


def powershell_words(text: str) -> list[str]:
    """Words of PowerShell; variables stay as they are written."""
    pieces = ((match, _power_piece(match)) for match in _POWERSHELL.finditer(text))
    return _joined([(match.lastgroup or "", piece) for match, piece in pieces])


def cmd_words(text: str) -> list[str]:
    """Words of cmd: cmd takes its carets, then the program its quotes."""
    line = _without_carets(text.replace("\r\n", "\n"))
    words: list[str] = []
    for match in re.finditer(r'(?:[^\s"]|"(?:[^"\\]|\\.|"")*"?)+', line, re.DOTALL):
        words.append(_c_word(match[0]))
    return words


def _joined(pieces: list[tuple[str, str]]) -> list[str]:
    """Pieces without a gap between them are one word."""
    words: list[str] = []
    open_word = False
    for kind, piece in pieces:
        if kind == "gap":
            open_word = False
        elif kind == "end":
            words.append(END)
            open_word = False
        elif open_word:
            words[-1] += piece
        else:
            words.append(piece)
            open_word = True
    return words


def _bash_piece(match: re.Match[str]) -> str:
    kind = match.lastgroup
    text = match[kind] if kind else ""
    if kind == "ansi":
        return _ANSI.sub(_ansi, text)
    if kind == "double":
        return re.sub(r'\\(\r?\n|[$`"\\])', lambda each: each[1].strip("\r\n"), text)
    return text


def _power_piece(match: re.Match[str]) -> str:
    kind = match.lastgroup
    text = match[kind] if kind else ""
    if kind == "single":
        return re.sub("(['‘’‚‛])['‘’‚‛]", r"\1", text)
    if kind == "double":
        return re.sub(r'`(.)|""', _tick, text, flags=re.DOTALL)
    if kind == "there":
        return re.sub(r"`(.)", _tick, text, flags=re.DOTALL)
    return text


def _tick(match: re.Match[str]) -> str:
    if match[0] == '""':
        return '"'
    return _ESCAPES.get(match[1], match[1])


def _ansi(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if not code:
        return _ESCAPES.get(match[4], match[4])
    number = int(code, 16)
    return chr(number) if number <= 0x10FFFF else match[0]


def _without_carets(text: str) -> str:
    """What cmd hands to the program: a caret outside of quotes guards a character."""
    parts: list[str] = []
    quoted, place = False, 0
    while place < len(text):
        sign = text[place]
        if sign == "^" and not quoted:
            place += 1
            following = text[place : place + 1]
            # A line that goes on: what begins the next one is taken as it is.
            parts.append(" " if following == "\n" else following)
        else:
            quoted ^= sign == '"'
            parts.append(sign)
        place += 1
    return "".join(parts)


def _c_word(text: str) -> str:
    """A word as the C runtime reads it: backslashes are special before a quote."""
    return re.sub(r'(?<!\\)(\\*)"("?)', _Quotes(), text)


class _Quotes:
    """What becomes of the quotes of a word, one after the other."""

    def __init__(self) -> None:
        self._open = False

    def __call__(self, match: re.Match[str]) -> str:
        slashes, second = match[1], match[2]
        kept = "\\" * (len(slashes) // 2)
        if len(slashes) % 2:
            kept += '"'
            self._open ^= bool(second)
            return kept
        if second and self._open:
            return kept + '"'
        self._open ^= not second
        return kept
