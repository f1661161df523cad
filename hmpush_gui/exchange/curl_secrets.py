"""Hides in a command, as it is shown, what proves who sends."""

import re

from .curl_command import Command
from .redact import MASK

_SHORTEST = 4


def hidden(text: str, command: Command) -> str:
    """`text` with what proves who sends hidden, as far as it stands there so."""
    for secret in sorted(command.secrets, key=len, reverse=True):
        # What comes behind the scheme, such as Bearer.
        bare = re.sub(r"^(?:bearer|basic|key=)\s*", "", secret, flags=re.IGNORECASE)
        if len(bare) >= _SHORTEST and not bare.startswith(("$", "%")):
            text = text.replace(bare, MASK)
    return text
