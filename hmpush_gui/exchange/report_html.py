"""A report as one HTML file that needs no other."""

from collections.abc import Iterable, Sequence
from html import escape

from .report_blocks import Block, Heading, Listing, Note, Picture, Table

_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;"
    "padding:0 1em;color-scheme:light dark}"
    "table{border-collapse:collapse;margin:1em 0}"
    "th,td{border:1px solid #8886;padding:.35em .7em;text-align:left;"
    "vertical-align:top;overflow-wrap:anywhere}"
    "img{max-width:100%}"
    "pre{padding:1em;border:1px solid #8886;border-radius:6px;white-space:pre-wrap;"
    "overflow-wrap:anywhere}"
)
# Nothing is loaded and nothing runs, whatever a message says.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def html(blocks: Sequence[Block], language: str = "en") -> str:
    """The report's page. What comes from outside is no mark-up in it."""
    title = next(each.text for each in blocks if isinstance(each, Heading))
    first, *rest = map(_written, blocks)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language)}">',
        '<head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{escape(title)}</title>",
        f"<style>{_STYLE}</style></head>",
        "<body>",
        first.replace("h2>", "h1>"),
        *rest,
        "</body></html>",
    ]
    return "\n".join(lines) + "\n"


def _written(block: Block) -> str:
    match block:
        case Heading(text):
            return f"<h2>{escape(text)}</h2>"
        case Note(text):
            return f"<p>{escape(text)}</p>"
        case Listing(text):
            return f"<pre>{escape(text)}</pre>"
        case Picture(text, png):
            source = f"data:image/png;base64,{png}"
            return f'<p><img src="{source}" alt="{escape(text)}"></p>'
        case Table(rows, head):
            return _table(rows, head)


def _table(rows: Iterable[Sequence[str]], head: Sequence[str]) -> str:
    lines = ["<table>"]
    if head:
        lines.append(_row(head, "th"))
    for first, *rest in rows:
        # Without a head it is the first cell that names the row.
        tag = "td" if head else "th"
        cells = _cells([first], tag) + _cells(rest, "td")
        lines.append(f"<tr>{cells}</tr>")
    return "\n".join([*lines, "</table>"])


def _row(cells: Iterable[str], tag: str) -> str:
    return f"<tr>{_cells(cells, tag)}</tr>"


def _cells(cells: Iterable[str], tag: str) -> str:
    return "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells)
