"""The message being written: one document that every panel is a view of."""

import time
from typing import Any
from weakref import proxy

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from hmpush_gui.pushkit.carry import carry
from hmpush_gui.pushkit.document import Path, compact
from hmpush_gui.pushkit.kinds import Kind, kind_of
from hmpush_gui.pushkit.languages import Languages, carried
from hmpush_gui.pushkit.message import Draft, Message, Origin
from hmpush_gui.pushkit.placing import put

_PAUSE = 1.5
"""Seconds without typing after which an edit of the same value is a new undo step."""


class MessageDocument(QObject):
    """Owns the message, its languages, its undo stack, and text that is no JSON yet.

    Signals:
        changed: the message differs, by an edit, undo, redo or load.
        languages_changed: its languages, or texts of those that it is not in now.
        kind_changed: another kind of message; forms must be built anew.
        draft_changed: anything that belongs into the saved draft.
        broken_replaced: the broken texts are others, by load, replace or undo.
        left_behind: a change of kind took not everything along: the paths of what
            stayed behind, the schema that names them, and where to undo to.
        leaving: another draft takes this one's place next, by replace, undo or redo.
        origin_changed: the message belongs to another file, or to another state of it.
    """

    changed = Signal()
    languages_changed = Signal()
    kind_changed = Signal()
    draft_changed = Signal()
    broken_replaced = Signal()
    left_behind = Signal(tuple, str, int)
    leaving = Signal()
    origin_changed = Signal()

    def __init__(self, message: Message, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._message = message
        self._languages: Languages | None = None
        # As it was before it was edited key by key; see `put`.
        self._ground = message.document
        self._broken_text: str | None = None
        self._broken_data: str | None = None
        self._origin: Origin | None = None
        self._origins: dict[str, Origin] = {}
        self.undo_stack = QUndoStack(self)

    @property
    def message(self) -> Message:
        return self._message

    @property
    def languages(self) -> Languages | None:
        """The languages of the message; None while it is in one."""
        return self._languages

    @property
    def kind(self) -> Kind:
        return kind_of(self._message)

    @property
    def broken_text(self) -> str | None:
        """The JSON text as typed while it is broken; the last good message stays."""
        return self._broken_text

    def set_broken_text(self, text: str | None) -> None:
        if text != self._broken_text:
            self._broken_text = text
            self.draft_changed.emit()

    @property
    def broken_data(self) -> str | None:
        """The data as typed while it is no JSON object and cannot be sent as one."""
        return self._broken_data

    def set_broken_data(self, text: str | None) -> None:
        if text != self._broken_data:
            self._broken_data = text
            self.draft_changed.emit()

    @property
    def origin(self) -> Origin | None:
        """The file the message is from; None for one that is in no file yet."""
        return self._origin

    def set_origin(self, origin: Origin | None) -> None:
        """Say that the message is in this file now, or that the file changed."""
        if origin is not None:
            self.know_origin(origin)
        if origin != self._origin:
            self._origin = origin
            self.origin_changed.emit()
            self.draft_changed.emit()

    def know_origin(self, origin: Origin) -> None:
        """Know what a file holds now, for when undo brings its message back."""
        self._origins[origin.path] = origin

    def set_value(self, path: Path, value: Any) -> None:
        """Edit one value; None takes it away. Typing on in one value is one undo."""
        self._put(path, value, path)

    def set_step(self, path: Path, value: Any) -> None:
        """As `set_value`, but always a step of its own for undo."""
        self._put(path, value, None)

    def _put(self, path: Path, value: Any, typing: Path | None) -> None:
        ground = self._ground
        document = put(self._message.document, path, value, ground)
        self._push(_replaced(self._message, document), self.tr("Edit"), typing)
        self._ground = ground

    def set_document(self, document: dict[str, Any]) -> None:
        """Replace the whole document, as the JSON view does."""
        self._push(_replaced(self._message, document), self.tr("Edit JSON"), ("",))

    def set_kind(self, kind: Kind) -> None:
        """Turn the message into another kind, and tell what did not carry over."""
        before, step = self.kind, self.undo_stack.index()
        if kind.key == before.key:
            return
        found, languages = carry(self._message, kind), self._languages
        if languages is not None:
            languages = carried(self._message, languages, kind)
        self.edit(found.message, languages, self.tr("Change kind"))
        if found.left:
            self.left_behind.emit(found.left, before.schema, step)

    def edit(
        self,
        message: Message,
        languages: Languages | None,
        what: str,
        typing: Path | None = None,
    ) -> None:
        """Put a message in its languages in force, as one step of undo.

        Steps of the same `typing` in a row are one.
        """
        if languages != self._languages or not _same(message, self._message):
            self.undo_stack.push(_Edit(self, message, languages, what, typing))

    def undo_to(self, step: int) -> None:
        """Take back everything since `step`, if that was not done already."""
        if step < self.undo_stack.index():
            self.undo_stack.setIndex(step)

    def replace(
        self,
        message: Message,
        what: str,
        origin: Origin | None = None,
        languages: Languages | None = None,
    ) -> None:
        """Put another message in its place; undo brings the old one back.

        What was typed but is no JSON yet, and the file it is from, go with it, and
        come back with it.
        """
        if origin is not None:
            self.know_origin(origin)
        clean = self._broken_text is None and self._broken_data is None
        same = (origin, languages) == (self._origin, self._languages)
        if not (clean and same and _same(message, self._message)):
            after = Draft(message, origin=origin, languages=languages)
            self.undo_stack.push(_Replace(self, after, what))

    def replace_draft(self, draft: Draft, what: str) -> None:
        """As `replace`, with what was typed but is no JSON."""
        if draft != self.draft():
            self.undo_stack.push(_Replace(self, draft, what))

    def load(self, draft: Draft) -> None:
        """Start from `draft`, with nothing to undo."""
        self.undo_stack.clear()
        self.take_draft(draft)

    def draft(self) -> Draft:
        return Draft(
            self._message,
            self._broken_text,
            self._broken_data,
            self._origin,
            self._languages,
        )

    def take(self, message: Message, languages: Languages | None) -> None:
        """Make `message` the one in force and tell everybody; for undo commands."""
        before, spoken = self.kind, self._languages
        self._message, self._languages = message, languages
        self._ground = message.document
        if self.kind.key != before.key:
            self.kind_changed.emit()
        self.changed.emit()
        if languages != spoken:
            self.languages_changed.emit()
        self.draft_changed.emit()

    def take_draft(self, draft: Draft) -> None:
        """As `take`, with what was typed but is no JSON; for undo commands."""
        self._broken_text = draft.broken_text
        self._broken_data = draft.broken_data
        origin = draft.origin
        # The file may have been saved since the draft was put away.
        self._origin = origin and self._origins.get(origin.path, origin)
        self.take(draft.message, draft.languages)
        self.broken_replaced.emit()
        self.origin_changed.emit()

    def _push(self, message: Message, what: str, path: Path | None) -> None:
        self.edit(message, self._languages, what, path)


class _Edit(QUndoCommand):
    """From one message to the next; edits of the same value in a row are one.

    Like every command it only borrows the document, which owns the stack: in a ring of
    references Python would free commands before the stack that frees them, too.
    """

    def __init__(
        self,
        document: MessageDocument,
        after: Message,
        languages: Languages | None,
        what: str,
        path: Path | None,
    ) -> None:
        super().__init__(what)
        self._document = proxy(document)
        self._before = document.message, document.languages
        self.after = after, languages
        self.path = path
        self.at = time.monotonic()

    def id(self) -> int:
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Edit) or self.path is None:
            return False
        if other.path != self.path or other.at - self.at > _PAUSE:
            return False
        self.after, self.at = other.after, other.at
        return True

    def undo(self) -> None:
        self._document.take(*self._before)

    def redo(self) -> None:
        self._document.take(*self.after)


class _Replace(QUndoCommand):
    """From one draft to another message."""

    def __init__(self, document: MessageDocument, after: Draft, what: str) -> None:
        super().__init__(what)
        self._document = proxy(document)
        self._before = document.draft()
        self._after = after

    def undo(self) -> None:
        self._document.leaving.emit()
        self._document.take_draft(self._before)

    def redo(self) -> None:
        self._document.leaving.emit()
        self._document.take_draft(self._after)


def _same(one: Message, other: Message) -> bool:
    """Whether the wire would carry the same; in Python 1 is True is 1.0."""
    kinds = (one.api, one.push_type), (other.api, other.push_type)
    return kinds[0] == kinds[1] and compact(one.document) == compact(other.document)


def _replaced(message: Message, document: dict[str, Any]) -> Message:
    return Message(message.api, message.push_type, document)
