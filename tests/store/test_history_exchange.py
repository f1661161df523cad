from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.protocol import (
    Answer,
    Exchange,
    Outcome,
    Request,
    Timing,
    Verdict,
)
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.store.history_exchange import (
    answer_columns,
    read_exchange,
    request_columns,
)

from .samples import request

TEXT = st.text()
PAIRS = st.lists(st.tuples(TEXT.map("x-{}".format), TEXT)).map(tuple)


def there_and_back(exchange: Exchange) -> Exchange:
    row = {**request_columns(exchange.request), **answer_columns(exchange)}
    slim, bare = read_exchange(row, tuple(exchange.outcomes))
    assert bare.request == slim.bare
    return replace(bare, request=slim.whole)


@given(
    answer=st.none()
    | st.builds(Answer, st.integers(100, 999), TEXT, PAIRS, st.binary()),
    timing=st.builds(Timing, *[st.none() | st.floats(0, 100)] * 5),
    texts=st.tuples(TEXT, TEXT, TEXT),
    headers=PAIRS,
)
def test_any_exchange_comes_back_as_it_was(
    answer: Answer | None,
    timing: Timing,
    texts: tuple[str, str, str],
    headers: tuple[tuple[str, str], ...],
) -> None:
    exchange = Exchange(
        request(["t"]),
        (Outcome("t", Verdict.UNKNOWN),),
        answer,
        *texts,
        timing=timing,
        sent_headers=headers,
    )
    assert there_and_back(exchange) == exchange


@given(
    body=st.binary(),
    tokens=st.lists(st.text(), max_size=5).map(tuple),
)
def test_any_body_comes_back_as_it_was(body: bytes, tokens: tuple[str, ...]) -> None:
    sent = Request("POST", "https://host", {"a": "b"}, body, tokens)
    outcomes = tuple(Outcome(token, Verdict.UNKNOWN) for token in tokens)
    assert there_and_back(Exchange(sent, outcomes)).request == sent


def test_the_tokens_are_not_kept_in_the_body_again() -> None:
    sent = request(["first-token", "second-token"])
    assert b"first-token" in sent.body
    assert b"token" not in b"".join(
        value for value in request_columns(sent).values() if isinstance(value, bytes)
    ).replace(b'"token"', b"")


@pytest.mark.parametrize(
    "failure",
    [
        None,
        Sentence("pushkit", "No connection."),
        Sentence("pushkit", "No answer in {seconds} s.", {"seconds": 2.5}),
        Sentence("pushkit", "{why}", {"why": Sentence("x", "{n}", {"n": 3})}),
        Sentence("pushkit", "{a} {b}", {"a": True, "b": None}),
    ],
)
def test_a_failure_stays_a_sentence(failure: Sentence | None) -> None:
    exchange = Exchange(request(["t"]), (Outcome("t", Verdict.UNKNOWN),))
    exchange = replace(exchange, failure=failure)
    assert there_and_back(exchange).failure == failure


def test_a_value_of_another_kind_is_kept_as_its_text() -> None:
    failure = Sentence("pushkit", "{error}", {"error": OSError("no route")})
    exchange = Exchange(request(["t"]), (), failure=failure)
    assert str(there_and_back(exchange).failure) == "no route"


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("Authorization", "Bearer abc.def", "Bearer …"),
        ("authorization", "Basic YTpi", "Basic …"),
        ("Authorization", "abcdef", "…"),
        ("Proxy-Authorization", "Basic YTpi", "Basic …"),
        ("Cookie", "session=1; b=2", "…"),
        ("Set-Cookie", "session=1; Path=/", "…"),
        ("push-type", "0", "0"),
    ],
)
def test_no_header_that_proves_who_sends_is_kept(
    name: str, value: str, kept: str
) -> None:
    headers = ((name, value),)
    exchange = Exchange(
        replace(request(["t"]), headers=dict(headers)),
        (),
        Answer(200, "OK", headers, b""),
        sent_headers=headers,
    )
    back = there_and_back(exchange)
    assert back.answer is not None
    assert back.sent_headers == back.answer.headers == ((name, kept),)
    assert back.request.headers == {name: kept}
