"""Puts another message into the composer, and keeps what was unsaved."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from hmpush_gui.pushkit.languages import Languages
from hmpush_gui.pushkit.message import Draft, Message, Origin, PutAway

from .file_state import FileState
from .message_document import MessageDocument
from .notice_bar import NoticeBar, Offer
from .put_away import PutAwayDrafts, same
from .theme import Tone


class MessageSwap(QObject):
    """What makes room goes on the undo stack, and among the drafts put away.

    Signals:
        done: another message is in the composer.
    """

    done = Signal()

    def __init__(
        self,
        document: MessageDocument,
        state: FileState,
        notices: NoticeBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._state = state
        self._notices = notices
        self.put_away = PutAwayDrafts(self)
        self._given: Draft | None = None
        self._offered: Draft | None = None
        document.leaving.connect(self._on_leaving)
        document.broken_replaced.connect(self._on_draft_taken)

    def know_given(self, draft: Draft) -> None:
        """Know that nobody wrote `draft`: while it is untouched, nothing is lost."""
        self._given = draft

    def put(
        self,
        message: Message,
        what: str,
        origin: Origin | None = None,
        languages: Languages | None = None,
    ) -> None:
        """Put `message` there; `what` is what undo calls it."""
        before, left = self._document.undo_stack.index(), self._at_risk()
        self._document.replace(message, what, origin, languages)
        self.know_given(self._document.draft())
        self._offer_way_back(before, left)
        self.done.emit()

    def take_up(self, draft: Draft) -> None:
        """Go on with a draft that was put away."""
        before, left = self._document.undo_stack.index(), self._at_risk()
        self._document.replace_draft(draft, self.tr("Take up draft"))
        self._offer_way_back(before, left)
        self.done.emit()

    def bring_back(self, drafts: Sequence[PutAway]) -> None:
        """Put drafts back that were forgotten."""
        for kept in reversed(drafts):
            self.put_away.add(kept.draft)

    def _at_risk(self) -> Draft | None:
        """The draft in the composer, if somebody wrote it and no file holds it."""
        draft = self._document.draft()
        lost = self._state.unsaved and not same(draft, self._given)
        return draft if lost else None

    def _on_leaving(self) -> None:
        if draft := self._at_risk():
            self.put_away.add(draft)

    def _on_draft_taken(self) -> None:
        draft = self._document.draft()
        self.put_away.take(draft)
        if same(draft, self._offered):
            self._offered = None
            self._notices.dismiss(self._words())

    def _words(self) -> str:
        return self.tr(
            "What you were writing is in no file. Undo brings it back, and Messages "
            "at the left keeps it."
        )

    def _offer_way_back(self, before: int, left: Draft | None) -> None:
        stack = self._document.undo_stack
        if left is not None and stack.index() > before:
            self._offered = left
            undo = Offer(self.tr("Undo"), lambda: stack.setIndex(before))
            self._notices.tell(self._words(), Tone.GOOD, undo)
