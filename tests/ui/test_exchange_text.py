import json

import pytest

from hmpush_gui.pushkit.protocol import Answer, Exchange, Outcome, Verdict
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.exchange_text import (
    answer_text,
    body_text,
    milliseconds,
    request_text,
    summary,
)

from . import samples


def test_a_request_is_line_headers_and_body() -> None:
    lines = request_text(samples.request("token-1")).split("\n")
    assert lines[0].startswith("POST https://")
    assert "push-type: 0" in lines
    assert json.loads("\n".join(lines[lines.index("") :]))["target"] == {
        "token": ["token-1"]
    }


def test_a_body_as_it_was_sent_is_whole(qapp: object) -> None:
    request = samples.request(*(f"token-{number}" for number in range(30)))
    text = request_text(request, as_sent=True)
    assert text.endswith("\n\n" + request.body.decode())
    assert "more tokens" in request_text(request)


def test_headers_that_really_went_out_win() -> None:
    headers = (("Authorization", "Bearer …"),)
    text = request_text(samples.request("token-1"), headers)
    assert "Authorization: Bearer …" in text
    assert "push-type" not in text


def test_an_answer_is_status_headers_and_body() -> None:
    text = answer_text(samples.accepted("token-1"))
    assert text.startswith('HTTP 200 OK\ncontent-type: application/json\n\n{"code')


def test_a_status_without_a_phrase_has_no_blank_behind_it() -> None:
    exchange = Exchange(samples.request("a"), (), Answer(502, "", (), b"<html>"))
    assert answer_text(exchange) == "HTTP 502\n\n<html>"


def test_without_an_answer_it_says_why() -> None:
    failure = Sentence("pushkit", "No answer from {host}.").format(host="here")
    exchange = Exchange(samples.request("a"), (), failure=failure)
    assert summary(exchange) == "No answer from here."
    assert answer_text(exchange) == ""


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b'{"a":1}', '{\n  "a": 1\n}'),
        (b"[1]", "[\n  1\n]"),
        (b"5", "5"),
        (b"<html>", "<html>"),
        (b"", ""),
        (b"\xff", "\N{REPLACEMENT CHARACTER}"),
        ('{"a":"优"}'.encode(), '{\n  "a": "优"\n}'),
        (b"[" * 100_000, "[" * 100_000),
        (b'{"a":NaN}', '{"a":NaN}'),
        (b'{"a":1e999}', '{"a":1e999}'),
    ],
)
def test_json_is_laid_out_and_anything_else_stays(body: bytes, text: str) -> None:
    assert body_text(body) == text


@pytest.mark.parametrize(("count", "shown"), [(20, 20), (21, 21), (1000, 21)])
def test_a_long_token_list_is_shortened(qapp: object, count: int, shown: int) -> None:
    body = {"target": {"token": [f"t{number}" for number in range(count)]}}
    tokens = json.loads(body_text(json.dumps(body).encode()))["target"]["token"]
    assert len(tokens) == shown
    assert tokens[:20] == body["target"]["token"][:20]
    if count > 20:
        assert tokens[-1] == f"… and {count - 20} more tokens"


def test_a_known_code_is_explained_and_an_unknown_one_shown(qapp: object) -> None:
    outcome = (Outcome("a", Verdict.REJECTED),)
    known = Exchange(samples.request("a"), outcome, code="80300007")
    assert summary(known).startswith("80300007  ")
    assert len(summary(known)) > 30
    unknown = Exchange(samples.request("a"), outcome, code="99999999", message="New")
    assert summary(unknown) == "99999999  New"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0.0 ms"), (0.0123, "12.3 ms"), (0.1, "100 ms"), (2, "2000 ms")],
)
def test_short_times_have_a_decimal(seconds: float, text: str) -> None:
    assert milliseconds(seconds) == text
