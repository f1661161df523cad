"""`hmpush tokens FILE`: the push tokens of any list, one a line."""

import argparse
import sys

from hmpush_gui.exchange.token_columns import Columns, TokenColumns
from hmpush_gui.exchange.token_source import Preview, TokenSource
from hmpush_gui.pushkit.errors import DocumentError

from .files import open_binary
from .outcome import BadInput, Exit
from .output import print_json


def tokens(options: argparse.Namespace) -> Exit:
    """Print the tokens on the output, and what was done to them beside it."""
    found = read_tokens_file(options.file, options.column, options.sheet)
    if options.json:
        print_json(as_json(found))
    else:
        sys.stdout.writelines(f"{token}\n" for token in found.tokens)
        print(as_text(found), file=sys.stderr)
    return Exit.GOOD if found.tokens else Exit.REJECTED


def read_tokens_file(name: str, column: str = "", sheet: str = "") -> TokenColumns:
    """All tokens of a file. Raises BadInput.

    `column` is a name of its first row or a number from 1; without one it is guessed.
    """
    shown = "Standard input" if name == "-" else name
    try:
        with open_binary(name) as file:
            source = TokenSource(file, sheet)
            columns = source.preview.columns
            if column:
                columns = _chosen(source.preview, column)
            return source.read(columns)
    except DocumentError as error:
        raise BadInput(f"{shown}: {error.sentence}") from None


def as_json(found: TokenColumns) -> dict[str, object]:
    """Tokens with what stands beside them, and counts."""
    rows = [
        {"token": token, **{each: cells[n] for each, cells in found.fields.items()}}
        for n, token in enumerate(found.tokens)
    ]
    counts = found.counts
    return {
        "tokens": rows,
        "counts": {
            "read": counts.read,
            "repeated": counts.repeated,
            "cleaned": counts.cleaned,
            "empty": counts.empty,
            "uneven": counts.uneven,
        },
    }


def as_text(found: TokenColumns) -> str:
    """How many there are, and what was done, in one line."""
    counts, number = found.counts, len(found.tokens)
    parts = [_many(number, "token")]
    parts += [f"{counts.repeated} repeated"] if counts.repeated else []
    parts += [f"{counts.cleaned} cleaned"] if counts.cleaned else []
    parts += [_many(counts.empty, "empty row")] if counts.empty else []
    parts += [_many(counts.uneven, "uneven row")] if counts.uneven else []
    return ", ".join(parts)


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _chosen(preview: Preview, column: str) -> Columns:
    """The columns, with tokens in the one that is named."""
    names = [name.strip().lower() for name in preview.rows[0]]
    wanted = column.strip().lower()
    if wanted in names:
        number, header = names.index(wanted), True
    elif column.isdecimal() and 1 <= int(column) <= preview.width:
        number, header = int(column) - 1, preview.columns.header
    else:
        first = ", ".join(preview.rows[0])
        raise BadInput(
            f"There is no column {column!r}. The first row holds: {first}. "
            f"A number from 1 to {preview.width} names a column, too."
        )
    others = {k: n for k, n in preview.columns.fields.items() if n != number}
    return Columns(number, others, header)
