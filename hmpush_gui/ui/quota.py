"""How much of today's quotas this computer has used, beside what would be sent."""

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.problem import Problem
from hmpush_gui.pushkit.protocol import Exchange
from hmpush_gui.pushkit.usage import Count, Usage
from hmpush_gui.pushkit.usage_rules import usage_problems

from .pause import Pause
from .words import grouped

_CALM = 250
"""Milliseconds that changes are gathered: a send settles many requests a second."""


class Quota(QObject):
    """Counts for each project what was sent through it today.

    Signals:
        changed: something more was counted.
        told: what the message at hand counts against, in few words, and what that
            means; both empty if it counts against nothing that is known.
    """

    changed = Signal()
    told = Signal(str, str)

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._usages: dict[str, Usage] = {}
        self._gathering = Pause(_CALM, self)
        self._gathering.timeout.connect(self.changed)

    def note(self, project: str, message: Message, exchange: Exchange) -> None:
        """Count a request of the project with this key that was just answered."""
        self._usage(project).note(message, exchange, self._clock())
        self._gathering.start()

    def add(
        self, project: str, message: Message, requests: int, tokens: Iterable[str]
    ) -> None:
        """Count a send of an earlier run of today."""
        self._usage(project).add(message, requests, tokens, self._clock())
        self._gathering.start()

    def count(self, project: str, message: Message, token: str) -> Count | None:
        """What a message to one device counts against, of today until now."""
        return self._usage(project).count(message, [token], self._clock())

    def look(
        self, project: str, message: Message, tokens: Iterable[str]
    ) -> list[Problem]:
        """Tell what `message` counts against, and what is used up."""
        count = self._usage(project).count(message, tokens, self._clock())
        self.told.emit(*self._words(count))
        return list(usage_problems(count))

    def _usage(self, project: str) -> Usage:
        return self._usages.setdefault(project, Usage())

    def _words(self, count: Count | None) -> tuple[str, str]:
        if count is None:
            return "", ""
        words = self.tr("Today: {had} of {most}")
        if count.full is None:
            tip = self.tr(
                "Test messages of today, counted from this computer. Other computers "
                "and programs use up the same quota. It begins anew at midnight in "
                "Beijing."
            )
        else:
            tip = self.tr(
                "Marketing messages of today to that of the chosen devices which had "
                "most, counted from this computer. A phone shows 2 a day, 5 of news "
                "apps. It begins anew at midnight in Beijing."
            )
        return words.format(had=grouped(count.had), most=grouped(count.most)), tip
