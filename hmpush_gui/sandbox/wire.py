"""Requests and replies of the sandbox as values, and the shapes Push Kit answers in."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """One HTTP request as it was received; `path` is the target of the request line."""

    method: str
    path: str
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)

    def header(self, name: str) -> str:
        """The header `name` in any spelling; empty when it is missing."""
        for key, value in self.headers.items():
            if key.lower() == name.lower():
                return value.strip()
        return ""

    @property
    def media_type(self) -> str:
        """The Content-Type without its parameters, in lower case."""
        return self.header("Content-Type").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class HttpReply:
    """One HTTP reply to give.

    `delay` is the seconds to wait before giving it, `drip` those over which its body
    is spread, byte by byte. `cut` means to hang up instead, `half` in the middle of it.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    delay: float = 0.0
    cut: bool = False
    drip: float = 0.0
    half: bool = False


def new_request_id() -> str:
    """24 digits that no other request has (facts A.11)."""
    return f"{secrets.randbelow(10**24):024d}"


def push_reply(status: int, code: str, msg: str, request_id: str) -> HttpReply:
    """What every answer of the push host looks like (facts A.11)."""
    return json_reply(status, {"code": code, "msg": msg, "requestId": request_id})


def oauth_refusal(error: int, sub_error: int, description: str) -> HttpReply:
    """A refusal of the token endpoint: integer codes, status 400 (facts A.2)."""
    return json_reply(
        400,
        {"error": error, "sub_error": sub_error, "error_description": description},
    )


def json_reply(status: int, content: Mapping[str, Any]) -> HttpReply:
    """A reply whose body is compact JSON."""
    body = json.dumps(content, separators=(",", ":")).encode()
    return HttpReply(status, {"Content-Type": "application/json"}, body)


def text_reply(status: int, text: str, **headers: str) -> HttpReply:
    """A reply in plain words, for what Push Kit would not be asked."""
    kind = {"Content-Type": "text/plain; charset=utf-8"}
    return HttpReply(status, kind | headers, text.encode())
