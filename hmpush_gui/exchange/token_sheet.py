"""Tokens in a spreadsheet: .xlsx, .xls, .ods."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import BinaryIO

from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .token_columns import Progress
from .token_delimited import BATCH

MAGIC = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How such files begin: zipped, or as before 2007."""

_SAMPLED = 50
_BROKEN = QT_TRANSLATE_NOOP(
    "exchange",
    "This spreadsheet cannot be read ({reason}). It is probably damaged, protected by "
    "a password, or none at all. Save it again as .xlsx without a password.",
)
_NONE = QT_TRANSLATE_NOOP(
    "exchange",
    "There is no sheet in this file. It is probably damaged. Save it again as .xlsx in "
    "the program it comes from.",
)
_NO_SHEET = QT_TRANSLATE_NOOP(
    "exchange",
    "There is no sheet “{name}” in this file. It has: {names}.",
)


class Sheet:
    """One sheet of a spreadsheet, as rows of texts.

    Without a `name` it is the first that is not empty. Raises DocumentError.
    """

    def __init__(self, file: BinaryIO, name: str = "") -> None:
        # Late: most lists are texts, and the library is 5 MB.
        from python_calamine import CalamineError, CalamineWorkbook

        file.seek(0)
        try:
            book = CalamineWorkbook.from_filelike(file)
            self.names = tuple(book.sheet_names)
            if not self.names:
                raise DocumentError(_NONE)
            if name and name not in self.names:
                names = ", ".join(self.names)
                raise DocumentError(_NO_SHEET.format(name=name, names=names))
            for each in [name] if name else self.names:
                self._sheet = book.get_sheet_by_name(each)
                self.name = each
                if self._sheet.height:
                    break
        # It raises errors of zip and XML under several names.
        except (CalamineError, OSError, ValueError) as error:
            raise DocumentError(_BROKEN.format(reason=str(error))) from error
        self.first = list(islice(filter(any, self._rows()), _SAMPLED))

    def again(self) -> bool:
        """Whether reading once more, in another encoding, can help."""
        return False

    def rows(self, progress: Progress) -> Iterator[list[list[str]]]:
        """Batches of rows."""
        rows, done = self._rows(), 0
        while batch := list(islice(rows, BATCH)):
            yield batch
            done += len(batch)
            progress(done, max(done, self._sheet.height))

    def cells(self, progress: Progress) -> Iterator[tuple[list[str], bool]]:
        """Batches of all cells; "" for a row without any."""
        for batch in self.rows(progress):
            cells = (list(filter(None, row)) or [""] for row in batch)
            yield list(chain.from_iterable(cells)), False

    def _rows(self) -> Iterator[list[str]]:
        return map(_texts, self._sheet.iter_rows())


def _texts(row: Iterable[object]) -> list[str]:
    return [cell if isinstance(cell, str) else _text(cell) for cell in row]


def _text(cell: object) -> str:
    # Spreadsheets keep whole numbers as 12.0.
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
