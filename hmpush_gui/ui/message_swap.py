"""Puts another message into the composer, and keeps what was unsaved."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from hmpush_gui.pushkit.message import Draft, Message, Origin, PutAway

from .file_state import FileState
from .message_document import MessageDocument
from .notice_bar import NoticeBar, Offer
from .put_away import PutAwayDrafts
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

    def put(self, message: Message, what: str, origin: Origin | None = None) -> None:
        """Put `message` there; `what` is what undo calls it."""
        before, left = self._document.undo_stack.index(), self._leave()
        self._document.replace(message, what, origin)
        self._arrive(before, left)

    def take_up(self, draft: Draft) -> None:
        """Go on with a draft that was put away."""
        before, left = self._document.undo_stack.index(), self._leave()
        self._document.replace_draft(draft, self.tr("Take up draft"))
        self.put_away.take(draft)
        self._when_undone(before, lambda: self.put_away.add(draft))
        self._arrive(before, left)

    def bring_back(self, drafts: Sequence[PutAway]) -> None:
        """Put drafts back that were forgotten."""
        for kept in reversed(drafts):
            self.put_away.add(kept.draft)

    def _leave(self) -> Draft | None:
        """What is unsaved in the composer, before another message takes its place."""
        return self._document.draft() if self._state.unsaved else None

    def _arrive(self, before: int, left: Draft | None) -> None:
        if left is not None and self._document.undo_stack.index() > before:
            self.put_away.add(left)
            self._offer_way_back(before, left)
        self.done.emit()

    def _offer_way_back(self, before: int, left: Draft) -> None:
        words = self.tr(
            "What you were writing is in no file. Undo brings it back, and Messages "
            "at the left keeps it."
        )

        def forget() -> None:
            self._notices.dismiss(words)
            self.put_away.take(left)

        self._when_undone(before, forget)
        stack = self._document.undo_stack
        undo = Offer(self.tr("Undo"), lambda: stack.setIndex(before))
        self._notices.tell(words, Tone.GOOD, undo)

    def _when_undone(self, before: int, act: Callable[[], None]) -> None:
        """Do `act` once, when undo comes to where the stack was at `before`."""
        stack = self._document.undo_stack

        def look(index: int) -> None:
            if index <= before:
                stack.indexChanged.disconnect(connection)
                act()

        connection = stack.indexChanged.connect(look)
