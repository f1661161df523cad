"""Tokens in a text: a list in any shape, or a table such as CSV."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.token_text import clean_token, is_plain, split_tokens
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .token_blocks import Blocks
from .token_columns import Progress
from .token_guess import is_token_name
from .token_rows import EvenRows

BATCH = 8192
"""Rows that are handled at once."""

_DELIMITERS = ",\t;|"
_NO_MARKS = {
    each: bytes(set(range(256)) - {ord(each), ord("\n")}) for each in _DELIMITERS
}
"""All bytes but those that part cells and rows."""
_SAMPLED = 50
_REGULAR = 0.8
"""This share of the lines has as many cells as most, where cells are parted so."""
_WRAPPED = 1 << 16
"""An open quote is not looked for the end of beyond so many bytes."""

_BROKEN = QT_TRANSLATE_NOOP(
    "exchange",
    "This table breaks off in line {line}: a quote is probably missing. Save it again "
    "as CSV (UTF-8).",
)


def delimiter_of(sample: str) -> str:
    """What parts the cells of a table that begins with `sample`; "" if it is none."""
    best, best_rank = "", (_REGULAR, 1)
    for delimiter in _DELIMITERS:
        rank = _rank(sample, delimiter)
        if rank[1] > 1 and rank > best_rank:
            best, best_rank = delimiter, rank
    return best


def _rank(sample: str, delimiter: str) -> tuple[float, int]:
    """How regular the rows are, and how wide."""
    rows = sample_rows(sample, delimiter)
    widths = [len(row) for row in rows if any(map(str.strip, row))]
    if not widths:
        return 0, 0
    if any(map(is_token_name, rows[0])):
        return 1, widths[0]
    usual = max(set(widths), key=lambda width: (widths.count(width), width))
    return widths.count(usual) / len(widths), usual


def sample_rows(sample: str, delimiter: str) -> list[list[str]]:
    """The first rows of a text; without a delimiter, a row for each line."""
    lines = io.StringIO(sample, newline="")
    if not delimiter:
        texts = (line.strip() for line in lines)
        return [[text] for text in islice(filter(clean_token, texts), _SAMPLED)]
    rows = csv.reader(lines, delimiter=delimiter)
    try:
        return list(islice(filter(_says_something, rows), _SAMPLED))
    except csv.Error:
        return []


class DelimitedText:
    """A text, as rows of cells or as a list of tokens."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        sample = blocks.head()
        self.delimiter = delimiter_of(sample)
        self.first = sample_rows(sample, self.delimiter)

    def again(self) -> bool:
        """Whether reading once more, in another encoding, can help."""
        return self._blocks.again()

    def rows(self, progress: Progress) -> Iterator[list[list[str]] | EvenRows]:
        """Batches of rows. Raises DocumentError, UnicodeDecodeError."""
        blocks = self._blocks.read(progress)
        lines = 0
        for block in blocks:
            if b'"' in block or _has_old_line_ends(block):
                yield from self._quoted(chain([block], blocks), lines)
                return
            lines += block.count(b"\n")
            yield _table(block, self.delimiter or "\t")

    def cells(self, progress: Progress) -> Iterator[tuple[list[str], bool]]:
        """Batches of pieces that may be tokens, "" for a line without one.

        With each, whether it is certain that none of them needs cleaning.
        """
        rest = b""
        for block in self._blocks.read(progress):
            text, rest = _whole_quotes(rest + block)
            if text:
                yield _pieces(text)
        if rest:
            yield _pieces(rest)

    def _quoted(
        self, blocks: Iterable[bytes], before: int
    ) -> Iterator[list[list[str]]]:
        """Batches of rows with cells in quotes, which may go on over lines."""
        texts = (io.StringIO(block.decode(), newline="") for block in blocks)
        # Strict, so that a quote that is missing does not swallow the rest unseen.
        table = csv.reader(
            chain.from_iterable(texts), delimiter=self.delimiter or "\t", strict=True
        )
        try:
            while batch := list(islice(table, BATCH)):
                yield batch
        except csv.Error as error:
            line = before + table.line_num
            raise DocumentError(_BROKEN.format(line=line), line) from error


def _has_old_line_ends(block: bytes) -> bool:
    """Whether lines end as on old Macs, with a return alone."""
    return block.count(b"\r") > block.count(b"\r\n")


def _table(block: bytes, delimiter: str) -> list[list[str]] | EvenRows:
    """The rows of whole lines without any quote."""
    if b"\r" in block:
        block = block.replace(b"\r\n", b"\n")
    text = block.decode().removesuffix("\n")
    width = text.partition("\n")[0].count(delimiter) + 1
    marks = block.removesuffix(b"\n").translate(None, _NO_MARKS[delimiter]) + b"\n"
    mark = delimiter.encode()
    if marks == (mark * (width - 1) + b"\n") * marks.count(b"\n"):
        return EvenRows(text.replace("\n", delimiter).split(delimiter), width)
    return [line.split(delimiter) for line in text.split("\n")]


def _whole_quotes(text: bytes) -> tuple[bytes, bytes]:
    """`text` up to a line in which a quote stays open, and the rest."""
    if text.count(b'"') % 2 == 0:
        return text, b""
    cut = text.rfind(b"\n", 0, text.rfind(b'"')) + 1
    return (text[:cut], text[cut:]) if len(text) - cut < _WRAPPED else (text, b"")


def _pieces(text: bytes) -> tuple[list[str], bool]:
    if b"\r" in text:
        text = text.replace(b"\r\n", b"\n")
    text = text.removesuffix(b"\n")
    if is_plain(text, b"\n"):
        return text.decode("ascii").split("\n"), True
    whole = text.decode()
    blank = sum(not line or line.isspace() for line in whole.split("\n"))
    return split_tokens(whole) + [""] * blank, False


def _says_something(row: list[str]) -> bool:
    return any(map(clean_token, row))
