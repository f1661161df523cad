"""The panels of the window; all but the composer are made when seen or asked for."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from .composer_panel import ComposerPanel
from .late_page import LatePage

if TYPE_CHECKING:
    from .devices_panel import DevicesPanel
    from .main_window import MainWindow
    from .messages_panel import MessagesPanel
    from .outcome_panel import OutcomePanel
    from .phone_panel import PhonePanel
    from .preview_panel import PreviewPanel
    from .problems_panel import ProblemsPanel
    from .projects_panel import ProjectsPanel


class Panels:
    """Their places, made in the order in which Tab visits them."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self.devices: LatePage[DevicesPanel] = LatePage(self._make_devices, window)
        self.projects: LatePage[ProjectsPanel] = LatePage(self._make_projects, window)
        self.messages: LatePage[MessagesPanel] = LatePage(self._make_messages, window)
        self.composer = ComposerPanel(window.document, window)
        self.preview: LatePage[PreviewPanel] = LatePage(_make_preview, window)
        self.phone: LatePage[PhonePanel] = LatePage(_make_phone, window)
        self.outcome: LatePage[OutcomePanel] = LatePage(_make_outcome, window)
        self.problems: LatePage[ProblemsPanel] = LatePage(_make_problems, window)
        # Its place is in the outcome.
        self.problems.hide()

    # What a panel needs is imported with it: no start waits for it.

    def _make_devices(self, page: QWidget) -> "DevicesPanel":
        from .devices_panel import DevicesPanel

        return DevicesPanel(self._window.devices, page)

    def _make_projects(self, page: QWidget) -> "ProjectsPanel":
        from .projects_panel import ProjectsPanel

        return ProjectsPanel(self._window.projects, page)

    def _make_messages(self, page: QWidget) -> "MessagesPanel":
        from .messages_panel import MessagesPanel

        filing = self._window.filing
        put_away = filing.swap.put_away
        return MessagesPanel(
            filing.state, filing.recent, put_away, filing.samples, page
        )


def _make_preview(page: QWidget) -> "PreviewPanel":
    from .preview_panel import PreviewPanel

    return PreviewPanel(page)


def _make_phone(page: QWidget) -> "PhonePanel":
    from .phone_panel import PhonePanel

    return PhonePanel(page)


def _make_outcome(page: QWidget) -> "OutcomePanel":
    from .outcome_panel import OutcomePanel

    return OutcomePanel(page)


def _make_problems(page: QWidget) -> "ProblemsPanel":
    from .problems_panel import ProblemsPanel

    return ProblemsPanel(page)
