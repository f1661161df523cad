"""The strip across the top: where a send goes, how, to how many, and the button."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.problem import Problem, Severity
from hmpush_gui.pushkit.project import Project

from .elided_button import ElidedButton
from .elided_combo import ElidedCombo
from .elided_label import ElidedLabel
from .environments import environment_word
from .icons import icon
from .project_list import ProjectListModel, ProjectRole
from .restyle import restyle
from .theme import colours, environment_colour
from .words import grouped, said

WIDE = 1180
"""Width in pixels from which on the guide is called by its name."""


class Strip(QFrame):
    """Shows the project in force and the send that would go out.

    Signals:
        project_chosen: the user chose the project with this key.
        test_switched: the test-message or validate-only switch was set.
        send_wanted, stop_wanted, check_wanted: the buttons.
        problem_clicked: go to the first problem.
        guide_wanted: show the setup guide.
    """

    project_chosen = Signal(str)
    test_switched = Signal(bool)
    send_wanted = Signal()
    stop_wanted = Signal()
    check_wanted = Signal()
    problem_clicked = Signal()
    guide_wanted = Signal()

    def __init__(
        self, projects: ProjectListModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._make_project(projects)
        self._make_message()
        self._make_buttons()
        self._lay_out()

    # What the strip is made of.

    def _make_project(self, projects: ProjectListModel) -> None:
        """Where it goes, and what may have to be known of that place."""
        self.environment = QLabel(self)
        self.environment.setObjectName("strip.environment")
        self.project = ElidedCombo(self)
        self.project.setObjectName("strip.project")
        self.project.setAccessibleName(self.tr("Project"))
        self.project.setModel(projects)
        self.project.setMinimumWidth(220)
        self.project.activated.connect(self._on_project_activated)
        self.guide = QPushButton(icon("guide"), self.tr("Setup guide"), self)
        self.guide.setObjectName("strip.guide")
        self.guide.setAccessibleName(self.tr("Setup guide"))
        self.guide.setProperty("link", True)
        self.guide.setToolTip(
            self.tr("From nothing to the first push, step by step; also under Help")
        )
        self.guide.clicked.connect(self.guide_wanted)
        self._make_sharing()

    def _make_sharing(self) -> None:
        self.sharing = QPushButton(icon("close"), self.tr("Screen share"), self)
        self.sharing.setObjectName("strip.sharing")
        self.sharing.setProperty("sharing", True)
        self.sharing.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.sharing.setAccessibleName(self.tr("End screen-share mode"))
        self.sharing.setToolTip(
            self.tr(
                "Tokens, IDs, project names and keys are hidden. Press to show them "
                "again (Ctrl+Shift+H)"
            )
        )
        self.sharing.hide()

    def _make_message(self) -> None:
        """Of which kind it is, to how many it goes, and what it costs."""
        self.api = QLabel(self)
        self.api.setObjectName("strip.api")
        self.devices = QLabel(self)
        self.devices.setObjectName("strip.devices")
        self.test = QCheckBox(self)
        self.test.setObjectName("strip.test")
        self.test.clicked.connect(self.test_switched)
        self.quota = ElidedLabel("", self)
        self.quota.setObjectName("strip.quota")
        self.quota.setProperty("quiet", True)

    def _make_buttons(self) -> None:
        self.problems = ElidedButton("", self)
        self.problems.setObjectName("strip.problems")
        self.problems.setProperty("link", True)
        self.problems.clicked.connect(self.problem_clicked)
        self.check = QPushButton(icon("check"), self.tr("Check"), self)
        self.check.setObjectName("strip.check")
        self.check.setToolTip(self.tr("Check without sending (Ctrl+Shift+V)"))
        self.check.clicked.connect(self.check_wanted)
        self.stop = QPushButton(icon("stop"), self.tr("Stop"), self)
        self.stop.setObjectName("strip.stop")
        self.stop.setToolTip(self.tr("Stop the running sends (Ctrl+.)"))
        self.stop.clicked.connect(self.stop_wanted)
        self.stop.hide()
        self.send = QPushButton(self.tr("Send"), self)
        self.send.setObjectName("strip.send")
        self.send.setProperty("primary", True)
        self.send.clicked.connect(self.send_wanted)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        for about in (
            self.environment,
            self.project,
            self.sharing,
            self.guide,
            self.api,
            self.devices,
            self.test,
            self.quota,
        ):
            row.addWidget(about)
        row.addStretch(1)
        for act in (self.problems, self.check, self.stop, self.send):
            row.addWidget(act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a narrow window what keeps a send back needs the room.
        wide = event.size().width() >= WIDE
        self.guide.setText(self.tr("Setup guide") if wide else "")

    # Told by the window.

    def show_project(self, project: Project | None) -> None:
        if project is None:
            self.environment.setText("")
            return
        row = self.project.model().row_of(project.key)  # type: ignore[attr-defined]
        if row is not None:
            self.project.setCurrentIndex(row)
        word = environment_word(project.environment)
        self.environment.setText(word)
        self.environment.setAccessibleName(
            self.tr("Environment: {word}").format(word=word)
        )
        colour = environment_colour(project.environment).name()
        self.environment.setStyleSheet(
            f"background: {colour}; color: {colours().window}; font-weight: 700;"
            "padding: 4px 10px; border-radius: 6px; letter-spacing: 1px;"
        )

    def show_message(self, message: Message) -> None:
        if message.api.legacy:
            self.test.setText(self.tr("Validate only"))
            self.test.setToolTip(
                self.tr("Push Kit checks the message and delivers nothing")
            )
        else:
            self.test.setText(self.tr("Test message"))
            self.test.setToolTip(
                self.tr(
                    "Delivered, outside the quotas: at most 10 devices a request, "
                    "1000 requests a project and day"
                )
            )
        self.test.setChecked(message.is_test)
        self.api.setText(str(message.api))

    def show_device_count(self, count: int, target: str = "") -> None:
        """How many devices are chosen, or that it goes to a topic: the `target`."""
        devices = self.tr("Devices: {count}").format(count=grouped(count))
        self.devices.setText(self.tr("To a topic") if target else devices)
        self.devices.setToolTip(target)

    def show_quota(self, words: str, meaning: str) -> None:
        """What the message counts against, and what that means."""
        self.quota.setText(words)
        self.quota.setToolTip(meaning)
        self.quota.setVisible(bool(words))

    def show_problems(
        self,
        problems: Sequence[Problem],
        waiting: str = "",
        calm: Sequence[Problem] = (),
    ) -> None:
        """Say beside Send what keeps it back; `waiting` if it is not ready yet.

        Those of `problems` that are `calm` are no mistakes, only still to be done.
        """
        stopping = [each for each in problems if each.severity is Severity.BLOCKING]
        self.send.setEnabled(not stopping and not waiting)
        text, severity = self._headline(problems, waiting, calm)
        # A button takes a single & for the key that presses it.
        self.problems.setText(text.replace("&", "&&"))
        self.problems.setVisible(bool(text))
        restyle(self.problems, "problem", severity)
        reasons = "\n".join(f"• {said(each.sentence)}" for each in problems)
        self.problems.setToolTip(reasons)
        blocked = waiting or "\n".join(f"• {said(each.sentence)}" for each in stopping)
        ready = self.tr("Send to the chosen devices (Ctrl+Enter)")
        self.send.setToolTip(blocked or ready)
        self.send.setAccessibleDescription(blocked)

    def show_running(self, running: int) -> None:
        """Offer Stop while sends are under way; Send stays."""
        self.stop.setVisible(running > 0)

    def _headline(
        self, problems: Sequence[Problem], waiting: str, calm: Sequence[Problem]
    ) -> tuple[str, str]:
        if waiting:
            return waiting, "hint"
        stopping = [each for each in problems if each.severity is Severity.BLOCKING]
        loud = [each for each in stopping if each not in calm]
        if stopping:
            more = f"  (+{len(stopping) - 1})" if len(stopping) > 1 else ""
            words = f"{said((loud or stopping)[0].sentence)}{more}"
            return (f"✕ {words}", "blocking") if loud else (f"○ {words}", "hint")
        warnings = [each for each in problems if each.severity is Severity.WARNING]
        if warnings:
            return self.tr("▲ Warnings: {count}").format(count=len(warnings)), "warning"
        return "", "hint"

    def _on_project_activated(self, row: int) -> None:
        project = self.project.itemData(row, ProjectRole.PROJECT)
        if isinstance(project, Project):
            self.project_chosen.emit(project.key)
