"""A field of a form: its label, its editor, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hmpush_gui.pushkit.case import Case
from hmpush_gui.pushkit.document import Path, read
from hmpush_gui.pushkit.fields import Field
from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.problem import Problem, Severity

from .elided_label import ElidedLabel
from .field_badge import FieldBadges, tool_tip
from .object_list import ObjectListEditor, is_object_list
from .remark import Remark
from .restyle import restyle
from .value_editors import (
    AnyEditor,
    ChoiceEditor,
    SuggestEditor,
    SwitchEditor,
    editor_for,
    is_short,
)
from .words import described, said

_UNSEEN = object()


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
        self.whole: Path = (*at, *field.path)
        self.wide = not is_short(field)
        whole = self.whole
        self._shown: Any = _UNSEEN
        self.editor = self._make_editor(whole)
        self._description = described(field.description)
        self._name_editor(whole)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        head = self._head(whole)
        self._badges = FieldBadges(field, head, self)
        self._column.addLayout(head)
        if not self._is_switch():
            self._column.addWidget(self.editor)
        self._note = Remark(self._column, self)
        self._problem = Remark(self._column, self)

    @property
    def is_bare(self) -> bool:
        """Whether it has no label above, as switches have none."""
        return self._is_switch()

    def show_document(self, document: Json, case: Case) -> None:
        """Show the value, and whether it is needed or means nothing here."""
        value = read(document, self.path)
        if isinstance(self.editor, ChoiceEditor | SuggestEditor):
            self.editor.offer(case.choices.get(self.path))
        # What is the very same object cannot have changed: documents never do.
        if value is not self._shown:
            self._shown = value
            self.editor.show_value(value)
        blocked = self.field.is_blocked(document)
        self.editor.setEnabled(not blocked)
        unmet = self.field.unmet(document)
        if blocked:
            words = self.tr("Something else stands here: see the JSON view.")
            self._note.tell(words, "hint")
        elif unmet is not None and value is not None:
            self._note.tell(said(unmet.sentence), "hint")
        else:
            self._note.clear()
        self._badges.show_state(value, required=self.path in case.required)

    def is_wanted(self, document: Json) -> bool:
        """Whether the field has to be seen; never taken from under the cursor."""
        if self.field.shown(document):
            return True
        focus = self.focusWidget() if self.isVisible() else None
        return focus is not None and focus.hasFocus()

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
        bad = problem is not None and problem.severity is Severity.BLOCKING
        if bool(self.editor.property("bad")) != bad:
            restyle(self.editor, "bad", bad)
        text = said(problem.sentence) if problem else ""
        self.editor.setAccessibleDescription(text or self._description)
        if problem is None:
            self._problem.clear()
        else:
            self._problem.tell(text, str(problem.severity))

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
        editor: AnyEditor | ObjectListEditor
        if is_object_list(self.field):
            editor = ObjectListEditor(self.field, whole, self)
            editor.refocus.connect(self.refocus)
        else:
            editor = editor_for(self.field, self)
        editor.value_edited.connect(self._on_value_edited)
        return editor

    def _name_editor(self, whole: Path) -> None:
        self.editor.setObjectName("field." + ".".join(whole))
        self.editor.setAccessibleName(described(self.field.title))
        self.editor.setAccessibleDescription(self._description)
        self.editor.setToolTip(tool_tip(self.field, whole))

    def _is_switch(self) -> bool:
        return isinstance(self.editor, SwitchEditor)

    def _head(self, whole: Path) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        if self._is_switch():
            head.addWidget(self.editor)
        else:
            name = ElidedLabel(described(self.field.title), self)
            name.setBuddy(self.editor)
            name.setToolTip(self.editor.toolTip())
            head.addWidget(name)
        wire_name = ElidedLabel(self.path[-1], self)
        wire_name.setProperty("api", True)
        wire_name.setToolTip(".".join(whole))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        wire_name.setAlignment(right)
        head.addWidget(wire_name, 1)
        return head

    def _on_value_edited(self, value: Any) -> None:
        self.edited.emit(self.path, value)
