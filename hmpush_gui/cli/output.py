"""Writes to terminals and pipes of any encoding."""

import io
import json
import sys


def settle() -> None:
    """Let a character that the output cannot show be escaped, instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def visible(text: str) -> str:
    """`text` of strangers in one line, in which nothing moves or colours a terminal."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode()
        for sign in text
    )


def print_json(content: object) -> None:
    """Print `content` as JSON; in escapes where the output is not UTF-8."""
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower()
    escaped = encoding.replace("-", "") != "utf8"
    print(json.dumps(content, ensure_ascii=escaped, indent=2))
