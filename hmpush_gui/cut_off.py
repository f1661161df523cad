"""Sends that an earlier run could not finish: the user says what becomes of them."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QDate, QDateTime, QLocale, QObject
from PySide6.QtGui import QGuiApplication

from hmpush_gui.history_work import HistoryWork
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.pushkit.record import SendHistory, SendSummary
from hmpush_gui.sender import Sender
from hmpush_gui.store.history import History
from hmpush_gui.tasks import Start
from hmpush_gui.ui.environments import environment_word
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.notice_bar import Offer
from hmpush_gui.ui.theme import Tone
from hmpush_gui.ui.veiling import past_name
from hmpush_gui.ui.words import grouped


class CutOff(HistoryWork):
    """Offers what a crash left behind; does nothing by itself.

    Going on sends what is Not sent. What is Unknown may be on a phone: it is told
    apart, and left alone. A send that the user leaves is not offered again.
    """

    def __init__(
        self,
        window: MainWindow,
        sends: Sender,
        history: History,
        start: Start,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(window, sends, history, start, parent)
        self._left: list[SendSummary] = []

    async def offer(self) -> None:
        """Tell of the sends that no run has brought to an end, the newest first."""
        found = await self._read(self._history.unfinished())
        running = self._sends.under_way()
        cut = [send for send in found or () if send.key not in running]
        self._left = [send for send in cut if _is_open(send)]
        for send in cut:
            if not _is_open(send):
                # All is known of it; only its end was not written any more.
                self._sends.note(self._history.finish(send.key))
        self._tell_first()

    def _tell_first(self) -> None:
        """One at a time: each is a choice of its own."""
        if self._left:
            self._tell(self._left[0])

    def _tell(self, send: SendSummary) -> None:
        left = send.counts[Verdict.NOT_SENT]
        offers = [
            Offer(self.tr("Show"), partial(self._show, send)),
            Offer(self.tr("Leave it"), partial(self._leave, send)),
        ]
        words = self._words(send)
        if left and self._project_of(send):
            offers.insert(0, Offer(self.tr("Go on"), partial(self._go_on, send)))
        elif left:
            words += " " + self.tr(
                "Its project is gone or has another environment now: the rest cannot "
                "go on."
            )
        if more := len(self._left) - 1:
            words += " " + self.tr("Cut off before it: {count}.").format(count=more)
        self._window.tell(words, Tone.WARNING, *offers)

    def _words(self, send: SendSummary) -> str:
        return self.tr(
            "The send of {time} was cut off: “{title}” through {project} "
            "({environment}). Not sent: {left}, unknown: {unknown}, of {total}."
        ).format(
            time=_moment(send.started_at),
            title=send.title or self.tr("a message that shows nothing"),
            project=past_name(send.project_name, send.environment),
            environment=environment_word(send.environment),
            left=grouped(send.counts[Verdict.NOT_SENT]),
            unknown=grouped(send.counts[Verdict.UNKNOWN]),
            total=grouped(sum(send.counts.values())),
        )

    def _project_of(self, send: SendSummary) -> Project | None:
        """The project as it is now: a sandbox has another port in each run."""
        for project in self._window.projects.projects():
            if project.key == send.project_key:
                return project if project.environment == send.environment else None
        return None

    def _show(self, send: SendSummary) -> None:
        self._start(self._show_now(send.key))
        # The other offers still stand.
        self._tell(send)

    def _leave(self, send: SendSummary) -> None:
        # Written also if the program ends at this moment.
        self._sends.note(self._history.finish(send.key))
        self._window.outcome.past.if_made(lambda panel: panel.search_again())
        self._next()

    def _next(self) -> None:
        del self._left[:1]
        self._tell_first()

    def _go_on(self, send: SendSummary) -> None:
        self._start(self._go_on_now(send))
        self._next()

    async def _go_on_now(self, summary: SendSummary) -> None:
        send = await self._read(self._history.load(summary.key))
        project = self._project_of(summary)
        if send is None or project is None or summary.key in self._sends.under_way():
            return
        record = replace(send.record, project=project)
        self._sends.go_on(replace(send, record=record))
        self._tell_unknown(send)

    def _tell_unknown(self, send: SendHistory) -> None:
        tokens = [
            outcome.token
            for outcome in send.outcomes
            if outcome.verdict is Verdict.UNKNOWN
        ]
        if not tokens:
            return
        words = self.tr(
            "Unknown since the send of {time} was cut off: {count}. They are not sent "
            "to again, for the message may have arrived."
        ).format(time=_moment(send.record.started_at), count=grouped(len(tokens)))
        copy = partial(QGuiApplication.clipboard().setText, "\n".join(tokens))
        self._window.tell(
            words, Tone.WARNING, Offer(self.tr("Copy their tokens"), copy)
        )

    async def _show_now(self, key: str) -> None:
        if send := await self._read(self._history.load(key)):
            self._window.outcome.show_send(send)
            self._window.outcome.tabs.setCurrentIndex(0)


def _is_open(send: SendSummary) -> bool:
    return bool(send.counts[Verdict.NOT_SENT] or send.counts[Verdict.UNKNOWN])


def _moment(at: float) -> str:
    """The time, and the day if it was not today."""
    when = QDateTime.fromSecsSinceEpoch(int(at))
    time = when.toString("HH:mm")
    if when.date() == QDate.currentDate():
        return time
    day = QLocale().toString(when.date(), QLocale.FormatType.ShortFormat)
    return f"{day} {time}"
