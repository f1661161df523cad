"""From the key press to a send: ask where a mistake is costly, and hand on."""

import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.document import encode
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.problem import (
    PROJECT,
    Severity,
)
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.pushkit.protocol import Request
from hmpush_gui.pushkit.record import SendRecord
from hmpush_gui.pushkit.sending import device_requests, send_request, target_of

from .confirm_bar import ConfirmBar
from .device_list import DeviceListModel
from .environments import environment_word
from .message_checks import MessageChecks
from .message_document import MessageDocument
from .project_choice import ProjectChoice
from .veiling import named
from .words import grouped, said

MANY = 100
"""From so many devices on, a send outside the sandbox asks first."""


class Asker(NamedTuple):
    """Another window that sends: where it is asked, told, and handed its SendRecord."""

    confirm: ConfirmBar
    said: Callable[[str], object]
    opened: Callable[[SendRecord], object]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A message as it was written, and where it should go."""

    project: Project
    message: Message
    devices: Sequence[Device]
    asker: Asker | None = None


class SendGate(QObject):
    """Lets through only what the checks find nothing against.

    Signals:
        opened: a SendRecord that passed.
        refused: the first Problem that keeps the message back, None if it is not ready.
        said: a sentence for the user.
    """

    opened = Signal(object)
    refused = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        document: MessageDocument,
        devices: DeviceListModel,
        choice: ProjectChoice,
        confirm: ConfirmBar,
        checks: MessageChecks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._devices = devices
        self._choice = choice
        self._confirm = confirm
        self._checks = checks
        self._placeholders = checks.placeholders
        self._last: _Wanted | None = None

    def send(self) -> None:
        """Send the message to the chosen devices."""
        found = self._checks.check()
        stopping = [each for each in found if each.severity is Severity.BLOCKING]
        project = self._choice.project
        if self._checks.waiting:
            # The project lacks what is on its way: nobody can mend that there.
            stopping = [each for each in stopping if each.path != PROJECT]
        if stopping or self._checks.waiting or project is None:
            self.refused.emit(stopping[0] if stopping else None)
            return
        wanted = _Wanted(project, self._document.message, self._devices.chosen())
        self._ask_or_send(wanted)

    def send_again(self) -> None:
        """Send the last message to the last devices once more."""
        project, last = self._choice.project, self._last
        if last is None or project is None:
            self.said.emit(self.tr("Nothing has been sent yet in this run."))
        elif last.project.key != project.key:
            words = self.tr("The last send went through {name}. Choose it first.")
            self.said.emit(words.format(name=named(last.project)))
        else:
            self._ask_or_send(replace(last, project=project))

    def send_to(
        self,
        record: SendRecord,
        devices: Sequence[Device],
        doubtful: int,
        asker: Asker | None = None,
    ) -> None:
        """Send the message of an earlier send once more, only to these devices.

        It goes through the same project, and the same checks. `doubtful` of the devices
        may have it already: that is asked about first. `asker` hears of it instead of
        this window.
        """
        project, say = self._choice.project, asker.said if asker else self.said.emit
        if self._checks.waiting or project is None:
            say(self._checks.waiting or self.tr("Choose a project first."))
            return
        if record.project.key != project.key:
            words = self.tr("That send went through {name}. Choose it first.")
            say(words.format(name=named(record.project)))
            return
        stopping = self._checks.stopping(project, record.message, len(devices))
        if stopping:
            words = self.tr("It would be refused now: {why}")
            say(words.format(why=said(stopping.sentence)))
            return
        # What it was filled with then stays: the same message goes out.
        wanted = _Wanted(project, record.message, tuple(devices), asker)
        confirm = asker.confirm if asker else self._confirm
        if doubtful:
            words = self.tr(
                "{question} {count} of them may have it already: look at a phone first."
            )
            question = words.format(question=self._question(wanted), count=doubtful)
            confirm.ask(question, self.tr("Send"), lambda: self._open(wanted))
        else:
            self._ask_or_send(wanted)

    def draft_request(self) -> Request | None:
        """The first request of the message as it is now; None without a project.

        Where no device is chosen, the request names none.
        """
        project = self._choice.project
        if project is None:
            return None
        message = self._placeholders.for_send(self._document.message)
        requests = device_requests(project, message, self._devices.chosen())
        none = send_request(project, message, encode(message), ())
        return next(requests, none)

    def _ask_or_send(self, wanted: "_Wanted") -> None:
        if _is_costly(wanted):
            confirm = wanted.asker.confirm if wanted.asker else self._confirm
            confirm.ask(
                self._question(wanted), self.tr("Send"), lambda: self._open(wanted)
            )
        else:
            self._open(wanted)

    def _open(self, wanted: "_Wanted") -> None:
        # Sent again from this window, it is this window's.
        self._last = replace(wanted, asker=None)
        message = self._placeholders.for_send(wanted.message)
        self._checks.remember(message.title, message.body)
        record = SendRecord(
            uuid.uuid4().hex, time.time(), wanted.project, message, wanted.devices
        )
        if wanted.asker:
            wanted.asker.opened(record)
        self.opened.emit(record)

    def _question(self, wanted: "_Wanted") -> str:
        """Repeats what would be wrong to get wrong."""
        title = self._placeholders.example(wanted.message).title
        target = target_of(wanted.message)
        if target:
            words = self.tr(
                "Send “{title}” through {project} ({environment}) to every device of "
                "{target}?"
            )
        else:
            words = self.tr(
                "Send “{title}” through {project} ({environment})? Devices: {count}."
            )
        return words.format(
            title=title or self.tr("a message that shows nothing"),
            project=named(wanted.project),
            environment=environment_word(wanted.project.environment),
            count=grouped(len(wanted.devices)),
            target=target,
        )


def _is_costly(wanted: _Wanted) -> bool:
    """Whether a mistake would reach people (design: confirmation)."""
    if wanted.project.environment is Environment.SANDBOX:
        return False
    formal = wanted.project.environment is Environment.FORMAL
    return formal or not wanted.message.is_test or len(wanted.devices) >= MANY
