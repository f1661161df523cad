"""Joins the list of past sends to history: looking, marking, opening, comparing."""

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject

from hmpush_gui.comparing import Comparing
from hmpush_gui.exchange.hand_forms import ExportForm
from hmpush_gui.forgetting import Forgetting
from hmpush_gui.history_work import HistoryWork
from hmpush_gui.pushkit.record import SendHistory, SendPage, SendQuery
from hmpush_gui.recalling import Recalling
from hmpush_gui.sender import Sender
from hmpush_gui.store.history import PAGE, History
from hmpush_gui.tasks import Start
from hmpush_gui.ui.history_panel import HistoryPanel
from hmpush_gui.ui.main_window import MainWindow

_MOST = 10 * PAGE
"""Sends that are looked for again at once."""


class Past(HistoryWork):
    """Does what the panel of history asks for, once there is one."""

    def __init__(
        self,
        window: MainWindow,
        sends: Sender,
        history: History,
        start: Start,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(window, sends, history, start, parent)
        self._query = SendQuery()
        self._in_tokens = False
        self._marks = 0
        self._marking: Future[None] | None = None
        self.forgetting = Forgetting(window, sends, history, start, self)
        self.forgetting.changed.connect(self.refresh)
        self.comparing = Comparing(window, self.load, self)
        self.recalling = Recalling(window, sends, self.load, self)
        window.outcome.past.when_made(self._join)

    def refresh(self) -> None:
        """Look again, when what was asked to be written is."""
        self._window.outcome.past.if_made(
            lambda panel: self._start(self._look_again(panel))
        )

    async def clear_up(self) -> None:
        """Forget what an earlier run was about to, and what was kept long enough.

        Only while no other run of the program works on the same history.
        """
        await self.forgetting.clear_up()

    async def aclose(self) -> None:
        """Make final what can still be undone."""
        await self.forgetting.aclose()

    def _join(self, panel: HistoryPanel) -> None:
        panel.searched.connect(self._on_searched)
        panel.more_wanted.connect(self._on_more_wanted)
        panel.draft_wanted.connect(self._on_draft_wanted)
        panel.export_wanted.connect(self._on_export_wanted)
        panel.compare_wanted.connect(self._on_compare_wanted)
        panel.compare_draft_wanted.connect(self._on_compare_draft_wanted)
        panel.recall_refusal = self.recalling.refusal
        panel.recall_wanted.connect(self._on_recall_wanted)
        panel.starred.connect(self._on_starred)
        panel.renamed.connect(self._on_renamed)
        panel.annotated.connect(self._on_annotated)
        panel.forget_wanted.connect(self.forgetting.forget)
        panel.forget_older_wanted.connect(self.forgetting.forget_older)
        projects = self._window.projects
        show = partial(self._show_projects, panel)
        for changed in (
            projects.modelReset, projects.rowsInserted, projects.rowsRemoved,
            projects.dataChanged,
        ):  # fmt: skip
            changed.connect(show)
        show()
        panel.search_again()

    def _show_projects(self, panel: HistoryPanel, *_what: object) -> None:
        panel.filters.show_projects(self._window.projects.projects())

    # What the panel asks.

    def _on_searched(self, query: SendQuery) -> None:
        self._start(self._search(query))

    def _on_more_wanted(self, query: SendQuery, more: int) -> None:
        self._start(self._search(query, more))

    def _on_draft_wanted(self, key: str) -> None:
        self._start(self._write_on(key))

    def _on_export_wanted(self, key: str, form: ExportForm) -> None:
        self._start(self._export(key, form))

    def _on_compare_wanted(self, before: str, after: str) -> None:
        self._start(self.comparing.compare(before, after))

    def _on_compare_draft_wanted(self, key: str) -> None:
        self._start(self.comparing.compare_with_draft(key))

    def _on_recall_wanted(self, key: str) -> None:
        self._start(self.recalling.recall(key))

    def _on_starred(self, keys: Sequence[str], on: bool) -> None:
        self._mark(self._history.star(keys, on=on))

    def _on_renamed(self, key: str, name: str) -> None:
        self._mark(self._history.rename(key, name))

    def _on_annotated(self, key: str, note: str) -> None:
        self._mark(self._history.annotate(key, note))

    def _mark(self, writing: Future[None]) -> None:
        self._marks += 1
        self._marking = writing
        self._sends.note(writing)

    # Done in threads.

    async def _search(self, query: SendQuery, more: int | None = None) -> None:
        if self._marking and not self._marking.done():
            # Another thread writes it, and what is read would be from before.
            await self._read(self._history.written())
        panel, marks = self._window.outcome.history, self._marks
        if more is None:
            page = await self._find(panel, query)
            if marks != self._marks and query == panel.query():
                # What was read is from before a star or a note that is shown by now.
                await self._search(query)
                return
        else:
            inside = self._in_tokens
            found = self._history.search(query, more, in_tokens=inside)
            page = await self._read(found)
        # Nothing came of it if another was asked for meanwhile.
        if page is None or query != panel.query():
            return
        if more is None:
            panel.show_sends(page, self._sends.under_way())
        else:
            panel.model.add(page)

    async def _find(self, panel: HistoryPanel, query: SendQuery) -> SendPage | None:
        """The first page; of what is found nowhere else, that of pieces of tokens."""
        # Who has scrolled far stays there when the same is looked for again.
        rows = panel.model.count() if query == self._query else 0
        self._query, self._in_tokens = query, False
        limit = max(PAGE, min(rows, _MOST))
        page = await self._read(self._history.search(query, None, limit))
        if page is None or page.sends or not query.text or query != panel.query():
            return page
        panel.show_sends(page, looking=True)
        self._in_tokens = True
        return await self._read(self._history.search(query, in_tokens=True))

    async def _look_again(self, panel: HistoryPanel) -> None:
        await self._read(self._history.written())
        panel.search_again()

    async def _write_on(self, key: str) -> None:
        if send := await self.load(key):
            self._window.write_on(send.record.message)

    async def _export(self, key: str, form: ExportForm) -> None:
        if send := await self.load(key):
            self._window.handing.export_send(send, form)

    async def load(self, key: str) -> SendHistory | None:
        """The send called `key`; None if it is gone or history cannot be read."""
        return await self._read(self._history.load(key))
