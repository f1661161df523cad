"""Reads a file of text in blocks of whole lines, whatever its encoding."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .token_columns import Progress

SIZE = 1 << 20
_SNIFFED = 1 << 18

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NO_TEXT = QT_TRANSLATE_NOOP(
    "exchange",
    "This is no list of tokens: it is neither a text nor a table that can be read. "
    "Save it as CSV (UTF-8) or as .xlsx.",
)


def no_text() -> DocumentError:
    return DocumentError(_NO_TEXT)


def encoding_of(head: bytes) -> str:
    """The encoding of a text that begins with `head`. Raises DocumentError.

    By its byte order mark, else UTF-8, else GB18030, in which Excel saves Chinese.
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if b"\0" in head:
        raise no_text()
    for encoding in ("utf-8", "gb18030"):
        try:
            codecs.getincrementaldecoder(encoding)().decode(head)
        except UnicodeDecodeError:
            continue
        return encoding
    raise no_text()


class Blocks:
    """A text file, in UTF-8 whatever it was saved in, a block of whole lines at a time.

    Raises DocumentError where it is no text.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._size = file.seek(0, 2)
        file.seek(0)
        self.encoding = encoding_of(file.read(_SNIFFED))

    def head(self, size: int = _SNIFFED) -> str:
        """How the text begins, up to a whole line; all of a short one."""
        head = b""
        try:
            for block in self._blocks(size):
                head += block
                if len(head) >= size // 2:
                    break
            return head.decode("utf-8", "replace")
        except UnicodeDecodeError:
            raise no_text() from None

    def read(self, progress: Progress) -> Iterator[bytes]:
        """All blocks; those before a byte that is not of the encoding are UTF-8."""
        try:
            for block in self._blocks(SIZE):
                progress(min(self._file.tell(), self._size), self._size)
                yield block
        except UnicodeDecodeError:
            raise no_text() from None

    def again(self) -> bool:
        """Whether reading once more, in another encoding, can help."""
        if self.encoding != "utf-8":
            return False
        self.encoding = "gb18030"
        return True

    def _blocks(self, size: int) -> Iterator[bytes]:
        rest = bytearray()
        for text in self._utf8(size):
            seen = len(rest)
            rest += text
            # A return at the end may be half of a line's end.
            cut = max(rest.rfind(b"\n", seen), rest.rfind(b"\r", seen, -1)) + 1
            if cut:
                yield bytes(rest[:cut])
                del rest[:cut]
        if rest:
            yield bytes(rest)

    def _utf8(self, size: int) -> Iterator[bytes]:
        self._file.seek(0)
        mark = next((m for m, name in _MARKS if name == self.encoding), b"")
        if self._file.read(len(mark)) != mark:
            self._file.seek(0)
        if self.encoding == "utf-8":
            while block := self._file.read(size):
                yield block
            return
        decoder = codecs.getincrementaldecoder(self.encoding)()
        while block := self._file.read(size):
            yield decoder.decode(block).encode()
        yield decoder.decode(b"", final=True).encode()
