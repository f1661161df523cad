"""`hmpush schema`: what editors need to complete and check message files."""

import argparse
import json
from typing import TYPE_CHECKING

from hmpush_gui.exchange.message_schema import FILE_NAME, message_schema

from .outcome import BadInput, Exit

if TYPE_CHECKING:
    from pathlib import Path


def schema(options: argparse.Namespace) -> Exit:
    """Print the JSON Schema of message files, or write it beside them."""
    text = json.dumps(message_schema(), ensure_ascii=False, indent=1) + "\n"
    if options.write is None:
        print(text, end="")
        return Exit.GOOD
    path: Path = options.write / FILE_NAME
    try:
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or error
        raise BadInput(f"{path} cannot be written: {reason}.") from None
    print(path)
    return Exit.GOOD
