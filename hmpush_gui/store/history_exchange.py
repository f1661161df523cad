"""Requests and their answers as columns of history, and back."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from hmpush_gui.pushkit.document import Encoded
from hmpush_gui.pushkit.outcome import tokens_of
from hmpush_gui.pushkit.protocol import Answer, Exchange, Outcome, Request, Timing
from hmpush_gui.pushkit.slim import SlimRequest
from hmpush_gui.pushkit.words import Sentence

from .history_rows import Row

Headers = tuple[tuple[str, str], ...]

_SECRET_HEADERS = frozenset(
    {"authorization", "proxy-authorization", "cookie", "set-cookie"}
)


def request_columns(request: Request) -> dict[str, Any]:
    """The columns of a request; the tokens are cut out of its body."""
    head, tail = _cut(request.body, request.tokens)
    return {
        "method": request.method,
        "url": request.url,
        "headers": _headers_text(request.headers.items()),
        "head": head,
        "tail": tail,
    }


def answer_columns(exchange: Exchange) -> dict[str, Any]:
    """The columns that an answer, or its failure, adds to a request."""
    answer = exchange.answer
    return {
        "answer_status": answer and answer.status,
        "answer_phrase": answer and answer.phrase,
        "answer_headers": answer and _headers_text(answer.headers),
        "answer_body": answer and answer.body,
        "code": exchange.code,
        "message": exchange.message,
        "request_id": exchange.request_id,
        "failure": exchange.failure and json.dumps(_sentence_plain(exchange.failure)),
        "timing": json.dumps(asdict(exchange.timing)),
        "sent_headers": _headers_text(exchange.sent_headers),
    }


def read_exchange(
    row: Row, outcomes: Sequence[Outcome]
) -> tuple[SlimRequest, Exchange]:
    """The exchange whose columns the two functions above made, without its body."""
    request = _read_request(row, tuple(tokens_of(outcomes)))
    return request, Exchange(
        request.bare,
        outcomes,
        _read_answer(row),
        row["code"],
        row["message"],
        row["request_id"],
        None if row["failure"] is None else _read_sentence(json.loads(row["failure"])),
        Timing(**json.loads(row["timing"])),
        _read_headers(row["sent_headers"]),
    )


def _read_request(row: Row, tokens: tuple[str, ...]) -> SlimRequest:
    around = row["head"]
    if row["tail"] is not None:
        around = Encoded(row["head"], row["tail"])
    headers = dict(_read_headers(row["headers"]))
    bare = Request(row["method"], row["url"], headers, b"", tokens)
    return SlimRequest(bare, around)


def _read_answer(row: Row) -> Answer | None:
    if row["answer_status"] is None:
        return None
    return Answer(
        row["answer_status"],
        row["answer_phrase"],
        _read_headers(row["answer_headers"]),
        row["answer_body"],
    )


def _cut(body: bytes, tokens: Sequence[str]) -> tuple[bytes, bytes | None]:
    """The body around its tokens, or the whole body and None if they are not in it."""
    between = Encoded(b"", b"").with_tokens(tokens)
    if between and between in body:
        head, _, tail = body.partition(between)
        return head, tail
    return body, None


def _headers_text(headers: Iterable[tuple[str, str]]) -> str:
    return json.dumps([[name, _kept(name, value)] for name, value in headers])


def _read_headers(text: str) -> Headers:
    return tuple((name, value) for name, value in json.loads(text))


def _kept(name: str, value: str) -> str:
    """A header's value, of which history keeps no secret: at most the scheme."""
    if name.lower() not in _SECRET_HEADERS:
        return value
    scheme, blank, _ = value.partition(" ")
    return f"{scheme} …" if blank and name.lower().endswith("authorization") else "…"


def _sentence_plain(sentence: Sentence) -> dict[str, Any]:
    values = {name: _value_plain(value) for name, value in sentence.values.items()}
    return {
        "context": sentence.context,
        "template": sentence.template,
        "values": values,
    }


def _value_plain(value: object) -> object:
    if isinstance(value, Sentence):
        return _sentence_plain(value)
    return value if isinstance(value, int | float | None) else str(value)


def _read_sentence(plain: Mapping[str, Any]) -> Sentence:
    values = {
        name: _read_sentence(value) if isinstance(value, dict) else value
        for name, value in plain["values"].items()
    }
    return Sentence(plain["context"], plain["template"], values)
