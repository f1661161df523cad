"""Opens a list of tokens in any file: what it begins with, and then all of it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .token_blocks import Blocks
from .token_columns import Collector, Columns, Progress, TokenColumns
from .token_delimited import DelimitedText
from .token_guess import guess_columns
from .token_json import NamedRows, read_json
from .token_json_lines import JsonLines, are_json_lines
from .token_rows import EvenRows, collect
from .token_sheet import MAGIC, Sheet

_SHOWN = 20

_EMPTY = QT_TRANSLATE_NOOP(
    "exchange",
    "There is nothing in this file. Export the tokens again, one a line or as a table.",
)

_NOT_ONE_ENCODING = QT_TRANSLATE_NOOP(
    "exchange",
    "This text changes its encoding on the way: two files were probably put together. "
    "Save it again as UTF-8.",
)


class Rows(Protocol):
    """One kind of file, as rows of cells."""

    first: list[list[str]]
    """The first rows that say something."""

    def rows(self, progress: Progress) -> Iterator[list[list[str]] | EvenRows]:
        """Batches of all rows."""

    def cells(self, progress: Progress) -> Iterator[tuple[list[str], bool]]:
        """Batches of all cells, "" for a row without any; whether they are clean."""

    def again(self) -> bool:
        """Whether reading once more, in another encoding, can help."""


@dataclass(frozen=True, slots=True)
class Preview:
    """How a file begins, and a guess which column holds what.

    `rows` are as they stand, with the names of columns if there are any. `kind` is
    `text`, `table`, `json` or `sheet`. `sheets` are the names to choose from.
    """

    kind: str
    rows: tuple[tuple[str, ...], ...]
    columns: Columns
    sheets: tuple[str, ...] = ()
    sheet: str = ""

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max(map(len, self.rows), default=0)


class TokenSource:
    """An open file of tokens; `file` has to stay open and must be able to seek.

    Raises DocumentError where it holds none, or is no text.
    """

    def __init__(self, file: BinaryIO, sheet: str = "") -> None:
        self._file = file
        self._rows, kind = _open(file, sheet)
        if not self._rows.first:
            raise DocumentError(_EMPTY)
        named = isinstance(self._rows, NamedRows) and bool(self._rows.names)
        self.preview = Preview(
            kind,
            tuple(tuple(row) for row in self._rows.first[:_SHOWN]),
            guess_columns(self._rows.first, named=named),
        )
        if isinstance(self._rows, Sheet):
            self.preview = Preview(
                kind, self.preview.rows, self.preview.columns, self._rows.names,
                self._rows.name,
            )  # fmt: skip

    def read(
        self,
        columns: Columns,
        known: Collection[str] = (),
        progress: Progress = lambda done, total: None,
    ) -> TokenColumns:
        """All tokens that are not `known`. What `progress` raises ends it.

        A batch is some thousand rows: between two, `progress` is told. Raises
        DocumentError where the file breaks off.
        """
        try:
            return self._read(columns, known, progress)
        except UnicodeDecodeError:
            # What the file begins with was good UTF-8, and what came later is not.
            if not self._rows.again():
                raise DocumentError(_NOT_ONE_ENCODING) from None
            return self._read(columns, known, progress)

    def _read(
        self, columns: Columns, known: Collection[str], progress: Progress
    ) -> TokenColumns:
        # A text without columns is a list, in which a line may hold several.
        if columns.token is None or self.preview.kind == "text":
            collector = Collector()
            for cells, plain in self._cells(columns, progress):
                collector.add(cells, plain=plain)
        else:
            collector = Collector(columns.fields)
            collect(collector, self._rows.rows(progress), columns)
        return collector.result(known)

    def _cells(
        self, columns: Columns, progress: Progress
    ) -> Iterator[tuple[list[str], bool]]:
        names = {name.strip() for name in self._rows.first[0]} if columns.header else ()
        for cells, plain in self._rows.cells(progress):
            if names and any(map(str.strip, cells)):
                # Only the first row holds names.
                end = next(n for n, cell in enumerate(cells) if cell.strip())
                end += len(self._rows.first[0])
                head = [cell for cell in cells[:end] if cell.strip() not in names]
                cells, names = head + cells[end:], ()
            yield cells, plain


def _open(file: BinaryIO, sheet: str) -> tuple[Rows, str]:
    file.seek(0)
    if file.read(4).startswith(MAGIC):
        return Sheet(file, sheet), "sheet"
    blocks = Blocks(file)
    head = blocks.head()
    if are_json_lines(head):
        return JsonLines(blocks), "json"
    if head.lstrip().startswith(("[", "{")):
        try:
            return read_json(_whole(blocks)), "json"
        except DocumentError:
            # A list in brackets may be no JSON, and a list all the same.
            if ":" in head:
                raise
    text = DelimitedText(blocks)
    return text, "table" if text.delimiter else "text"


def _whole(blocks: Blocks) -> str:
    try:
        return b"".join(blocks.read(lambda done, total: None)).decode()
    except UnicodeDecodeError:
        blocks.again()
        return b"".join(blocks.read(lambda done, total: None)).decode()
