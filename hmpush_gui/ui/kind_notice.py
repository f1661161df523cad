"""Says what a change of kind could not take along, and offers the way back."""

from functools import partial

from PySide6.QtCore import QObject

from hmpush_gui.pushkit.document import Path
from hmpush_gui.pushkit.schemas import label

from .message_document import MessageDocument
from .notice_bar import NoticeBar, Offer
from .theme import Tone
from .words import described, listed

_MOST = 8
"""How many values are named one by one."""


class KindNotice(QObject):
    """One notice about the last change of kind; the next change takes it away."""

    def __init__(
        self, document: MessageDocument, notices: NoticeBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._notices = notices
        self._text = ""
        document.kind_changed.connect(self._on_kind_changed)
        document.left_behind.connect(self._on_left_behind)

    def _on_kind_changed(self) -> None:
        self._notices.dismiss(self._text)

    def _on_left_behind(self, paths: tuple[Path, ...], schema: str, step: int) -> None:
        names = list(dict.fromkeys(described(label(schema, path)) for path in paths))
        named = listed(names[:_MOST])
        more = len(names) - _MOST
        if more > 0:
            self._text = self.tr("Not carried over: {names} and {count} more.").format(
                names=named, count=more
            )
        else:
            self._text = self.tr("Not carried over: {names}.").format(names=named)
        undo = Offer(self.tr("Undo"), partial(self._document.undo_to, step))
        self._notices.tell(self._text, Tone.WARNING, undo)
