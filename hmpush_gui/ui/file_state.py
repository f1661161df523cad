"""Which file the message being written is in, and whether it differs from it."""

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hmpush_gui.exchange.message_file import (
    MessageFile,
    read_file,
    without_tokens,
    write_file,
)
from hmpush_gui.pushkit.document import compact
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.message import Message, Origin

from .message_document import MessageDocument

if TYPE_CHECKING:
    from hmpush_gui.pushkit.languages import Languages


class FileState(QObject):
    """Compares the message with the file it is from, at every change of either.

    Signals:
        changed: `name` or `modified` is another.
    """

    changed = Signal()

    def __init__(
        self, document: MessageDocument, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._origin: Origin | None = None
        self._file: MessageFile | None = None
        self._wire = b""
        self._languages: Languages | None = None
        self._shown = ("", False)
        document.draft_changed.connect(self._on_changed)
        document.origin_changed.connect(self._on_changed)

    @property
    def name(self) -> str:
        """The file's name; empty for a message that is in no file yet."""
        origin = self._document.origin
        return PurePath(origin.path).name if origin else ""

    @property
    def modified(self) -> bool:
        """Whether the file holds something else; False where there is no file."""
        return self._shown[1]

    @property
    def unsaved(self) -> bool:
        """Whether something was written that no file holds."""
        if self._document.origin is not None:
            return self.modified
        if self._is_broken() or self._document.languages is not None:
            return True
        blank = self._document.kind.message()
        return wire(self._document.message) != wire(blank)

    def text(self) -> str:
        """What saving writes: the message, and all else that its file held."""
        file = self._file or MessageFile(self._document.message)
        document = self._document
        return write_file(
            replace(file, message=document.message, languages=document.languages)
        )

    def _on_changed(self) -> None:
        origin = self._document.origin
        if origin is not self._origin:
            self._origin = origin
            self._file = file_of(origin) if origin else None
            self._wire = wire(self._file.message) if self._file else b""
            self._languages = self._file.languages if self._file else None
        shown = (self.name, origin is not None and self._differs())
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    def _differs(self) -> bool:
        document = self._document
        return (
            self._is_broken()
            or document.languages != self._languages
            or wire(document.message) != self._wire
        )

    def _is_broken(self) -> bool:
        document = self._document
        return document.broken_text is not None or document.broken_data is not None


def file_of(origin: Origin) -> MessageFile | None:
    """What the file of `origin` held; None if that was no message."""
    try:
        return read_file(origin.text)
    except DocumentError:
        return None


def wire(message: Message) -> bytes:
    """The kind and the bytes of `message`, to be compared."""
    kind = f"{message.api} {message.push_type} ".encode()
    return kind + compact(without_tokens(message.document))
