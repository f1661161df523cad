"""All that is wrong with the message as it would be sent now."""

from collections import deque
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal

from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.picked import tokens_in
from hmpush_gui.pushkit.problem import (
    DATA_TEXT,
    JSON_TEXT,
    Problem,
    Severity,
    blocking,
)
from hmpush_gui.pushkit.project import CredentialKind, Environment, Project
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .device_list import DeviceListModel
from .message_document import MessageDocument
from .placeholders import Placeholders
from .project_choice import ProjectChoice
from .quota import Quota

Rules = Callable[
    [Message, int, Project | None, frozenset[CredentialKind]], list[Problem]
]
"""`pushkit.rules.check`."""

RECENT = 5
"""So many sends back a text that goes out again is told."""

_ORDER = list(Severity)


class MessageChecks(QObject):
    """Checks the message with its placeholders, its devices and its project.

    Signals:
        checked: all Problems, worst first.
    """

    checked = Signal(list)

    def __init__(
        self,
        document: MessageDocument,
        devices: DeviceListModel,
        choice: ProjectChoice,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._devices = devices
        self._choice = choice
        self._rules: Rules | None = None
        self.placeholders = Placeholders(devices, choice, self)
        self.placeholders.edited.connect(self.check)
        self.quota = Quota(self)
        self.quota.changed.connect(self.check)
        self._recent: deque[tuple[str, str]] = deque(maxlen=RECENT)

    @property
    def waiting(self) -> str:
        """Why nothing can be sent yet, whatever the message; empty when it can."""
        return self._choice.waiting if self._rules else self.tr("Starting…")

    def start_checking(self, rules: Rules) -> None:
        """Check by `rules` from now on: they are slow to load, and come later."""
        self._rules = rules
        self.check()

    def check(self) -> list[Problem]:
        """All problems of the message as it would be sent now, worst first."""
        problems = list(self._broken())
        if self._rules:
            # As late as the rules: nothing is checked before they are there.
            from hmpush_gui.pushkit.placeholder_rules import placeholder_problems

            written, chosen = self._document.message, self._devices.chosen_count
            problems += self._rules(
                self.placeholders.longest(written),
                chosen,
                self._choice.project,
                self._choice.at_hand,
            )
            own = placeholder_problems(written, self.placeholders.own, chosen)
            problems = _with_placeholders(problems, list(own))
            problems += self._in_other_languages()
            problems += self._repeated()
            tokens = tokens_in(self._devices.chosen())
            problems += self.quota.look(self._choice.key, written, tokens)
            problems.sort(key=lambda each: _ORDER.index(each.severity))
        self.checked.emit(problems)
        return problems

    def remember(self, title: str, body: str) -> None:
        """A text that went out, perhaps in an earlier run."""
        self._recent.append((title, body))

    def stopping(
        self, project: Project, message: Message, devices: int
    ) -> Problem | None:
        """What would keep a message back that is not the one being written."""
        found = (
            self._rules(message, devices, project, self._choice.at_hand)
            if self._rules
            else []
        )
        blocks = (each for each in found if each.severity is Severity.BLOCKING)
        return next(blocks, None)

    def _broken(self) -> Iterator[Problem]:
        """Text on the screen that the message does not hold: it would not be sent."""
        if self._document.broken_text is not None:
            sentence = QT_TRANSLATE_NOOP(
                "ui",
                "The JSON is broken. Mend it, or go back to the last good message.",
            )
            yield blocking("broken-json", JSON_TEXT, sentence, "", "")
        if self._document.broken_data is not None:
            sentence = QT_TRANSLATE_NOOP(
                "ui", "The data is broken. Mend it, or clear it."
            )
            yield blocking("broken-data", DATA_TEXT, sentence, "", "")

    def _in_other_languages(self) -> list[Problem]:
        languages = self._document.languages
        if languages is None:
            return []
        from hmpush_gui.pushkit.language_rules import language_problems

        return language_problems(
            self._document.message, languages, self.placeholders.longest
        )

    def _repeated(self) -> Iterator[Problem]:
        project = self._choice.project
        if project and project.environment is not Environment.SANDBOX:
            from hmpush_gui.pushkit.lint_rules import repeated_problems

            message = self.placeholders.example(self._document.message)
            yield from repeated_problems(message, self._recent)


def _with_placeholders(problems: list[Problem], own: list[Problem]) -> list[Problem]:
    """Both, but not how many requests it takes as if all devices shared them."""
    if any(each.rule == "placeholder-split" for each in own):
        problems = [each for each in problems if each.rule != "split"]
    return problems + own
