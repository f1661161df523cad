import itertools
import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.document import encode
from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.protocol import (
    RENEWABLE,
    Answer,
    Outcome,
    Reading,
    Verdict,
    read_answer,
    send_request,
    send_requests,
    send_url,
    target_of,
)
from hmpush_gui.pushkit.reference import kind

from .fakes import PROJECT, Example, ExampleAnswer, read_examples, request_for

EXAMPLES = read_examples()
ANSWERS = [
    pytest.param(example, answer, id=f"{example.name}: {answer.name}")
    for example in EXAMPLES
    for answer in example.answers
]
CODED = [
    pytest.param(example, answer, id=f"{example.name}: {answer.name}")
    for example in EXAMPLES
    for answer in example.answers
    if answer.content
]
TOKENS = ("a", "b", "c")


def _read(body: bytes | str, status: int = 200) -> Reading:
    content = body if isinstance(body, bytes) else body.encode()
    return read_answer(Answer(status, "", (), content), TOKENS)


def _says(code: object, msg: object = "Success", **more: object) -> str:
    return json.dumps({"code": code, "msg": msg, **more})


def _fates(reading: Reading) -> dict[str, tuple[Verdict, str]]:
    return {each.token: (each.verdict, each.reason) for each in reading.outcomes}


# -- reading answers


@pytest.mark.parametrize(("example", "answer"), ANSWERS)
def test_every_answer_gives_each_token_its_fate(
    example: Example, answer: ExampleAnswer
) -> None:
    reading = read_answer(Answer(answer.status, "", (), answer.body), example.tokens)
    assert _fates(reading) == answer.fates
    assert [each.token for each in reading.outcomes] == list(example.tokens)
    assert reading.code == answer.content.get("code", "")
    assert reading.message == answer.content.get("msg", "")
    assert reading.request_id == answer.content.get("requestId", "")
    assert {each.code for each in reading.outcomes} == {reading.code}


# Facts A.11: business errors come with HTTP 400 and with HTTP 200.
@pytest.mark.parametrize("status", [200, 400, 500])
@pytest.mark.parametrize(("example", "answer"), CODED)
def test_the_code_decides_whatever_the_http_status(
    example: Example, answer: ExampleAnswer, status: int
) -> None:
    reading = read_answer(Answer(status, "", (), answer.body), example.tokens)
    assert _fates(reading) == answer.fates


REJECTED = (Verdict.REJECTED, "")
ACCEPTED = (Verdict.ACCEPTED, "")
UNKNOWN = (Verdict.UNKNOWN, "")

MESSAGES = [
    # name, code, msg, fates of a, b, c
    (
        "by reason",
        "80100000",
        '{"illegalTokens":{"noRight":["a"],"tokenFormatError":["c"]}}',
        [
            (Verdict.REJECTED, "noRight"),
            ACCEPTED,
            (Verdict.REJECTED, "tokenFormatError"),
        ],
    ),
    (
        "flat",
        "80100000",
        '{"illegal_tokens":["a","b"]}',
        [REJECTED, REJECTED, ACCEPTED],
    ),
    (
        "missing counts",
        "80100000",
        '{"illegalTokens":{"noRight":["b"]}}',
        [ACCEPTED, (Verdict.REJECTED, "noRight"), ACCEPTED],
    ),
    (
        "counts that do not fit",
        "80100000",
        '{"success":0,"failure":9,"illegal_tokens":["b"]}',
        [ACCEPTED, REJECTED, ACCEPTED],
    ),
    ("counts alone", "80100000", '{"success":2,"failure":1}', [UNKNOWN] * 3),
    ("a sentence", "80100000", "Check Parameter Partial Success", [UNKNOWN] * 3),
    ("cut JSON", "80100000", '{"illegalTokens":{"noRight":["a"', [UNKNOWN] * 3),
    ("empty", "80100000", "", [UNKNOWN] * 3),
    ("null", "80100000", None, [UNKNOWN] * 3),
    ("an empty list", "80100000", '{"illegal_tokens":[]}', [UNKNOWN] * 3),
    ("no reasons", "80100000", '{"illegalTokens":{}}', [UNKNOWN] * 3),
    ("no list", "80100000", '{"illegalTokens":{"noRight":"a"}}', [UNKNOWN] * 3),
    ("another shape", "80100000", '{"illegalTokens":["a"]}', [UNKNOWN] * 3),
    ("odd tokens", "80100000", '{"illegal_tokens":[1,null,["a"]]}', [UNKNOWN] * 3),
    ("not ours", "80100000", '{"illegal_tokens":["x"]}', [UNKNOWN] * 3),
    (
        "ours and another's",
        "80100000",
        '{"illegal_tokens":["x","a"]}',
        [REJECTED, ACCEPTED, ACCEPTED],
    ),
    ("all, as a sentence", "80300007", "All the tokens are invalid.", [REJECTED] * 3),
    (
        "all, some listed",
        "80300007",
        '{"failure":3,"illegalTokens":{"noRight":["a"]}}',
        [(Verdict.REJECTED, "noRight"), REJECTED, REJECTED],
    ),
    ("success ends it", "80000000", '{"illegal_tokens":["a"]}', [ACCEPTED] * 3),
    ("a new code", "80999999", "New.", [REJECTED] * 3),
    ("a code as a number", 80000000, "Success", [ACCEPTED] * 3),
]


