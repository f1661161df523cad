"""Keeps websites from steering the sandbox through the browser of its user."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .wire import HttpReply, HttpRequest, json_reply

_HOSTS = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?")
_BROWSERS = ("Origin", "Referer", "Sec-Fetch-Site")
"""Headers that a web page's requests carry, and a program's do not."""


def refusal(request: HttpRequest) -> HttpReply | None:
    """Why `request` may not steer; None if it may."""
    # A name of somebody's own that points to this machine would be a web page's.
    if not _HOSTS.fullmatch(request.header("Host").lower()):
        return problem(403, "Host has to be localhost, 127.0.0.1 or [::1].")
    for name in _BROWSERS:
        if request.header(name):
            return problem(403, f"A request with the header {name} is a web page's.")
    # Pages may post other types without asking the browser for leave.
    if request.method == "POST" and request.media_type != "application/json":
        return problem(415, "Content-Type has to be application/json.")
    return None


def problem(status: int, words: str) -> HttpReply:
    """An answer that says what is wrong."""
    return shown(status, {"problem": words})


def shown(status: int, content: Mapping[str, Any]) -> HttpReply:
    """An answer that ends its line, as people read it in a terminal."""
    reply = json_reply(status, content)
    return replace(reply, body=reply.body + b"\n")
