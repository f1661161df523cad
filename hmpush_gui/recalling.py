"""Takes back what an earlier send brought to phones, as a send of its own."""

import time
import uuid
from collections.abc import Awaitable, Callable
from functools import partial

from PySide6.QtCore import QObject

from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.pushkit.recall import TAKEN, refusal
from hmpush_gui.pushkit.record import Action, SendHistory, SendRecord, SendSummary
from hmpush_gui.sender import Sender
from hmpush_gui.ui.environments import environment_word
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.veiling import named
from hmpush_gui.ui.words import grouped, said

Load = Callable[[str], Awaitable[SendHistory | None]]
"""The send of a key."""


class Recalling(QObject):
    """Says what cannot be recalled; asks first where it reaches phones of people."""

    def __init__(
        self,
        window: MainWindow,
        sends: Sender,
        load: Load,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._sends = sends
        self._load = load

    def refusal(self, send: SendSummary) -> str:
        """Why a send cannot be recalled; empty where it can."""
        if send.key in self._sends.under_way():
            return self.tr("It is under way. Stop it first.")
        kinds = self._window.choice.at_hand_for(send.project_key)
        sentence = refusal(send, self._project(send.project_key), kinds)
        return said(sentence) if sentence else ""

    async def recall(self, key: str) -> None:
        """Take the send `key` back from all devices that may have it."""
        send = await self._load(key)
        project = self._project(send.record.project.key) if send else None
        if send is None or project is None:
            return
        record = _recall_of(send, project)
        if project.environment is Environment.SANDBOX:
            self._sends.send(record)
        else:
            go = partial(self._sends.send, record)
            self._window.confirm.ask(self._question(record), self.tr("Recall"), go)

    def _question(self, record: SendRecord) -> str:
        return self.tr(
            "Recall “{title}” through {project} ({environment})? Devices: {count}. "
            "Notifications that were clicked or removed stay as they are, and so does "
            "the badge."
        ).format(
            title=record.message.title or self.tr("a message that shows nothing"),
            project=named(record.project),
            environment=environment_word(record.project.environment),
            count=grouped(len(record.devices)),
        )

    def _project(self, key: str) -> Project | None:
        projects = self._window.projects.projects()
        return next((each for each in projects if each.key == key), None)


def _recall_of(send: SendHistory, project: Project) -> SendRecord:
    devices = tuple(
        device
        for device, outcome in zip(send.record.devices, send.outcomes, strict=True)
        if outcome.verdict in TAKEN
    )
    return SendRecord(
        uuid.uuid4().hex,
        time.time(),
        project,
        send.record.message,
        devices,
        Action.RECALL,
        send.record.key,
    )