@pytest.mark.parametrize(
    ("code", "msg", "fates"),
    [case[1:] for case in MESSAGES],
    ids=[case[0] for case in MESSAGES],
)
def test_the_message_names_the_bad_tokens_in_either_shape(
    code: object, msg: object, fates: list[tuple[Verdict, str]]
) -> None:
    reading = _read(_says(code, msg))
    assert list(_fates(reading).values()) == fates
    assert reading.code == str(code)
    assert reading.message == (msg or "")


@pytest.mark.parametrize("request_id", [None, "", 5, ["x"]])
def test_a_request_id_that_is_no_text_is_empty(request_id: object) -> None:
    assert _read(_says("80000000", requestId=request_id)).request_id == ""


HTML = "<html><body>Sign in to the guest network</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        "",
        HTML,
        '{"code": "80000000", "msg": "Succ',
        "[]",
        "null",
        '"80000000"',
        "{}",
        '{"code": null}',
        '{"code": ""}',
        '{"code": true}',
        '{"code": {"code": "80000000"}}',
        '{"code": 404, "msg": "Not found"}',
        '{"code": "Forbidden"}',
        '{"code": " 80000000"}',
        '{"code": "８０００００００"}',
        '{"error": 1101, "sub_error": 12304}',
        b"\xff\xfe\x00",
        b"\x80\x81",
        "[" * 100_000,
        '{"code": ' + "1" * 5000 + "}",
    ],
    ids=lambda body: repr(body)[:30],
)
@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (200, Verdict.UNKNOWN),
        (204, Verdict.UNKNOWN),
        (302, Verdict.UNKNOWN),
        (400, Verdict.REJECTED),
        (401, Verdict.REJECTED),
        (403, Verdict.REJECTED),
        (404, Verdict.REJECTED),
        (407, Verdict.REJECTED),
        (413, Verdict.REJECTED),
        (429, Verdict.REJECTED),
        (500, Verdict.UNKNOWN),
        (502, Verdict.UNKNOWN),
        (503, Verdict.REJECTED),
        (504, Verdict.UNKNOWN),
    ],
)
def test_an_answer_without_a_code_is_judged_by_its_status(
    body: bytes | str, status: int, verdict: Verdict
) -> None:
    reading = _read(body, status)
    reason = f"HTTP {status}"
    outcomes = tuple(Outcome(token, verdict, "", reason) for token in TOKENS)
    assert reading == Reading("", "", "", outcomes)


def test_a_byte_order_mark_before_the_answer_does_no_harm() -> None:
    assert _read(b"\xef\xbb\xbf" + _says("80000000").encode()).code == "80000000"


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(
            st.sampled_from(["illegalTokens", "illegal_tokens", "noRight", "a"]), inner
        )
    ),
    max_leaves=10,
)


@given(st.binary(), st.integers(100, 599))
def test_reading_never_fails_on_any_bytes(body: bytes, status: int) -> None:
    assert [each.token for each in _read(body, status).outcomes] == list(TOKENS)


@given(
    st.sampled_from(["80000000", "80100000", "80300007"]) | JSON,
    JSON | JSON.map(json.dumps),
    JSON,
)
def test_reading_never_fails_on_an_answer_of_any_shape(
    code: object, msg: object, request_id: object
) -> None:
    reading = _read(_says(code, msg, requestId=request_id))
    assert [each.token for each in reading.outcomes] == list(TOKENS)
    assert Verdict.NOT_SENT not in {each.verdict for each in reading.outcomes}
    if not reading.code:
        assert {each.verdict for each in reading.outcomes} == {Verdict.UNKNOWN}


@given(st.binary())
def test_nothing_but_success_or_a_readable_list_is_accepted(body: bytes) -> None:
    assert Verdict.ACCEPTED not in {each.verdict for each in _read(body).outcomes}


@pytest.mark.parametrize("depth", [100, 300, 500, 700, 900])
def test_a_deeply_nested_answer_does_no_harm(depth: int) -> None:
    nested = "[" * depth + "]" * depth
    for body in (
        f'{{"code": {nested}}}',
        f'{{"code": "80100000", "msg": {nested}, "requestId": {nested}}}',
        _says("80100000", f'{{"illegal_tokens": [{nested}]}}'),
    ):
        assert len(_read(body).outcomes) == len(TOKENS)


