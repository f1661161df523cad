"""Shows problems everywhere they are seen, and takes the user to each."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hmpush_gui.pushkit.problem import DEVICES, PROJECT, Problem, Severity
from hmpush_gui.pushkit.sending import target_of

from .patience import Patience
from .problem_marks import counted
from .problem_walk import ProblemWalk
from .tab_titles import title_tab
from .theme import Tone
from .words import said

if TYPE_CHECKING:
    from .devices_panel import DevicesPanel
    from .main_window import MainWindow
    from .outcome_panel import OutcomePanel
    from .problems_panel import ProblemsPanel


class ProblemTour(QObject):
    """The window's checks: what they found, and the way from one place to the next."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._walk = ProblemWalk()
        self._found: list[Problem] = []
        self._loud: list[Problem] = []
        self._patience = Patience(window.document, self)
        self._patience.ended.connect(window.checks.check)
        window.checks.checked.connect(self._on_checked)
        window.gate.refused.connect(self._on_refused)
        panels = window.panels
        panels.problems.when_made(self._join_list)
        panels.outcome.when_made(self._title_tab)
        panels.devices.when_made(self._show_at_devices)

    def check_only(self) -> None:
        """Check without sending, and say so when all is well."""
        window = self._window
        self._patience.end()
        problems = window.checks.check()
        if window.checks.waiting:
            window.tell(window.checks.waiting, Tone.WARNING)
            return
        if any(each.severity is Severity.BLOCKING for each in problems):
            self._go_to(problems[0])
            return
        words = [self.tr("Nothing here that Push Kit would refuse.")]
        words += [f"• {said(each.sentence)}" for each in problems]
        window.tell("\n".join(words), Tone.GOOD)

    def walk(self, by: int) -> None:
        """Go to the next problem, or back; say so when there is none."""
        self._patience.end()
        problem = self._walk.step(self._window.checks.check(), by)
        if problem is None or self._window.checks.waiting:
            self.check_only()
            return
        self._window.problems.select(problem)
        self._go_to(problem)

    def list_all(self) -> None:
        """Show the list of all problems, and go to the worst."""
        problems = self._window.checks.check()
        self._window.outcome.tabs.setCurrentWidget(self._window.panels.problems)
        self._window.panes.open_outcome()
        self._on_refused(problems[0] if problems else None)

    def _on_checked(self, problems: list[Problem]) -> None:
        window, panels = self._window, self._window.panels
        calm = self._patience.waits_for(problems)
        self._found = problems
        self._loud = [each for each in problems if each not in calm]
        window.composer.show_problems(self._loud)
        panels.devices.if_made(self._show_at_devices)
        panels.problems.if_made(self._show_in_list)
        panels.outcome.if_made(self._title_tab)
        target = target_of(window.document.message)
        window.strip.show_device_count(window.devices.chosen_count, target)
        window.strip.show_problems(problems, window.checks.waiting, calm)

    def _join_list(self, panel: "ProblemsPanel") -> None:
        panel.chosen.connect(self._on_chosen)
        self._show_in_list(panel)

    def _show_in_list(self, panel: "ProblemsPanel") -> None:
        panel.show_problems(self._window.document.kind, self._found)

    def _show_at_devices(self, panel: "DevicesPanel") -> None:
        panel.show_problems(self._found)

    def _title_tab(self, outcome: "OutcomePanel") -> None:
        found = [each.severity for each in self._loud]
        index = outcome.tabs.indexOf(self._window.panels.problems)
        title_tab(outcome.tabs, index, f"{self.tr('Problems')}{counted(found)}")

    def _on_refused(self, problem: Problem | None) -> None:
        self._patience.end()
        if problem is not None:
            self._on_chosen(problem)
            self._window.problems.select(problem)

    def _on_chosen(self, problem: Problem) -> None:
        self._walk.stop_at(self._window.checks.check(), problem)
        self._go_to(problem)
        if problem.rule.startswith("language-"):
            # F8 stays here: its next step is not in that window.
            self._window.translating.show(str(problem.sentence.values["tag"]))

    def _go_to(self, problem: Problem) -> None:
        """Put the cursor where `problem` can be mended."""
        window = self._window
        if problem.path == DEVICES:
            window.panes.show_side(window.devices_panel)
            window.devices_panel.want_tokens()
        elif problem.path == PROJECT:
            window.panes.show_side(window.projects_panel)
            window.projects_panel.list.setFocus()
        else:
            window.composer.focus(problem.path)
