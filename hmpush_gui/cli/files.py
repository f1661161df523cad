"""Reads the files that commands are given; `-` is standard input."""

import io
import sys
from pathlib import Path
from typing import BinaryIO

from hmpush_gui.exchange.conversion import Source
from hmpush_gui.exchange.foreign import foreign
from hmpush_gui.exchange.message_file import read_message
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.message import Api, Message

from .outcome import BadInput

_SOURCES = {
    Source.FCM: "a message of Firebase (HTTP v1)",
    Source.FCM_LEGACY: "a message of Firebase (legacy HTTP)",
    Source.APNS: "a payload of Apple (APNs)",
}
_LARGEST = 64 * 1024 * 1024


def read_text(name: str) -> str:
    """The text of a file. Raises BadInput."""
    path, shown = Path(name), "Standard input" if name == "-" else name
    try:
        if name != "-" and path.stat().st_size > _LARGEST:
            raise BadInput(f"{name} is larger than 64 MB.")
        content = _standard_input() if name == "-" else path.read_bytes()
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(f"{shown} is not a text in UTF-8.") from None
    except OSError as error:
        raise _not_opened(name, error) from None


def open_binary(name: str) -> BinaryIO:
    """A file of any size, to be read and to seek in. Raises BadInput."""
    if name == "-":
        return io.BytesIO(sys.stdin.buffer.read())
    try:
        return open(name, "rb")
    except (OSError, ValueError) as error:
        raise _not_opened(name, error) from None


def read_message_file(name: str, api: str | None, push_type: str | None) -> Message:
    """The message in a file, ours or a bare request body. Raises BadInput."""
    text = read_text(name)
    shown = "Standard input" if name == "-" else name
    try:
        message = read_message(text, Api(api) if api else None, push_type)
    except DocumentError as error:
        advice = _foreign_words(text, legacy=False)
        raise BadInput(f"{shown}: {advice or error.sentence}") from None
    if advice := _foreign_words(text, legacy=message.api.legacy):
        print(f"hmpush: {shown}: {advice}", file=sys.stderr)
    return message


def _foreign_words(text: str, *, legacy: bool) -> str:
    """What to do with a message of another service; empty for what is none."""
    found = foreign(text, legacy=legacy)
    if found is None:
        return ""
    what = "a command of curl" if found.command else _SOURCES.get(found.source)
    return f"This is {what}: “hmpush convert” turns it into a message." if what else ""


def _not_opened(name: str, error: OSError | ValueError) -> BadInput:
    if isinstance(error, FileNotFoundError):
        return BadInput(f"{name}: there is no such file.")
    if isinstance(error, IsADirectoryError):
        return BadInput(f"{name} is a folder, not a file.")
    reason = error.strerror if isinstance(error, OSError) else None
    return BadInput(f"{name} cannot be read: {reason or error}.")


def _standard_input() -> bytes:
    """Its bytes: a byte order mark, or what is no text, shows only in them."""
    content = sys.stdin.buffer.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise BadInput("Standard input is larger than 64 MB.")
    return content
