"""A finding before sending."""

from dataclasses import dataclass
from enum import StrEnum

from .document import Path
from .words import Sentence

DEVICES: Path = ("(devices)",)
PROJECT: Path = ("(project)",)
JSON_TEXT: Path = ("(json)",)
DATA_TEXT: Path = ("(data)",)
"""Paths of problems that are not in the message itself: of what surrounds it, and of
text that was typed but is no JSON yet."""

ILLEGAL_PAYLOAD = "80100003"


class Severity(StrEnum):
    """Whether a problem stops a send; worst first."""

    BLOCKING = "blocking"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and what Push Kit would answer.

    `path` is the value it is about. `code` is the answer to expect, empty where Push
    Kit accepts or nothing is sent. `source` is the row of the facts it rests on.
    """

    rule: str
    severity: Severity
    path: Path
    sentence: Sentence
    code: str = ""
    source: str = ""


def blocking(
    rule: str, path: Path, sentence: Sentence, source: str, code: str = ILLEGAL_PAYLOAD
) -> Problem:
    return Problem(rule, Severity.BLOCKING, path, sentence, code, source)


def warning(rule: str, path: Path, sentence: Sentence, source: str) -> Problem:
    return Problem(rule, Severity.WARNING, path, sentence, "", source)


def hint(rule: str, path: Path, sentence: Sentence, source: str) -> Problem:
    return Problem(rule, Severity.HINT, path, sentence, "", source)
