"""Makes records of the text of a device's log: whole, without colours and prefixes."""

import codecs
import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise

VALUE = r"[A-Za-z0-9_\-+/=%.~]"
"""A character of which push tokens are, encoded or not (facts D.1: as seen so far)."""

_COLOURS = re.compile(
    r"(?:\x1b|␛|\^\[|\\x1b|\\033)\[[0-9;?]*[A-Za-z]|\x1b\][^\x07\n]*\x07?|\x1b."
)
_UNSEEN = re.compile("[\0\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\u2028\u2029]")

_TIME = r"(?:\d{4}[-/])?\d\d[-/]\d\d[ T]+\d\d:\d\d:\d\d|\d\d:\d\d:\d\d\.\d{3}"
_HEAD = re.compile(
    rf"[^\n]{{0,40}}?(?:{_TIME})"
    # hilog: level, domain and process or tag, as A03200/com.example/Push: said
    r"(?:[^\n]*?\s[DIWEF]\s+[A-Z][0-9A-Fa-f]{5}/(?P<hilog>[^:\n]*):"
    # DevEco Studio: domain and tag, process, level
    r"|[^\n]*?\s[A-Z][0-9A-Fa-f]{5}/(?P<studio>\S+)\s+\S+\s+[DIWEF]\s"
    # Android
    r"|[^\n]*?\s[VDIWEF](?:/|\s+)(?P<android>[^:\n]{1,60}):)?"
    r"|[VDIWEF]/(?P<brief>[\w.\- ]+)\(\s*\d+\):"
)
_OPEN = re.compile(r"[:：=]\s*[\"'“]?$")
_RUN = re.compile(rf"({VALUE}+)(?=[\"'’”)\]}}>,;，；。]|\s*$)")
_NO_WORD = re.compile(r"\d|[a-z][A-Z]|[A-Z]{2}|[=+/%]|.{16}")
_WORD = re.compile("t\noken|to\nken|tok\nen|toke\nn|a\naid|aa\nid|aai\nd", re.I)
_LARGEST = 256 * 1024 * 1024
_NARROWEST = 40
"""A terminal is not narrower, in columns."""


@dataclass(frozen=True, slots=True)
class Record:
    """What was logged at once: the tag of the log, and the text after it.

    `starts` are the places in `text` at which the lines `numbers` (from 1) begin.
    """

    tag: str
    text: str
    starts: tuple[int, ...]
    numbers: tuple[int, ...]

    def line_at(self, place: int) -> int:
        """The number of the line in which the character at `place` stands."""
        at = max(n for n, start in enumerate(self.starts) if start <= place or n == 0)
        return self.numbers[at]


def decode_log(content: bytes) -> str:
    """The text of a log file, as a device keeps it (gzip), or in any encoding."""
    if content.startswith(b"\x1f\x8b"):
        with suppress(zlib.error):
            content = zlib.decompressobj(31).decompress(content, _LARGEST)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "gb18030"):
        with suppress(UnicodeDecodeError):
            return content.decode(encoding)
    return content.decode("utf-8-sig", "replace")


def read_records(text: str) -> Iterator[Record]:
    """The records of a log, of whatever tool, in their order.

    A line that a terminal has wrapped in the middle of a value is joined again; one
    that begins without time, where others have one, belongs to the record before.
    """
    lines = _clean(text).split("\n")
    heads = [_HEAD.match(line) for line in lines]
    timed = any(heads)
    widest = max(map(_width, lines))
    first = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or heads[number] or not (
            timed
            or _OPEN.search(lines[number - 1])
            or _is_wrapped(lines[number - 1], lines[number], widest)
        ):  # fmt: skip
            yield _record(lines[first:number], first + 1, heads[first], widest)
            first = number


def _record(
    lines: Sequence[str], number: int, head: re.Match[str] | None, widest: int
) -> Record:
    text = lines[0][head.end() :] if head else lines[0]
    starts = [0]
    for before, line in pairwise(lines):
        text += "" if _is_wrapped(before, line, widest) else "\n"
        starts.append(len(text))
        text += line
    tag = next((tag for tag in head.groups() if tag), "") if head else ""
    numbers = tuple(range(number, number + len(lines)))
    return Record(tag.rpartition("/")[2].strip(), text, tuple(starts), numbers)


def _clean(text: str) -> str:
    return _UNSEEN.sub("", _COLOURS.sub("", _LINE_ENDS.sub("\n", text)))


def _is_wrapped(before: str, line: str, widest: int) -> bool:
    """Whether a value goes on in `line`: only where the line before is full.

    An ordinary word at the beginning of a line is no rest of a value. The words for
    values may be wrapped, too.
    """
    if not before or _width(before) < max(widest - 1, _NARROWEST):
        return False
    if _WORD.search(before[-4:] + "\n" + line[:4]):
        return True
    run = _RUN.match(line)
    joined = re.search(rf"{VALUE}$", before) is not None
    return joined and run is not None and _NO_WORD.search(run[1]) is not None


def _width(line: str) -> int:
    """Columns of a terminal: letters of Chinese take two."""
    if line.isascii():
        return len(line)
    return sum(1 + (unicodedata.east_asian_width(each) in "WF") for each in line)
