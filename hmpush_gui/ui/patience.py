"""Which empty fields nobody has been to yet: they are no mistakes so far."""

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from hmpush_gui.pushkit.document import Path, read
from hmpush_gui.pushkit.problem import Problem, Severity

from .field_row import FieldRow
from .message_document import MessageDocument


class Patience(QObject):
    """Tells what has to be said in red from what is only still to be filled in.

    A field is waited for until the user has left it, emptied it, or wants to send.
    With another message or kind of message it begins anew.

    Signals:
        ended: less is waited for than before.
    """

    ended = Signal()

    def __init__(self, document: MessageDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._over = False
        self._left: set[Path] = set()
        # As it was when it was last looked at; None where that says nothing.
        self._before: object = None
        document.kind_changed.connect(self._begin)
        document.broken_replaced.connect(self._begin)
        document.languages_changed.connect(self._forget)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def end(self) -> None:
        """The user wants to send, or to know why not: nothing is waited for."""
        if not self._over:
            self._over = True
            self.ended.emit()

    def waits_for(self, problems: Sequence[Problem]) -> list[Problem]:
        """Those of `problems` that only say what is still to be filled in."""
        document = self._document.message.document
        waiting = []
        for problem in problems:
            if _is_empty(problem, document):
                if not _lacks(self._before, problem.path):
                    self._left.add(problem.path)
                if not self._over and problem.path not in self._left:
                    waiting.append(problem)
        self._before = document
        return waiting

    def _begin(self) -> None:
        self._over = False
        self._left.clear()
        self._before = None

    def _forget(self) -> None:
        self._before = None

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        # A window that is left, or a list that pops up, leaves the field where it is.
        if old is None or now is None or not shiboken6.isValid(old):
            return
        row = _row_of(old)
        if row is None or old.window() is not now.window() or row.isAncestorOf(now):
            return
        if row.whole not in self._left:
            self._left.add(row.whole)
            self.ended.emit()


def _row_of(widget: QWidget) -> FieldRow | None:
    """The innermost field that `widget` is a part of."""
    at: QWidget | None = widget
    while at is not None and not isinstance(at, FieldRow):
        at = at.parentWidget()
    return at


def _is_empty(problem: Problem, document: object) -> bool:
    """Whether `problem` is of a value of the message that nobody wrote."""
    path = problem.path
    if problem.severity is not Severity.BLOCKING or not path or path[0][:1] == "(":
        return False
    return _lacks(document, path)


def _lacks(document: object, path: Path) -> bool:
    return not isinstance(document, dict) or read(document, path) in (None, "")
