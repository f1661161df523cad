"""Whether a value in a log can be a push token, and what it is when decoded."""

import re

from .hilog_words import UUID

_JWT = re.compile(r"eyJ[\w\-]+\.[\w\-]+\.")
_NAME = re.compile(r"[a-z][a-z_0-9]*(?:\.[A-Za-z_][\w]*)+|/?[\w\-]+(?:/[\w.\-]+)+\.\w+")
_CALL = re.compile(r"[A-Za-z_]+")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})|\\u00([0-9A-Fa-f]{2})")
_END = re.compile(r"[^A-Za-z0-9_\-+/=.~:%]")
_SHORTEST = 16
_LONG = 32
_LONG_NUMBER = 24


def can_be_token(value: str, *, named: bool) -> bool:
    """Whether a value beside a word for tokens looks like one.

    `named` says that the word is one for push tokens and no others. Numbers, names of
    packages and files, words, and bearers are none; that is no judgement of tokens,
    which may have any length and alphabet (facts D.1), but of what stands in logs.
    """
    if value.isdigit() and len(value) < _LONG_NUMBER:
        return False
    if _JWT.match(value) or _NAME.fullmatch(value) or "://" in value:
        return False
    if UUID.fullmatch(value):
        return False
    if _CALL.fullmatch(value) and len(value) < _LONG:
        return False
    has_digit = any(each.isdigit() for each in value)
    shortest = _SHORTEST if named else _LONG
    return len(value) >= shortest and (has_digit or len(value) >= _LONG)


def decoded(value: str) -> str:
    """A value without the escapes of JSON and of addresses, and the stop after it.

    It ends where an escape stands for what is in no token, such as %26 for &.
    """
    plain = value.replace("\\/", "/")
    plain = _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), plain)
    return _END.split(plain, maxsplit=1)[0].rstrip(".")
