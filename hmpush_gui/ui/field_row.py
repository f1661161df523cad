"""A field of a form: its label, its editor, and what is wrong with it."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hmpush_gui.pushkit.document import Path, read
from hmpush_gui.pushkit.fields import Field
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.problem import Problem, Severity

from .value_editors import SwitchEditor, editor_for
from .words import described, said


class FieldRow(QWidget):
    """Human label first, wire name small beside it, the problem underneath.

    Signals:
        edited: the value's path and its new value; None takes it away.
    """

    edited = Signal(tuple, object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path: Path = field.path
        name = described(field.title)
        self.editor = editor_for(field, self)
        self.editor.setObjectName("field." + ".".join(field.path))
        self.editor.setAccessibleName(name)
        self._description = described(field.description)
        self.editor.setAccessibleDescription(self._description)
        self.editor.setToolTip(_tool_tip(field))
        self.editor.value_edited.connect(self._on_value_edited)
        self._problem = QLabel(self)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._lay_out(field, name)

    def show_message(self, message: Message) -> None:
        self.editor.show_value(read(message.document, self.path))

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

    def _lay_out(self, field: Field, name: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(6)
        if not isinstance(self.editor, SwitchEditor):
            label = QLabel(name, self)
            label.setBuddy(self.editor)
            head.addWidget(label)
        if field.required:
            star = QLabel(self.tr("required"), self)
            star.setProperty("api", True)
            head.addWidget(star)
        head.addStretch(1)
        wire_name = QLabel(field.path[-1], self)
        wire_name.setProperty("api", True)
        wire_name.setToolTip(".".join(field.path))
        if isinstance(self.editor, SwitchEditor):
            head.insertWidget(0, self.editor)
            column.addLayout(head)
        else:
            column.addLayout(head)
            column.addWidget(self.editor)
        head.addWidget(wire_name)
        column.addWidget(self._problem)

    def _on_value_edited(self, value: Any) -> None:
        self.edited.emit(self.path, value)


def _tool_tip(field: Field) -> str:
    return f"{described(field.description)}\n{'.'.join(field.path)}".strip()


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have it looked at."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
