"""Shapes by which a thing that must not be seen is known, whosever it is."""

import re
from enum import StrEnum

from .veil_mark import NAMED


class Hidden(StrEnum):
    """What kind of thing is hidden; its name stands where the thing stood."""

    TOKEN = "token"
    ID = "ID"
    PROJECT = "project"
    SECRET = "secret"
    HOST = "host"
    FOLDER = "folder"


IDS = (
    r"(?:project|client|app|request|key|profile|ag_?connect_?app|account)_?id"
    r"|sub_?account|aaid|kid|iss|sub"
)
KEYED = re.compile(
    rf"(?<![\w-])(?P<key>{IDS}|[\w-]*(?:token|secret|passw(?:or)?d|private_?key"
    r"|api_?key|authorization)s?)(?:\\*[\"'])?\s*[:=]\s*"
    r"(?:(?P<quote>\\*[\"'])(?P<quoted>[^\"'\\]+)"
    r"|(?P<bare>(?=\S*\d)[A-Za-z0-9][^\s\"',;&{}\[\]()]{5,}))",
    re.IGNORECASE,
)

_HERE = r"(?!localhost\b|127\.|0\.0\.0\.0|\[::1\]|[\w.-]*\.example\b)"
"""What is on this computer is the sandbox's, and nothing to hide; nor are examples."""

# A part of a path may hold blanks, but not at its end: a further path follows a blank.
_PART = r"[^\s/\\:*?\"'<>|,;(){}\[\]“”][^\n\r\t/\\:*?\"'<>|,;(){}\[\]“”]{0,80}"
_INNER = rf"{_PART}(?<! )"
_WORD_END = r"[^\s/\\:*?\"'<>|,;(){}\[\]“”。，；]+"
_BACK = r"\\{1,2}"
UP_TO_NAME = rf"(?:{_INNER}/)*"
"""The folders that follow a known one, without the last name."""

SHAPES = (
    (Hidden.PROJECT, re.compile(rf"(?<={NAMED})[^{NAMED}\n]+(?={NAMED})")),
    (
        Hidden.SECRET,
        re.compile(
            r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?"
            r"(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)",
            re.DOTALL,
        ),
    ),
    (Hidden.SECRET, re.compile(r"\beyJ[\w-]{4,}\.[\w-]{4,}(?:\.[\w-]*)?")),
    # User and password within an address.
    (Hidden.SECRET, re.compile(r"(?<=://)[^\s/@\"'<>]+(?=@)")),
    # Both ends of a token, as the window and the redactor write it.
    (Hidden.TOKEN, re.compile(r"(?<![\w+/=-])[\w+/=-]{4,22}…[\w+/=-]{4,12}(?![\w…])")),
    # Nobody can say of what these are that they are no token and no secret.
    (
        Hidden.TOKEN,
        re.compile(
            r"(?<![^\s\"'\\>=:(])(?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Z])(?=[\w+/=-]*[a-z])"
            r"[A-Za-z0-9+/=_-]{40,}(?![^\s\"'\\<,;)])"
        ),
    ),
    (
        Hidden.ID,
        re.compile(
            r"(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9_-]{20,}(?![\w-])"
        ),
    ),
    (Hidden.ID, re.compile(r"(?<![\d.])\d{9,}(?![\d.]\d)")),
    # A proxy, or a server of one's own: Huawei's are told without a port.
    (
        Hidden.HOST,
        re.compile(
            rf"(?:(?<=socks5://)|(?<=socks5h://)){_HERE}[\w.-]+"
            rf"|(?:(?<=://)|(?<=@)){_HERE}(?:[\w.-]+|\[[0-9a-fA-F:]+\])(?=:\d)"
        ),
    ),
    (
        Hidden.HOST,
        re.compile(
            rf"(?<![\d.]){_HERE}(?:(?:\d{{1,3}}\.){{3}}\d{{1,3}}(?=:\d)"
            r"|(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3}(?!\.?\d|/))"
        ),
    ),
    # The folders of a path are hidden, the name at its end is not.
    (
        Hidden.FOLDER,
        re.compile(
            rf"(?<![\w.~/\\-])(?:file://)?/(?:(?:home|Users)/{_WORD_END}(?:/{UP_TO_NAME})?"
            rf"|(?:root|media|mnt|run|Volumes|srv|tmp|var|private|opt)/{UP_TO_NAME})"
        ),
    ),
    (
        Hidden.FOLDER,
        re.compile(
            rf"(?<![\w])[A-Za-z]:(?:{_BACK}|/)"
            rf"(?:(?:Users|Documents and Settings)(?:{_BACK}|/){_WORD_END}"
            rf"(?:(?:{_BACK}|/)(?:{_INNER}(?:{_BACK}|/))*)?"
            rf"|(?:{_INNER}(?:{_BACK}|/))+)"
        ),
    ),
    (
        Hidden.FOLDER,
        re.compile(rf"(?<![\w\\])\\{{2,4}}[\w.-]{{2,}}{_BACK}(?:{_INNER}{_BACK})*"),
    ),
)
