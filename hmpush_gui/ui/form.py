"""A form for one tab of a kind of message, made from its schema."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from hmpush_gui.pushkit.case import case_of
from hmpush_gui.pushkit.document import Path
from hmpush_gui.pushkit.fields import Field, fields
from hmpush_gui.pushkit.kinds import Kind
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.problem import Problem
from hmpush_gui.pushkit.schemas import schema
from hmpush_gui.pushkit.unknown import unknown_paths

from .field_group import FieldGroup
from .kept_line import KeptLine


class Form(QScrollArea):
    """The fields of `tab`; a view of the message, told by method, telling by signal.

    Signals:
        edited: a value's path and its new value; None takes it away.
        json_wanted: the user wants to see the key at this path in the JSON.
    """

    edited = Signal(tuple, object)
    json_wanted = Signal(tuple)

    def __init__(self, tab: str, empty: str, parent: QWidget | None = None) -> None:
        """`empty` is what to say where a kind has no field on this tab."""
        super().__init__(parent)
        self._tab = tab
        self._empty = empty
        self._kind: Kind | None = None
        self._message: Message | None = None
        self._problems: tuple[Problem, ...] = ()
        self._groups: list[FieldGroup] = []
        self._kept: KeptLine | None = None
        self._is_stale = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def build(self, kind: Kind) -> None:
        """Show the fields that `kind` has on this tab, made when first looked at."""
        self._kind = kind
        self._groups = []
        self._kept = None
        if self.isVisible():
            self._make(kind)

    def showEvent(self, event: QShowEvent) -> None:
        self._complete()
        super().showEvent(event)

    def _complete(self) -> None:
        if self._kind is None:
            return
        if self._kept is None:
            self._make(self._kind)
        elif self._is_stale and self._message is not None:
            self._is_stale = False
            self._show(self._message, self._kind, self._kept)

    def _make(self, kind: Kind) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(12)
        self._groups = [
            self._group(title, members, page)
            for title, members in _by_heading(fields(kind, self._tab))
        ]
        for group in self._groups:
            column.addWidget(group)
        if not self._groups:
            nothing = QLabel(self._empty, page)
            nothing.setProperty("quiet", True)
            nothing.setWordWrap(True)
            column.addWidget(nothing)
        self._kept = KeptLine(self._tab, page)
        self._kept.json_wanted.connect(self.json_wanted)
        column.addWidget(self._kept)
        column.addStretch(1)
        self.setWidget(page)
        if self._message is not None:
            self._is_stale = False
            self._show(self._message, kind, self._kept)
        self.show_problems(self._problems)
        self._order_focus()

    def _group(self, title: str, members: list[Field], page: QWidget) -> FieldGroup:
        group = FieldGroup(title, f"{self._tab}.{title}", members, page)
        group.edited.connect(self.edited)
        group.refocus.connect(self._order_focus)
        return group

    def show_message(self, message: Message) -> None:
        self._message = message
        self._is_stale = not self.isVisible()
        if self._kind is None or self._kept is None or self._is_stale:
            # What nobody looks at can wait until somebody does.
            return
        self._show(message, self._kind, self._kept)

    def _show(self, message: Message, kind: Kind, kept: KeptLine) -> None:
        case = case_of(schema(kind.schema), message.document)
        for group in self._groups:
            group.show_document(message.document, case)
        unknown = unknown_paths(message, kind)
        kept.show_paths([path for tab, path in unknown if tab == self._tab])

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Put each problem under its field."""
        self._problems = tuple(problems)
        for group in self._groups:
            group.show_problems(self._problems)

    def paths(self) -> set[Path]:
        """Where the values of this form stand in the message."""
        known = fields(self._kind, self._tab) if self._kind else ()
        return {field.path for field in known}

    def knows(self, path: Path) -> bool:
        """Whether the value at `path` is edited here, by itself or within another."""
        return any(path[: len(each)] == each for each in self.paths())

    def focus_first(self) -> None:
        """Put the cursor into the first field.

        No focus proxy does that: with one, Tab would skip what comes after the form.
        """
        for group in self._groups:
            if group.rows is not None and group.rows.focus_first():
                return

    def _order_focus(self) -> None:
        """Have Tab come here where the form stands, though its fields are new."""
        if self._kept is None:
            return
        before: QWidget = self
        stops = [stop for group in self._groups for stop in group.stops()]
        # Qt orders only what can have the focus.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for stop in (*stops, self._kept.button):
            self.setTabOrder(before, stop)
            before = stop
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def focus(self, path: Path) -> bool:
        """Put the cursor into the field of `path`, if it is here.

        Else into the field that `path` is a part of, or into one that is part of it.
        """
        if self.knows(path) or any(each[: len(path)] == path for each in self.paths()):
            self._complete()
        group = self._group_of(path)
        found = group.focus(path) if group is not None else None
        if found is not None:
            self.ensureWidgetVisible(found)
        return found is not None

    def _group_of(self, path: Path) -> FieldGroup | None:
        if self._kind is not None and path == self._kind.data_path:
            # The data as a whole have a view of their own.
            return None
        for group in self._groups:
            if group.knows(path):
                return group
        inside = (group for group in self._groups if path and group.has_part_of(path))
        return next(inside, None)


def _by_heading(members: Iterable[Field]) -> list[tuple[str, list[Field]]]:
    """Headings and their fields in the order they come; no heading first."""
    found: dict[str, list[Field]] = {"": []}
    for field in members:
        found.setdefault(field.group, []).append(field)
    return [(title, inside) for title, inside in found.items() if inside]
