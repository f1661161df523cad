"""Joins the log to what it is about, and to the menu that rules it."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from hmpush_gui.desk import Desk
from hmpush_gui.faults import Faults
from hmpush_gui.pushkit.outcome import Verdict, verdicts
from hmpush_gui.pushkit.protocol import Exchange
from hmpush_gui.pushkit.record import SendRecord
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.run_log import RunLog
from hmpush_gui.store.errors import StoreError, from_os_error
from hmpush_gui.ui.log_level import LogLevel, log_level_named
from hmpush_gui.ui.notice_bar import Offer
from hmpush_gui.ui.theme import Tone
from hmpush_gui.ui.words import said
from hmpush_gui.versions import versions

if TYPE_CHECKING:
    from hmpush_gui.sender import Sender

SETTING = "log_level"
_LOG = logging.getLogger("hmpush_gui")
_SENDS = logging.getLogger("hmpush_gui.sends")


class LogJoins(QObject):
    """Logs starts, sends, refusals and troubles: numbers and codes, no texts of users.

    A send is called by the start of its key, which history knows.
    """

    def __init__(
        self, desk: Desk, folder: Path, level: str = "", parent: QObject | None = None
    ) -> None:
        """`level` counts for this run, before the one in the settings."""
        super().__init__(parent)
        self._desk = desk
        chosen = log_level_named(level or desk.keeper.settings.get(SETTING, ""))
        self.log = RunLog(folder, chosen)
        self._faults = Faults(folder)
        self._sends: SendLog | None = None
        desk.window.actions_.log_levels[chosen].setChecked(True)
        desk.window.log_level_chosen.connect(self._on_level_chosen)
        desk.window.log_folder_wanted.connect(self.open_folder)
        desk.troubled.connect(self._on_troubled)
        desk.engine_opened.connect(lambda engine: self._listen(engine.sends))

    def start(self) -> None:
        self._set(self.log.start)
        if self.log.level is not LogLevel.OFF:
            runs_on = ", ".join(f"{name} {each}" for name, each in versions().items())
            _LOG.info("started: %s", runs_on)
            self._tell_of_fault()
            self._faults.watch()
        for sentence in self._desk.keeper.told:
            self._on_troubled(sentence)

    def stop(self) -> None:
        _LOG.info("ended")
        self._faults.end()
        self.log.stop()

    def open_folder(self) -> None:
        """Show the folder of the log, which may be empty as yet."""
        self._set(partial(open_folder, self.log.folder))

    def _tell_of_fault(self) -> None:
        report = self._faults.find()
        if report is None:
            return
        _LOG.error("the run before ended hard: %s", report.name)
        words = self.tr(
            "The last run ended by a fault outside of this program’s own code, "
            "probably in a library or a driver. Your draft is as it was written last. "
            "{name} in the log folder says where it happened."
        ).format(name=report.name)
        offer = Offer(self.tr("Open the log folder"), self.open_folder)
        self._desk.window.tell(words, Tone.WARNING, offer)

    def _set(self, change: Callable[[], None]) -> None:
        try:
            change()
        except StoreError as error:
            words = self.tr("No log is written. {reason}")
            words = words.format(reason=said(error.sentence))
            self._desk.window.tell(words, Tone.WARNING)

    def _on_level_chosen(self, level: LogLevel) -> None:
        self._desk.keeper.settings[SETTING] = str(level)
        self._desk.window.settings_changed.emit()
        self._set(partial(self.log.set_level, level))
        _LOG.info("level is now %s", level)

    def _on_troubled(self, sentence: Sentence) -> None:
        _LOG.warning("%s", sentence)

    def _listen(self, sends: "Sender") -> None:
        self._sends = SendLog(sends, self)


class SendLog(QObject):
    """Logs each send of `sends` with its requests, by numbers and codes."""

    def __init__(self, sends: "Sender", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begun: set[tuple[str, int]] = set()
        sends.started.connect(self._on_started)
        sends.begun.connect(lambda key, number: self._begun.add((key, number)))
        sends.settled.connect(self._on_settled)
        sends.finished.connect(lambda key: _SENDS.info("%s ended", key[:8]))

    def _on_started(self, record: SendRecord) -> None:
        _SENDS.info(
            "%s begins: %s, %s %s, %s devices, %s",
            record.key[:8],
            record.action,
            record.message.api,
            record.message.push_type,
            len(record.devices),
            record.project.environment,
        )

    def _on_settled(self, key: str, number: int, exchange: Exchange) -> None:
        if (key, number) not in self._begun:
            # Of an earlier run, whose log has it.
            return
        self._begun.discard((key, number))
        counts = verdicts(exchange.outcomes)
        level = logging.INFO if set(counts) <= {Verdict.ACCEPTED} else logging.WARNING
        _SENDS.log(level, "%s request %s: %s", key[:8], number, _told(exchange))


def open_folder(folder: Path) -> None:
    """Have the desktop show `folder`. Raises StoreError."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise from_os_error(error, folder) from error
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _told(exchange: Exchange) -> str:
    counts = verdicts(exchange.outcomes)
    parts = [f"{count} {verdict}" for verdict, count in counts.items()]
    if exchange.answer:
        parts.append(f"HTTP {exchange.answer.status}")
    if exchange.code:
        parts.append(f"code {_short(exchange.code)}")
    elif exchange.outcomes:
        parts.append(_short(exchange.outcomes[0].reason))
    if exchange.request_id:
        parts.append(f"requestId {_short(exchange.request_id)}")
    return ", ".join(parts)


def _short(text: str) -> str:
    """What a server said, which may be anything."""
    return repr(text[:64])[1:-1]
