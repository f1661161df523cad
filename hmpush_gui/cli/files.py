"""Reads the files that commands are given; `-` is standard input."""

import io
import sys
from pathlib import Path
from typing import BinaryIO

from hmpush_gui.exchange.message_file import read_message
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.message import Api, Message

from .outcome import BadInput

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
    try:
        return read_message(read_text(name), Api(api) if api else None, push_type)
    except DocumentError as error:
        shown = "Standard input" if name == "-" else name
        raise BadInput(f"{shown}: {error.sentence}") from None


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
