"""Texts as string literals of Python, TypeScript and Java."""

import re

_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPECIAL = re.compile(
    # Quotes and escapes, controls, what turns the direction of a line, half characters.
    '["\\\\\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f'
    "\ufeff\ud800-\udfff]"
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")

JAVA_CONSTANT = 16_000
"""Characters. Java takes 65,535 bytes for one constant, three for a Chinese one."""


def literal(text: str) -> str:
    """A string that Python, TypeScript and Java read alike.

    Java turns `\\u` into characters before it looks for quotes and line ends, so those
    have to have their short escapes.
    """
    return f'"{_SPECIAL.sub(_escaped, text)}"'


def java_literal(text: str) -> str:
    """A string of Java in ASCII: until 18 its compiler reads the system's encoding."""
    return _BEYOND_ASCII.sub(_units, literal(text))


def java_text(text: str) -> str:
    """A text of Java, joined from several strings where it is too long for one."""
    pieces = [
        java_literal(text[start : start + JAVA_CONSTANT])
        for start in range(0, len(text), JAVA_CONSTANT)
    ]
    if len(pieces) < 2:
        return java_literal(text)
    return f'String.join("", {", ".join(pieces)})'


def _escaped(match: re.Match[str]) -> str:
    return _SHORT.get(match[0]) or f"\\u{ord(match[0]):04x}"


def _units(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
