"""A gate and its checks, whose rules say what the test tells them to."""

from PySide6.QtWidgets import QLabel, QPushButton

from hmpush_gui.pushkit.problem import Problem, Severity
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.confirm_bar import ConfirmBar
from hmpush_gui.ui.device_list import DeviceListModel
from hmpush_gui.ui.message_checks import MessageChecks
from hmpush_gui.ui.message_document import MessageDocument
from hmpush_gui.ui.project_choice import ProjectChoice
from hmpush_gui.ui.project_list import ProjectListModel
from hmpush_gui.ui.send_gate import SendGate

from . import samples

BLOCKING = Problem("a", Severity.BLOCKING, ("x",), Sentence("x", "No."))
WARNING = Problem("b", Severity.WARNING, ("y",), Sentence("x", "Hm."))


class Desk:
    """A gate and everything it asks; the rules say what the test tells them to."""

    def __init__(self) -> None:
        self.found: list[Problem] = []
        self.asked: list[tuple[object, ...]] = []
        self.document = MessageDocument(samples.message())
        self.devices = DeviceListModel()
        self.projects = ProjectListModel()
        self.projects.load([samples.TEST, samples.FORMAL, samples.SANDBOX])
        self.choice = ProjectChoice(self.projects)
        self.confirm = ConfirmBar()
        self.checks = MessageChecks(self.document, self.devices, self.choice)
        self.gate = SendGate(
            self.document, self.devices, self.choice, self.confirm, self.checks
        )
        self.checks.start_checking(self.rules)
        self.put_in_force(samples.TEST, 1)

    def rules(self, *values: object) -> list[Problem]:
        self.asked.append(values)
        return self.found

    def problems(self) -> list[str]:
        """The rules that find something now."""
        return [each.rule for each in self.checks.check()]

    def put_in_force(self, project: Project, count: int) -> None:
        self.choice.choose(project.key)
        self.devices.load(samples.devices(count, project.key))
        self.devices.show_project(project.key)

    def question(self) -> str:
        words = self.confirm.findChild(QLabel, "confirm.words")
        assert isinstance(words, QLabel)
        return "" if self.confirm.isHidden() else words.text()

    def press(self, name: str) -> None:
        button = self.confirm.findChild(QPushButton, f"confirm.{name}")
        assert isinstance(button, QPushButton)
        button.click()
