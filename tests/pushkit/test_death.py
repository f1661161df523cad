"""Only what an answer says of a token itself makes it dead (facts F.3)."""

import json

import pytest

from hmpush_gui.pushkit.answers import read_answer
from hmpush_gui.pushkit.death import deaths
from hmpush_gui.pushkit.protocol import Answer, Exchange, Request

TOKENS = ("a", "b", "c")


def exchange(status: int, code: str, msg: object) -> Exchange:
    text = msg if isinstance(msg, str) else json.dumps(msg)
    body = json.dumps({"code": code, "msg": text, "requestId": "1"}).encode()
    answer = Answer(status, "", (), body)
    reading = read_answer(answer, TOKENS)
    request = Request("POST", "https://push", {}, b"", TOKENS)
    return Exchange(request, reading.outcomes, answer, reading.code)


def listed(**reasons: list[str]) -> dict[str, object]:
    failure = sum(map(len, reasons.values()))
    return {"illegalTokens": reasons, "failure": failure, "success": 3 - failure}


@pytest.mark.parametrize(
    ("code", "msg", "dead"),
    [
        ("80100000", listed(tokenFormatError=["a"]), {"a": "tokenFormatError"}),
        (
            "80300007",
            listed(tokenFormatError=["a"], tokenPlatformNotSupport=["b"]),
            {"a": "tokenFormatError", "b": "tokenPlatformNotSupport"},
        ),
        # v1 and v2 give no reasons.
        (
            "80100000",
            {"success": 1, "failure": 2, "illegal_tokens": ["a", "c"]},
            {"a": "80100000", "c": "80100000"},
        ),
        ("80300007", "All the tokens are invalid.", dict.fromkeys(TOKENS, "80300007")),
    ],
)
def test_a_token_that_is_called_bad_is_dead(
    code: str, msg: object, dead: dict[str, str]
) -> None:
    assert deaths(exchange(200, code, msg)) == dead


@pytest.mark.parametrize(
    ("status", "code", "msg"),
    [
        (200, "80000000", "Success"),
        # Wrong project, a missing right, a country: the token may be good.
        (200, "80100000", listed(noRight=["a"])),
        (200, "80300007", listed(noRight=["a", "b"], countryNotSupport=["c"])),
        (200, "80100000", listed(noPushTypeRight=["a"])),
        # A list that cannot be read names nobody.
        (200, "80100000", "Partial success"),
        (200, "80200001", "Authentication error"),
        (200, "80300008", "Message body is too large"),
        (200, "80300002", "No permission to send to these tmIDs"),
        (503, "81000001", "busy"),
        (503, "", "busy"),
        (404, "", "Not found"),
    ],
)
def test_any_other_refusal_leaves_tokens_alive(
    status: int, code: str, msg: object
) -> None:
    assert deaths(exchange(status, code, msg)) == {}


def test_a_token_beside_others_with_reasons_is_not_named() -> None:
    found = deaths(exchange(200, "80300007", listed(tokenFormatError=["a"])))
    assert found == {"a": "tokenFormatError"}
