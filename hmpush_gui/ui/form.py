"""A form for one tab of a kind of message, made from its schema."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from hmpush_gui.pushkit.document import Path
from hmpush_gui.pushkit.fields import fields
from hmpush_gui.pushkit.kinds import Kind
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.problem import Problem

from .field_row import FieldRow


class Form(QScrollArea):
    """The fields of `tab`; a view of the message, told by method, telling by signal.

    Signals:
        edited: a value's path and its new value; None takes it away.
    """

    edited = Signal(tuple, object)

    def __init__(self, tab: str, empty: str, parent: QWidget | None = None) -> None:
        """`empty` is what to say where a kind has no field on this tab."""
        super().__init__(parent)
        self._tab = tab
        self._empty = empty
        self._kind: Kind | None = None
        self._message: Message | None = None
        self._problems: tuple[Problem, ...] = ()
        self._rows: list[FieldRow] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def build(self, kind: Kind) -> None:
        """Show the fields that `kind` has on this tab, made when first looked at."""
        self._kind = kind
        self._rows = []
        if self.isVisible():
            self._make(kind)

    def showEvent(self, event: QShowEvent) -> None:
        self._complete()
        super().showEvent(event)

    def _complete(self) -> None:
        if self._kind is not None and not self._rows:
            self._make(self._kind)

    def _make(self, kind: Kind) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(12)
        self._rows = [FieldRow(field, page) for field in fields(kind, self._tab)]
        for row in self._rows:
            row.edited.connect(self.edited)
            column.addWidget(row)
        if not self._rows:
            nothing = QLabel(self._empty, page)
            nothing.setProperty("quiet", True)
            nothing.setWordWrap(True)
            column.addWidget(nothing)
        column.addStretch(1)
        self.setWidget(page)
        self._order_focus()
        if self._message is not None:
            self.show_message(self._message)
        self.show_problems(self._problems)

    def show_message(self, message: Message) -> None:
        self._message = message
        for row in self._rows:
            row.show_message(message)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Put each problem under its field."""
        self._problems = tuple(problems)
        for row in self._rows:
            row.show_problem(self._problem_at(row.path))

    def _problem_at(self, path: Path) -> Problem | None:
        """The worst problem of the value at `path`, or of a part of it."""
        for problem in self._problems:
            if problem.path[: len(path)] == path:
                return problem
        return None

    def paths(self) -> set[Path]:
        """Where the values of this form stand in the message."""
        known = fields(self._kind, self._tab) if self._kind else ()
        return {field.path for field in known}

    def focus_first(self) -> None:
        """Put the cursor into the first field.

        No focus proxy does that: with one, Tab would skip what comes after the form.
        """
        if self._rows:
            self._rows[0].editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _order_focus(self) -> None:
        """Have Tab come here where the form stands, though its fields are new."""
        before: QWidget = self
        # Qt orders only what can have the focus.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for row in self._rows:
            self.setTabOrder(before, row.editor)
            before = row.editor
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def focus(self, path: Path) -> bool:
        """Put the cursor into the field of `path`, if it is here."""
        if path in self.paths():
            self._complete()
        for row in self._rows:
            if row.path == path:
                self.ensureWidgetVisible(row)
                row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False
