"""The composer: forms, data and JSON of one message, with its size."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.document import Path
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.problem import DATA_TEXT, Problem, Severity

from .composer_tabs import TABS, ComposerTabs
from .form import Form
from .icons import icon
from .json_place import JsonPlace
from .kind_box import KindBox
from .late_page import LatePage
from .message_document import MessageDocument
from .pause import Pause
from .size_meter import SizeMeter
from .undo_keys import REDO, UNDO

if TYPE_CHECKING:
    from .data_view import DataView
    from .json_view import JsonView


class ComposerPanel(QWidget):
    """Content, Action, Data, Delivery and JSON views of the message being written.

    Signals:
        settled: the message has not changed for a moment; time for the checks.
        json_pasted: a text that was pasted into the JSON view.
    """

    settled = Signal()
    json_pasted = Signal(str)

    def __init__(
        self, document: MessageDocument, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.measured: Callable[[Message], Message] = _as_it_is
        """Makes of the message what the meter measures."""
        self._pause = Pause(120, self)
        self._pause.timeout.connect(self.settled)
        self.undo, self.redo = self._make_undo()
        self.kind_box = KindBox(document, self)
        nothing = self.tr("This kind of message has nothing to set here.")
        self.forms = {
            tab: Form(tab, nothing, self) for tab in ("content", "action", "delivery")
        }
        self._data: LatePage[DataView] = LatePage(self._make_data_view, self)
        self._json: LatePage[JsonView] = LatePage(self._make_json_view, self)
        self._problems: Sequence[Problem] = ()
        self._wants_rows = True
        self.tabs = ComposerTabs(self)
        self.place = JsonPlace(self.tabs, self._json, self)
        self.tabs.fill({**self.forms, "data": self._data, "json": self.place.page})
        self.meter = SizeMeter(self)
        self._lay_out()
        self._connect()
        self._on_kind_changed()
        self._on_changed()

    @property
    def data_view(self) -> "DataView":
        """Made when it is first seen or asked for."""
        return self._data.content

    @property
    def json_view(self) -> "JsonView":
        """Made when it is first seen or asked for."""
        return self._json.content

    def load_broken(self) -> None:
        """Show what was typed but cannot be sent, or nothing of the kind."""
        text, data = self._document.broken_text, self._document.broken_data
        # Only the view itself can tell what makes a broken text good again.
        if text is not None or self._json.is_made:
            self.json_view.show_broken(text)
        if data is not None or self._data.is_made:
            self.data_view.show_broken(data)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Put problems under their fields and a mark on each tab that has one."""
        self._problems = problems
        for form in self.forms.values():
            form.show_problems(problems)
        for tab in TABS:
            self.tabs.mark(tab, self._severities(tab, problems))
        self._data.if_made(self._show_data_problem)
        self._json.if_made(lambda view: view.show_problems(problems))

    def settings(self) -> Mapping[str, str]:
        """What should be as it was on the next start."""
        self._data.if_made(self._keep_face)
        face = "rows" if self._wants_rows else "text"
        return {"data_face": face, **self.place.settings()}

    def apply_settings(self, settings: Mapping[str, str]) -> None:
        self._wants_rows = settings.get("data_face") != "text"
        self._data.if_made(lambda view: view.want_rows(self._wants_rows))
        self.place.apply_settings(settings)

    def measure(self) -> None:
        """Show the size again: the theme or what is measured differs."""
        self.meter.show_message(self.measured(self._document.message))

    def focus(self, path: Path) -> None:
        """Go to the field of `path`, or to the JSON where no form knows it."""
        for tab, form in self.forms.items():
            if form.focus(path):
                self.tabs.show_tab(tab)
                form.focus(path)
                return
        data = self._document.kind.data_path
        if path == DATA_TEXT or _is_in(path, data):
            self.tabs.show_tab("data")
            self.data_view.go_to(path[len(data) :] if path != DATA_TEXT else ())
        else:
            self.tabs.show_tab("json")
            self.json_view.go_to(path)

    def focus_tab(self, index: int) -> None:
        """Show the tab at `index` and put the focus into it.

        Where this kind of message has no such tab, the next one that it has.
        """
        json = TABS.index("json")
        while index < json and not self.tabs.isTabVisible(index):
            index += 1
        if index == json and self.place.is_beside:
            self.json_view.setFocus()
            return
        self.tabs.setCurrentIndex(index)
        view = self.tabs.currentWidget()
        if isinstance(view, Form):
            view.focus_first()
        elif view is self._data:
            self.data_view.go_to(())
        else:
            view.setFocus()
        if not view.isAncestorOf(self.focusWidget()):
            self.tabs.tabBar().setFocus()

    def _make_data_view(self, page: QWidget) -> "DataView":
        from .data_view import DataView

        view = DataView(page)
        view.want_rows(self._wants_rows)
        view.build(self._document.kind)
        view.show_message(self._document.message)
        self._show_data_problem(view)
        view.edited.connect(self._on_data_edited)
        view.stepped.connect(self._on_data_stepped)
        view.broke.connect(self._document.set_broken_data)
        return view

    def _make_json_view(self, page: QWidget) -> "JsonView":
        from .json_view import JsonView

        view = JsonView(page)
        view.show_message(self._document.message)
        view.show_problems(self._problems)
        view.edited.connect(self._document.set_document)
        view.broke.connect(self._document.set_broken_text)
        view.text.pasted.connect(self.json_pasted)
        return view

    def _keep_face(self, view: "DataView") -> None:
        self._wants_rows = view.wants_rows

    def _show_data_problem(self, view: "DataView") -> None:
        data = self._document.kind.data_path
        inside = (each for each in self._problems if _is_in(each.path, data))
        view.show_problem(next(inside, None))

    def _severities(self, tab: str, problems: Sequence[Problem]) -> list[Severity]:
        """The severities of the problems whose field is on `tab`."""
        if tab == "json":
            return [Severity.BLOCKING] if self._document.broken_text is not None else []
        if tab == "data":
            if self._document.broken_data is not None:
                return [Severity.BLOCKING]
            data = self._document.kind.data_path
            return [
                each.severity
                for each in problems
                if _is_in(each.path, data) and not self._has_field(each.path)
            ]
        knows = self.forms[tab].knows
        return [each.severity for each in problems if knows(each.path)]

    def _has_field(self, path: Path) -> bool:
        """Whether a form shows the value of `path`, though the data hold it."""
        return any(form.knows(path) for form in self.forms.values())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 10, 4)
        head.setSpacing(8)
        head.addWidget(QLabel(self.tr("Message"), self))
        head.addWidget(self.kind_box, 1)
        head.addStretch()
        for action in (self.undo, self.redo):
            button = QToolButton(self)
            button.setObjectName(action.objectName() + ".button")
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            head.addWidget(button)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 6, 14, 8)
        foot.addWidget(self.meter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = head
        column.addLayout(head)
        column.addWidget(self.place, 1)
        column.addLayout(foot)

    def _make_undo(self) -> tuple[QAction, QAction]:
        stack = self._document.undo_stack
        undo = stack.createUndoAction(self, self.tr("Undo"))
        undo.setObjectName("action.undo")
        undo.setProperty("plain", self.tr("Undo"))
        undo.setIcon(icon("undo"))
        undo.setShortcuts([QKeySequence(keys) for keys in UNDO])
        redo = stack.createRedoAction(self, self.tr("Redo"))
        redo.setObjectName("action.redo")
        redo.setProperty("plain", self.tr("Redo"))
        redo.setIcon(icon("redo"))
        redo.setShortcuts([QKeySequence(keys) for keys in REDO])
        return undo, redo

    def _connect(self) -> None:
        document = self._document
        document.changed.connect(self._on_changed)
        document.kind_changed.connect(self._on_kind_changed)
        for form in self.forms.values():
            form.edited.connect(document.set_value)
            form.json_wanted.connect(self._on_json_wanted)
        document.draft_changed.connect(self._pause.start)
        document.broken_replaced.connect(self.load_broken)
        self.meter.part_chosen.connect(self.focus)

    def _on_json_wanted(self, path: Path) -> None:
        self.tabs.show_tab("json")
        self.json_view.go_to(path)

    def _on_kind_changed(self) -> None:
        kind = self._document.kind
        for tab, form in self.forms.items():
            form.build(kind)
            self.tabs.offer_tab(tab, bool(form.paths()))
        self._data.if_made(lambda view: view.build(kind))

    def _on_changed(self) -> None:
        message = self._document.message
        for form in self.forms.values():
            form.show_message(message)
        self._data.if_made(lambda view: view.show_message(message))
        self._json.if_made(lambda view: view.show_message(message))
        self.meter.show_message(self.measured(message))

    def _on_data_edited(self, value: object) -> None:
        self._document.set_value(self._document.kind.data_path, value)

    def _on_data_stepped(self, value: object) -> None:
        self._document.set_step(self._document.kind.data_path, value)


def _is_in(path: Path, whole: Path) -> bool:
    return path[: len(whole)] == whole


def _as_it_is(message: Message) -> Message:
    return message