# -- making requests


@pytest.mark.parametrize(
    ("api", "url"),
    [
        (Api.V1, "https://push-api.cloud.huawei.com/v1/100000001/messages:send"),
        (Api.V2, "https://push-api.cloud.huawei.com/v2/388421841222/messages:send"),
        (Api.V3, "https://push-api.cloud.huawei.com/v3/388421841222/messages:send"),
    ],
)
def test_each_generation_has_its_address(api: Api, url: str) -> None:
    assert send_url(PROJECT, api) == url


def test_a_slash_at_the_end_of_the_host_is_not_doubled() -> None:
    project = Project("k", "n", project_id="7", push_host="http://127.0.0.1:8080/")
    assert send_url(project, Api.V3) == "http://127.0.0.1:8080/v3/7/messages:send"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_request_carries_the_encoded_bytes_and_its_kind(example: Example) -> None:
    message = example.message
    request = send_request(PROJECT, message, encode(message), list(example.tokens))
    assert request.method == "POST"
    assert request.url == send_url(PROJECT, message.api)
    assert request.body == example.wire
    assert request.tokens == example.tokens
    assert request.headers["Content-Type"] == "application/json;charset=UTF-8"
    assert request.headers.get("push-type", "") == message.push_type
    assert "Authorization" not in request.headers


def test_tokens_are_cut_into_requests_of_what_one_may_carry() -> None:
    tokens = [f"t{number}" for number in range(2500)]
    message = kind("v1-notification").message()
    requests = list(send_requests(PROJECT, message, tokens))
    assert [len(each.tokens) for each in requests] == [1000, 1000, 500]
    assert [token for each in requests for token in each.tokens] == tokens
    encoded = encode(message)
    assert all(each.body == encoded.with_tokens(each.tokens) for each in requests)


def test_requests_are_made_one_at_a_time() -> None:
    taken: list[int] = []

    def endless() -> Iterator[str]:
        for number in itertools.count():
            taken.append(number)
            yield f"t{number}"

    requests = send_requests(PROJECT, kind("v1-notification").message(), endless())
    next(requests)
    assert len(taken) == 1000


def test_no_tokens_make_no_request() -> None:
    message = kind("v1-notification").message()
    assert list(send_requests(PROJECT, message, [])) == []


TARGETS = [
    ({"topic": "news"}, "'news' in topics"),
    (
        {"condition": "'a' in topics && !('b' in topics)"},
        "'a' in topics && !('b' in topics)",
    ),
    ({"topic": "", "condition": ""}, ""),
    ({"topic": 5}, ""),
    ({}, ""),
]


@pytest.mark.parametrize(("more", "target"), TARGETS)
def test_a_message_may_name_a_topic_or_a_condition(more: Json, target: str) -> None:
    blank = kind("v1-notification").blank
    document = {**blank, "message": {**blank["message"], **more}}
    assert target_of(Message(Api.V1, "", document)) == target
    assert target_of(Message(Api.V3, "0", document)) == ""


@pytest.mark.parametrize("name", ["topic", "condition"])
def test_a_topic_message_goes_out_once_without_tokens(name: str) -> None:
    document = {"message": {"data": "x", name: "'a' in topics", "token": ["old"]}}
    message = Message(Api.V1, "", document)
    (request,) = send_requests(PROJECT, message, ["t1", "t2"])
    assert json.loads(request.body) == {"message": {"data": "x", name: "'a' in topics"}}
    assert request.tokens == (target_of(message),)
    assert request.url == send_url(PROJECT, Api.V1)
    reading = read_answer(
        Answer(200, "", (), _says("80000000").encode()), request.tokens
    )
    assert [each.verdict for each in reading.outcomes] == [Verdict.ACCEPTED]


def test_a_part_of_a_revoke_that_was_refused_is_read_like_a_part_of_a_send() -> None:
    reading = _read(_says("80100020", '{"illegal_tokens":["b"]}'))
    assert list(_fates(reading).values()) == [ACCEPTED, REJECTED, ACCEPTED]
    assert list(_fates(_read(_says("80100020"))).values()) == [UNKNOWN] * 3


def test_a_request_does_not_fill_the_log_with_tokens() -> None:
    shown = repr(request_for(PROJECT, "secret-token"))
    assert "secret-token" not in shown
    assert "messages:send" in shown


# Facts F.5, first row.
def test_only_refusals_that_a_fresh_bearer_may_cure_are_renewed() -> None:
    assert {"80200001", "80200003", "80200005", "80300036"} == RENEWABLE
