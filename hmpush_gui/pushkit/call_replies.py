"""What the calls beside sending answer, as values."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .answers import SUCCESS
from .protocol import Exchange, Outcome, Verdict

IMAGE_SUCCESS = "83010000"
SOME_TOKENS_WRONG = "82000010"


@dataclass(frozen=True, slots=True)
class Done:
    """An answer that only says whether it was done, and to which tokens."""

    exchange: Exchange

    @property
    def ok(self) -> bool:
        return self.exchange.code == SUCCESS

    @property
    def outcomes(self) -> Sequence[Outcome]:
        return self.exchange.outcomes


@dataclass(frozen=True, slots=True)
class ImageCheck:
    """Whether an image may be sent.

    `download_url` is the address to put into the message, good until `expires` (Unix
    seconds, None if not told).
    """

    exchange: Exchange
    download_url: str = ""
    expires: int | None = None

    @property
    def ok(self) -> bool:
        return self.exchange.code == IMAGE_SUCCESS


@dataclass(frozen=True, slots=True)
class TopicChange:
    """Tokens put on a topic or taken off it, each with its outcome."""

    exchange: Exchange
    outcomes: Sequence[Outcome]

    @property
    def ok(self) -> bool:
        return all(each.verdict is Verdict.ACCEPTED for each in self.outcomes)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic that a token is on; `since` is the date as Push Kit writes it."""

    name: str
    since: str = ""


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics of one token."""

    exchange: Exchange
    topics: tuple[Topic, ...] = ()

    @property
    def ok(self) -> bool:
        return self.exchange.code == SUCCESS


@dataclass(frozen=True, slots=True)
class TokenData:
    """What Push Kit keeps about a token; empty what it did not tell."""

    exchange: Exchange
    aaid: str = ""
    topics: tuple[Topic, ...] = ()

    @property
    def ok(self) -> bool:
        return self.exchange.code == SUCCESS


def read_done(exchange: Exchange) -> Done:
    return Done(exchange)


def read_image_check(exchange: Exchange) -> ImageCheck:
    content = _content(exchange)
    expires = str(content.get("expireTime", ""))
    return ImageCheck(
        exchange,
        _text(content.get("downloadUrl")),
        int(expires) if expires.isascii() and expires.isdecimal() else None,
    )


def read_topic_change(exchange: Exchange) -> TopicChange:
    """Which tokens were changed: all but those that `errors` names by their place.

    Where the counts speak of failures that the list does not name, nobody knows whose
    they were.
    """
    content = _content(exchange)
    reasons = _errors(content.get("errors"), len(exchange.request.tokens))
    failed = content.get("failureCount")
    told = len(reasons) if not isinstance(failed, int) else failed
    outcomes = exchange.outcomes
    if exchange.code in (SUCCESS, SOME_TOKENS_WRONG):
        named = told <= len(reasons) and bool(reasons or exchange.code == SUCCESS)
        rest = Verdict.ACCEPTED if named else Verdict.UNKNOWN
        outcomes = tuple(
            Outcome(token, Verdict.REJECTED, exchange.code, reasons[place])
            if place in reasons
            else Outcome(token, rest, exchange.code)
            for place, token in enumerate(exchange.request.tokens)
        )
    return TopicChange(exchange, outcomes)


def read_topics(exchange: Exchange) -> Topics:
    return Topics(exchange, _topics(_content(exchange).get("topics")))


def read_token_data(exchange: Exchange) -> TokenData:
    content = _content(exchange)
    topics = _topics(content.get("topics"))
    return TokenData(exchange, _text(content.get("aaId")), topics)


def _errors(value: object, tokens: int) -> dict[int, str]:
    """Place of a token → why it failed; entries that fit no token are left out."""
    found = {}
    for each in value if isinstance(value, list) else ():
        place = each.get("index") if isinstance(each, dict) else None
        if type(place) is int and 0 <= place < tokens:
            found[place] = str(each.get("reason", ""))
    return found


def _topics(value: object) -> tuple[Topic, ...]:
    """Topics as objects, or as plain names; anything else is left out."""
    found = []
    for each in value if isinstance(value, list) else ():
        if isinstance(each, str):
            found.append(Topic(each))
        elif isinstance(each, dict) and isinstance(each.get("name"), str):
            found.append(Topic(each["name"], _text(each.get("addDate"))))
    return tuple(found)


def _content(exchange: Exchange) -> Mapping[str, Any]:
    try:
        content = json.loads(exchange.answer.body if exchange.answer else b"")
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
