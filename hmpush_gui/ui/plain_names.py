"""Says which names are words of the window itself, and so cannot be told from it."""

import re
from functools import cache
from html import escape

from .translation import chinese_texts

_LEAST = 2
"""A shorter name stands inside of too much else."""


@cache
def is_plain(name: str) -> bool:
    """Whether `name` is said by the window in any of its texts.

    Hiding such a name wherever it is read would tear holes into the window, and tell
    nothing by its absence: it is hidden where a project is named, and only there.
    """
    if len(name) < _LEAST:
        return True
    word = re.escape(escape(name, quote=False))
    before = r"(?<![A-Za-z0-9_])" if re.match(r"[A-Za-z0-9_]", name) else ""
    after = r"(?![A-Za-z0-9_])" if re.search(r"[A-Za-z0-9_]$", name) else ""
    said = rf"<(?:source|translation)>[^<]*{before}{word}{after}"
    return re.search(said, _texts()) is not None


@cache
def _texts() -> str:
    """All that the window says in either of its languages."""
    return chinese_texts().read_text("utf-8")
