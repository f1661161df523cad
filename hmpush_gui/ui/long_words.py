"""Words that are wider than any window, such as a list of push tokens."""

import re

BREAK = "\u200b"
"""Has no width, and lets a line end where it stands."""

_LONG = re.compile(r"\S{24}(?=\S)")


def breakable(text: str) -> str:
    """The text, with places in its long words where a line may end.

    A label wraps at words only; a longer one makes its page wider than the window.
    """
    return _LONG.sub(lambda found: found[0] + BREAK, text)
