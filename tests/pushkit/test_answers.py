import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.answers import RENEWABLE, Reading, read_answer
from hmpush_gui.pushkit.protocol import Answer, Outcome, Verdict
from tests.cases import for_each

from .fakes import Example, ExampleAnswer, read_examples

EXAMPLES = read_examples()
ANSWERS = [(example, answer) for example in EXAMPLES for answer in example.answers]
CODED = [(example, answer) for example, answer in ANSWERS if answer.content]
TOKENS = ("a", "b", "c")


def _read(body: bytes | str, status: int = 200) -> Reading:
    content = body if isinstance(body, bytes) else body.encode()
    return read_answer(Answer(status, "", (), content), TOKENS)


def _says(code: object, msg: object = "Success", **more: object) -> str:
    return json.dumps({"code": code, "msg": msg, **more})


def _fates(reading: Reading) -> dict[str, tuple[Verdict, str]]:
    return {each.token: (each.verdict, each.reason) for each in reading.outcomes}


# -- reading answers


@for_each(("example", "answer"), ANSWERS, ids=lambda part: part.name)
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
@for_each("status", [200, 400, 500])
@for_each(("example", "answer"), CODED, ids=lambda part: part.name)
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
        "more failures than names",
        "80100000",
        '{"success":1,"failure":2,"illegal_tokens":["b"]}',
        [UNKNOWN, REJECTED, UNKNOWN],
    ),
    (
        "fewer successes than names leave",
        "80100000",
        '{"success":0,"illegalTokens":{"noRight":["b"]}}',
        [UNKNOWN, (Verdict.REJECTED, "noRight"), UNKNOWN],
    ),
    (
        "counts that are no numbers",
        "80100000",
        '{"success":"0","failure":true,"illegal_tokens":["b"]}',
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


@for_each(
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


@for_each(
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
@for_each(
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


def test_a_part_of_a_revoke_that_was_refused_is_read_like_a_part_of_a_send() -> None:
    reading = _read(_says("80100020", '{"illegal_tokens":["b"]}'))
    assert list(_fates(reading).values()) == [ACCEPTED, REJECTED, ACCEPTED]
    assert list(_fates(_read(_says("80100020"))).values()) == [UNKNOWN] * 3


# Facts F.5, first row.
def test_only_refusals_that_a_fresh_bearer_may_cure_are_renewed() -> None:
    assert {"80200001", "80200003", "80200005", "80300036"} == RENEWABLE
