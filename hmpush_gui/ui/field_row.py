"""A field of a form: its label, its editor, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hmpush_gui.pushkit.case import Case
from hmpush_gui.pushkit.document import Path, read
from hmpush_gui.pushkit.fields import Field
from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.problem import Problem, Severity

from .elided_label import ElidedLabel
from .field_badge import Badge, right_words, tool_tip
from .object_list import ObjectListEditor, is_object_list
from .restyle import restyle as restyle
from .value_editors import (
    AnyEditor,
    ChoiceEditor,
    SuggestEditor,
    SwitchEditor,
    editor_for,
    is_short,
)
from .words import described, said


class FieldRow(QWidget):
    """Human label first, wire name small beside it, the problem underneath.

    Signals:
        edited: the value's path and its new value; None takes it away.
        refocus: editors came or went, so that Tab has to find its way anew.
    """

    edited = Signal(tuple, object)
    refocus = Signal()

    def __init__(
        self, field: Field, parent: QWidget | None = None, at: Path = ()
    ) -> None:
        """`at` is where the object stands that `field.path` is a path inside of."""
        super().__init__(parent)
        self.field = field
        self.path: Path = field.path
        self.wide = not is_short(field)
        whole = (*at, *field.path)
        self.editor = self._make_editor(whole)
        self._description = described(field.description)
        self._name_editor(whole)
        self._name = ElidedLabel(described(field.title), self)
        self._name.setVisible(not self._is_switch())
        self._required = Badge(
            self.tr("required"),
            self.tr("Push Kit refuses the message without it."),
            self,
        )
        self._right = Badge(self.tr("right"), right_words(field), self)
        self._old = Badge(
            self.tr("deprecated"), self.tr("Let through, but no longer offered."), self
        )
        self._old.show_state(shown=field.deprecated)
        self._required.show_state(shown=field.stays_empty)
        self._right.show_state(shown=bool(field.right))
        self._note = self._label("hint")
        self._problem = self._label("hint")
        self._lay_out(whole)

    @property
    def drop(self) -> int:
        """How far down a switch stands beside a field with its label above."""
        return self.fontMetrics().height() + 8 if self._is_switch() else 0

    def show_document(self, document: Json, case: Case) -> None:
        """Show the value, and whether it is needed or means nothing here."""
        value = read(document, self.path)
        if isinstance(self.editor, ChoiceEditor | SuggestEditor):
            self.editor.offer(case.choices.get(self.path))
        self.editor.show_value(value)
        blocked = self.field.is_blocked(document)
        self.editor.setEnabled(not blocked)
        unmet = self.field.unmet(document)
        if blocked:
            self._tell(self.tr("Something else stands here: see the JSON view."))
        elif unmet is not None and value is not None:
            self._tell(said(unmet.sentence))
        else:
            self._tell("")
        required = self.path in case.required or self.field.stays_empty
        self._required.show_state(shown=required)
        if self.field.right:
            urgent = self.field.needs_right(value)
            self._right.show_state(shown=True, urgent=urgent)

    def is_wanted(self, document: Json) -> bool:
        """Whether the field has to be seen; never taken from under the cursor."""
        focus = self.focusWidget() if self.isVisible() else None
        in_use = focus is not None and focus.hasFocus()
        return in_use or self.field.shown(document)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show the worst of what is wrong with the value and its parts.

        A list of objects shows what is wrong with its entries in them.
        """
        depth = len(self.path)
        mine = [each for each in problems if each.path[:depth] == self.path]
        if isinstance(self.editor, ObjectListEditor):
            inside = [each for each in mine if len(each.path) > depth + 1]
            self.editor.show_problems(
                [replace(each, path=each.path[depth:]) for each in inside]
            )
            mine = [each for each in mine if each not in inside]
        self.show_problem(mine[0] if mine else None)

    def show_problem(self, problem: Problem | None) -> None:
        """Put `problem` under the field, or take it away."""
        self._problem.setVisible(problem is not None)
        bad = problem is not None and problem.severity is Severity.BLOCKING
        if self.editor.property("bad") != bad:
            restyle(self.editor, "bad", bad)
        if problem is None:
            self.editor.setAccessibleDescription(self._description)
        else:
            text = said(problem.sentence)
            self._problem.setText(text)
            self.editor.setAccessibleDescription(text)
            restyle(self._problem, "problem", str(problem.severity))

    def stops(self) -> list[QWidget]:
        """Where Tab stops in this row, in order."""
        if isinstance(self.editor, ObjectListEditor):
            return self.editor.stops()
        return [self.editor]

    def focus(self, path: Path) -> QWidget:
        """Put the cursor into the field, or into the part of it at `path`."""
        if isinstance(self.editor, ObjectListEditor):
            return self.editor.focus_part(path[len(self.path) :])
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return self

    def _make_editor(self, whole: Path) -> AnyEditor | ObjectListEditor:
        if is_object_list(self.field):
            editor = ObjectListEditor(self.field, whole, self)
            editor.refocus.connect(self.refocus)
        else:
            editor = editor_for(self.field, self)  # type: ignore[assignment]
        editor.value_edited.connect(self._on_value_edited)
        return editor

    def _name_editor(self, whole: Path) -> None:
        self.editor.setObjectName("field." + ".".join(whole))
        self.editor.setAccessibleName(described(self.field.title))
        self.editor.setAccessibleDescription(self._description)
        self.editor.setToolTip(tool_tip(self.field, whole))

    def _is_switch(self) -> bool:
        return isinstance(self.editor, SwitchEditor)

    def _label(self, look: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("problem", look)
        label.hide()
        return label

    def _tell(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def _lay_out(self, whole: Path) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(self._head(whole))
        if not self._is_switch():
            column.addWidget(self.editor)
        column.addWidget(self._note)
        column.addWidget(self._problem)
        column.addStretch(1)

    def _head(self, whole: Path) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        if self._is_switch():
            head.addWidget(self.editor)
        else:
            self._name.setBuddy(self.editor)
            self._name.setToolTip(self.editor.toolTip())
            head.addWidget(self._name)
        for badge in (self._required, self._right, self._old):
            head.addWidget(badge)
        wire_name = ElidedLabel(self.path[-1], self)
        wire_name.setProperty("api", True)
        wire_name.setToolTip(".".join(whole))
        wire_name.setAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        head.addWidget(wire_name, 1)
        return head

    def _on_value_edited(self, value: Any) -> None:
        self.edited.emit(self.path, value)
