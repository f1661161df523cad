"""The fields of one object, or of one heading of a form, put together."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hmpush_gui.pushkit.case import Case
from hmpush_gui.pushkit.document import Path
from hmpush_gui.pushkit.fields import Field
from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.problem import Problem

from .field_layout import FieldLayout
from .field_row import FieldRow


class RowsBox(QWidget):
    """Shows those of `fields` that apply; told by method, telling by signal.

    Signals:
        edited: a value's path and its new value; None takes it away.
        refocus: editors came or went, so that Tab has to find its way anew.
    """

    edited = Signal(tuple, object)
    refocus = Signal()

    def __init__(
        self, fields: Iterable[Field], parent: QWidget | None = None, at: Path = ()
    ) -> None:
        super().__init__(parent)
        layout = FieldLayout(self)
        self.rows = [FieldRow(field, self, at) for field in fields]
        self._asked: Path | None = None
        for row in self.rows:
            row.edited.connect(self.edited)
            row.refocus.connect(self.refocus)
            layout.add(row, wide=row.wide, bare=row.is_bare)

    def show_document(self, document: Json, case: Case) -> None:
        for row in self.rows:
            row.show_document(document, case)
            row.setVisible(row.path == self._asked or row.is_wanted(document))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        for row in self.rows:
            row.show_problems(problems)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order; hidden fields too, for they may come back."""
        return [stop for row in self.rows for stop in row.stops()]

    def focus_first(self) -> bool:
        for row in self.rows:
            if not row.isHidden() and row.stops():
                row.focus(row.path)
                return True
        return False

    def focus(self, path: Path) -> QWidget | None:
        """Put the cursor into the field of `path`, shown though it may mean nothing."""
        row = _best(self.rows, path)
        if row is None:
            return None
        self._asked = row.path
        row.show()
        return row.focus(path)


def _best(rows: list[FieldRow], path: Path) -> FieldRow | None:
    """The field of `path` or of what it is a part of; else one that is part of it."""
    for row in rows:
        if path[: len(row.path)] == row.path:
            return row
    for row in rows:
        if path and row.path[: len(path)] == path:
            return row
    return None
