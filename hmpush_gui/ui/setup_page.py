"""One step of the setup: why, where, what one sees without it, and what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.setup_state import Mark
from hmpush_gui.pushkit.setup_steps import Step, Symptom

from .page_link import link_button
from .restyle import restyle
from .snippet_box import SnippetBox
from .words import said, sentences

Piece = tuple[str, str, str]
"""Name, title and code of a snippet."""


class SetupPage(QWidget):
    """Made for one step; how the step stands may change.

    Signals:
        ticked: whether it was ticked by hand.
        wanted: the name of an action to do.
    """

    ticked = Signal(bool)
    wanted = Signal(str)

    def __init__(
        self,
        step: Step,
        pieces: Sequence[Piece],
        can: frozenset[str],
        parent: QWidget | None = None,
        *,
        is_new: bool = False,
    ) -> None:
        """`can` are the actions that are possible now.

        `is_new` says that there is no project yet to open.
        """
        super().__init__(parent)
        self._is_new = is_new
        self.setObjectName("setup.page")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 0, 10, 8)
        self._column.setSpacing(8)
        self._head(step)
        self._add(step.why)
        self._actions(step, can)
        if step.where:
            self._where(step)
        self._missing(step)
        for name, title, code in pieces:
            self._column.addWidget(SnippetBox(name, title, code, self))
        for page in step.pages:
            button = link_button(page, self)
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def show_mark(self, mark: Mark) -> None:
        """Show how the step stands now."""
        self.done.setChecked(mark.done)
        self.done.setVisible(mark.by_hand)
        note = said(mark.note) if mark.note else ""
        if not mark.by_hand and not mark.known:
            note = sentences([note, self.tr("This step ticks itself.")])
        self.note.setText(f"✓ {note}" if mark.known else note)
        self.note.setVisible(bool(note))
        restyle(self.note, "mark", "yes" if mark.known else "note")

    def _head(self, step: Step) -> None:
        head = QHBoxLayout()
        title = QLabel(step.title, self)
        title.setObjectName("setup.title")
        title.setProperty("heading", True)
        title.setWordWrap(True)
        font = title.font()
        font.setPointSize(font.pointSize() + 3)
        title.setFont(font)
        place = QLabel(self._place(step.group), self)
        place.setProperty("badge", "quiet")
        head.addWidget(title, 1)
        head.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        self.done = QCheckBox(self.tr("Done"), self)
        self.done.setObjectName("setup.done")
        self.done.setAccessibleName(self.tr("Done: {step}").format(step=step.title))
        self.done.setToolTip(
            self.tr("Nobody here can see this step: tick it when it is done")
        )
        self.done.clicked.connect(self.ticked)
        self._column.addWidget(self.done)
        self.note = self._add("")
        self.note.setObjectName("setup.note")

    def _place(self, group: str) -> str:
        """Where a step is done."""
        return {
            "start": self.tr("Here"),
            "console": self.tr("Huawei’s console"),
            "app": self.tr("Your app"),
            "push": self.tr("Sending"),
        }[group]

    def _where(self, step: Step) -> None:
        card = self._card(self.tr("Where"))
        self._add(step.where, card)
        other = self._add(step.elsewhere, card)
        other.setProperty("quiet", True)

    def _missing(self, step: Step) -> None:
        card = self._card(self.tr("Without it"))
        self._add(step.without, card)
        for symptom in step.symptoms:
            line = self._add(f"{self._name(symptom)}  {symptom.meaning}", card)
            line.setProperty("quiet", True)

    def _name(self, symptom: Symptom) -> str:
        if symptom.kind == "receipts":
            return self.tr("Receipt {result}").format(result=symptom.name)
        if symptom.kind == "device":
            return self.tr("In the app {code}").format(code=symptom.name)
        return symptom.name

    def _actions(self, step: Step, can: frozenset[str]) -> None:
        if not step.actions:
            return
        row = QHBoxLayout()
        for action in step.actions:
            button = QPushButton(self._action_word(action), self)
            button.setObjectName(f"setup.{action}")
            button.setEnabled(action in can)
            button.setProperty("primary", action == step.actions[0])
            if action not in can:
                button.setToolTip(self.tr("Make the project here first"))
            button.clicked.connect(
                lambda _=False, action=action: self.wanted.emit(action)
            )
            row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)

    def _action_word(self, action: str) -> str:
        if action == "edit_project" and self._is_new:
            return self.tr("New project…")
        return {
            "send_sample": self.tr("Send the sample to the sandbox"),
            "edit_project": self.tr("Open the project…"),
            "paste_tokens": self.tr("Paste a token"),
            "read_log": self.tr("Find it in the device log…"),
            "rehearse_token": self.tr("Rehearse a new token"),
            "go_test": self.tr("Go to Send, as a test message"),
            "go_formal": self.tr("Go to the switch"),
        }[action]

    def _card(self, title: str) -> QVBoxLayout:
        card = QFrame(self)
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(3)
        self._add(title, column).setProperty("heading", True)
        self._column.addWidget(card)
        return column

    def _add(self, text: str, column: QVBoxLayout | None = None) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        (column if column is not None else self._column).addWidget(label)
        return label
