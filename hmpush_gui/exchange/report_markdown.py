"""A report as Markdown, as GitHub, GitLab and Gitee show it."""

import re
from collections.abc import Iterable, Sequence

from .report_blocks import Block, Heading, Listing, Note, Picture, Table

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$@&])")


def markdown(blocks: Sequence[Block]) -> str:
    """The report's text. What comes from outside is no mark-up in it."""
    title, *rest = map(_written, blocks)
    return "\n\n".join([f"#{title.removeprefix('##')}", *rest]) + "\n"


def _written(block: Block) -> str:
    match block:
        case Heading(text):
            return f"## {_plain(text)}"
        case Note(text):
            return _plain(text)
        case Listing(text):
            return _fenced(text)
        case Picture(text, png):
            return f"![{_plain(text)}](data:image/png;base64,{png})"
        case Table(rows, head):
            return _table(rows, head)


def _table(rows: Iterable[Sequence[str]], head: Sequence[str]) -> str:
    rows = list(rows)
    width = len(head or rows[0])
    lines = [_row(head or [""] * width), "|" + " --- |" * width]
    return "\n".join([*lines, *map(_row, rows)])


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(map(_plain, cells)) + " |"


def _plain(text: str) -> str:
    """Words that mean nothing to Markdown, in one line."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _fenced(text: str) -> str:
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"
