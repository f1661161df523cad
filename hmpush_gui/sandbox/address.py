"""The addresses the sandbox answers at."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from hmpush_gui.pushkit.message import Api

_SEND = re.compile(r"/(v[123])/([^/]+)/messages:send")


@dataclass(frozen=True, slots=True)
class Address:
    """A place that exists, and the one method it takes.

    `api` and `owner`, the project or client id, are those of a push address.
    """

    method: str
    api: Api | None = None
    owner: str = ""
    is_token_endpoint: bool = False


def find_address(target: str) -> Address | None:
    """The address in the request line's `target`, or None where there is nothing."""
    path = unquote(target.partition("?")[0])
    if path == "/":
        return Address("GET")
    if path == "/oauth2/v3/token":
        return Address("POST", is_token_endpoint=True)
    if match := _SEND.fullmatch(path):
        return Address("POST", Api(match[1]), match[2])
    return None
