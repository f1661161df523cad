"""The redactor for what is written without anybody looking: logs and crash reports."""

import re

from .redact import Redactor, short_token

_OPAQUE = re.compile(r"(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9_-]{32,}")
"""Nobody can say of what this is that it is no token and no secret."""

_REDACTOR = Redactor()


def log_text(text: str) -> str:
    """`text` without secrets, and without whatever may be a token."""
    return _OPAQUE.sub(lambda found: short_token(found[0]), _REDACTOR.text(text))
