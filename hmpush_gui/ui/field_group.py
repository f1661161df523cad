"""A heading of a form and the fields under it, folded away while they are empty."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hmpush_gui.pushkit.case import Case
from hmpush_gui.pushkit.document import Path, read
from hmpush_gui.pushkit.fields import Field
from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.problem import Problem, Severity

from .elided_label import ElidedLabel
from .rows_box import RowsBox
from .words import described, listed


class FieldGroup(QWidget):
    """The fields of a form that stand under `title`; none of them a heading at all.

    Folded, its fields are not even made. It opens by itself as soon as something in it
    is set or has to be; the user folds it as wanted.

    Signals:
        edited: a value's path and its new value; None takes it away.
        refocus: editors came or went, so that Tab has to find its way anew.
    """

    edited = Signal(tuple, object)
    refocus = Signal()

    def __init__(
        self, title: str, name: str, fields: Sequence[Field], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.fields = fields
        self._box: RowsBox | None = None
        self._document: Json = {}
        self._case = Case()
        self._problems: Sequence[Problem] = ()
        self._by_hand: bool | None = None
        self._title = described(title)
        # Without a title nobody meets the heading: it is no part of the window.
        self.heading = QPushButton(self if title else None)
        self.heading.setObjectName(f"group.{name}")
        self.heading.setProperty("fold", True)
        self.heading.setCheckable(True)
        self.heading.clicked.connect(self._on_clicked)
        self._contents = ElidedLabel("", self)
        self._contents.setProperty("api", True)
        self._contents.hide()
        self._lay_out()

    @property
    def rows(self) -> RowsBox | None:
        """The fields, if they were ever looked at."""
        return self._box

    def show_document(self, document: Json, case: Case) -> None:
        self._document, self._case = document, case
        wanted = [each for each in self.fields if each.shown(document)]
        self.setVisible(bool(wanted) or self._holds_focus())
        if self._by_hand is None and self._opens_by_itself(wanted):
            self._by_hand = True
        self._fold(open_=self._by_hand is True or not self._title)
        if self._box is not None and not self._box.isHidden():
            self._box.show_document(document, case)
        self._say(wanted)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self._problems = [each for each in problems if self.knows(each.path)]
        if self._box is not None:
            self._box.show_problems(problems)
        self._say()

    def knows(self, path: Path) -> bool:
        """Whether the value at `path` is edited here, by itself or within another."""
        return any(path[: len(each.path)] == each.path for each in self.fields)

    def _of(self, path: Path) -> list[Field]:
        """The fields that `path` is of, or that are of `path`."""
        short = len(path)
        return [
            each
            for each in self.fields
            if each.path[:short] == path or path[: len(each.path)] == each.path
        ]

    def has_part_of(self, path: Path) -> bool:
        """Whether a part of what stands at `path` is edited here."""
        return any(each.path[: len(path)] == path for each in self.fields)

    def open(self) -> None:
        """Unfold it, as if by hand."""
        self.show()
        self._on_clicked(True)

    def focus(self, path: Path) -> QWidget | None:
        """Put the cursor into the field of `path`, unfolding what hides it.

        None where something else stands in the place of the object around it.
        """
        if all(each.is_blocked(self._document) for each in self._of(path)):
            return None
        self.open()
        assert self._box is not None
        return self._box.focus(path)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        heading: list[QWidget] = [self.heading] if self._title else []
        return heading + (self._box.stops() if self._box is not None else [])

    def _opens_by_itself(self, wanted: Sequence[Field]) -> bool:
        return any(
            read(self._document, each.path) is not None
            or each.path in self._case.required
            for each in wanted
        )

    def _holds_focus(self) -> bool:
        focus = self.focusWidget()
        return self.isVisible() and focus is not None and focus.hasFocus()

    def _fold(self, *, open_: bool) -> None:
        if open_ and self._box is None:
            self._make_box()
        if self._box is not None and self._box.isHidden() is open_:
            self._box.setVisible(open_)
            if open_:
                # Folded, it was not kept up to date.
                self._box.show_document(self._document, self._case)
        self.heading.setChecked(open_)

    def _make_box(self) -> None:
        self._box = RowsBox(self.fields, self)
        self._box.edited.connect(self.edited)
        self._box.refocus.connect(self.refocus)
        self._box.hide()
        self._column.addWidget(self._box)
        self._box.show_problems(self._problems)
        self.refocus.emit()

    def _say(self, wanted: Sequence[Field] | None = None) -> None:
        """What is in the group, in the heading: names while it is folded."""
        if not self._title:
            return
        if wanted is None:
            wanted = [each for each in self.fields if each.shown(self._document)]
        mark = "▾" if self.heading.isChecked() else "▸"
        self.heading.setText(f"{mark}  {self._title}")
        self.heading.setAccessibleName(self._title)
        names = [described(each.title) for each in wanted]
        folded = not self.heading.isChecked()
        self._contents.setText(_trouble(self._problems) + listed(names))
        self._contents.setToolTip("\n".join(names))
        self._contents.setVisible(folded)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        if self._title:
            head = QHBoxLayout()
            head.setSpacing(8)
            head.addWidget(self.heading)
            head.addWidget(self._contents, 1)
            self._column.addLayout(head)

    def _on_clicked(self, open_: bool) -> None:
        self._by_hand = open_
        self._fold(open_=open_)
        self._say()


def _trouble(problems: Sequence[Problem]) -> str:
    """The mark of the worst problem, as on the tabs."""
    marks = {Severity.BLOCKING: "✕ ", Severity.WARNING: "▲ "}
    found = [each.severity for each in problems]
    worst = min(found, key=list(Severity).index, default=None)
    return marks.get(worst, "") if worst is not None else ""
