"""Keys whose values must not stand in a file that is handed around."""

import json
import re
from functools import cache
from typing import Any

from hmpush_gui.pushkit.document import compact


@cache
def _secret() -> re.Pattern[str]:
    # Made late: a start needs none.
    return re.compile(
        r"secret|passw(or)?d|private_?key|api_?key|authori[sz]ation|bearer|credential"
        r"|(^|_)tokens?$|(access|refresh|push|device)_?tokens?",
        re.IGNORECASE,
    )


@cache
def _token() -> re.Pattern[str]:
    return re.compile(
        r"((push|device|illegal)_?)?tokens?|registration_?tokens?", re.IGNORECASE
    )


def is_secret(key: str) -> bool:
    """Whether the value of `key` is probably a secret or a push token."""
    return _secret().search(key) is not None


def is_token(key: str) -> bool:
    """Whether the value of `key` is probably a push token, and no other secret."""
    return _token().fullmatch(key) is not None


def without_secrets(value: Any) -> Any:
    """A copy of a JSON value without what `is_secret`, at any depth."""
    # The parser follows as deep as it read; functions of ours would not.
    return json.loads(compact(value), object_hook=_opened)


def _opened(found: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if not is_secret(key)}
