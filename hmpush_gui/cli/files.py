"""Reads the files that commands are given; `-` is standard input."""

import sys
from pathlib import Path

from hmpush_gui.exchange.message_file import read_message
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.message import Api, Message

from .outcome import BadInput

_LARGEST = 64 * 1024 * 1024


def read_text(name: str) -> str:
    """The text of a file. Raises BadInput."""
    if name == "-":
        return sys.stdin.read()
    path = Path(name)
    try:
        if path.stat().st_size > _LARGEST:
            raise BadInput(f"{name} is larger than 64 MB.")
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise BadInput(f"{name}: there is no such file.") from None
    except IsADirectoryError:
        raise BadInput(f"{name} is a folder, not a file.") from None
    except UnicodeDecodeError:
        raise BadInput(f"{name} is not a text in UTF-8.") from None
    except OSError as error:
        raise BadInput(f"{name} cannot be read: {error.strerror or error}.") from None


def read_message_file(name: str, api: str | None, push_type: str | None) -> Message:
    """The message in a file, ours or a bare request body. Raises BadInput."""
    try:
        return read_message(read_text(name), Api(api) if api else None, push_type)
    except DocumentError as error:
        raise BadInput(f"{name}: {error.sentence}") from None
