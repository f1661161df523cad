"""Only what an answer says of a token itself makes it dead (facts F.3)."""

import json

import pytest

from hmpush_gui.pushkit.answers import read_answer
from hmpush_gui.pushkit.death import (
    ReceiptDeath,
    after_receipt,
    deaths,
    receipt_death,
    receipt_fates,
    revives,
)
from hmpush_gui.pushkit.protocol import Answer, Exchange, Request
from hmpush_gui.pushkit.receipt import Receipt

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


def told(token: str, result: int, at: float | None = 10.0) -> Receipt:
    return Receipt(token, result, at)


def test_only_receipts_about_the_token_itself_say_whether_it_is_good() -> None:
    others = [told("x", each) for each in (6, 14, 15, 22, 27, 102, 256)]
    fates = receipt_fates([*others, *(told(str(n), n) for n in (0, 2, 5, 10))])
    assert fates == {str(n): ReceiptDeath(n, 10) for n in (0, 2, 5, 10)}


def test_the_newest_receipt_of_a_token_counts() -> None:
    fates = receipt_fates([told("a", 2, 20.0), told("a", 0, 10.0), told("b", 5, None)])
    assert fates == {"a": ReceiptDeath(2, 20), "b": ReceiptDeath(5, 0)}


def test_a_receipt_kills_and_a_later_one_revives() -> None:
    dead = after_receipt("", ReceiptDeath(2, 20))
    assert receipt_death(dead) == ReceiptDeath(2, 20)
    assert after_receipt(dead, ReceiptDeath(0, 10)) == dead
    assert after_receipt(dead, ReceiptDeath(0, 30)) == ""


def test_an_accepted_send_does_not_revive_what_a_receipt_called_dead() -> None:
    assert not revives(str(ReceiptDeath(2, 20)))
    assert revives("tokenFormatError")


@pytest.mark.parametrize("reason", ["", "receipt", "receipt x 1", "80300007", "a b c"])
def test_another_reason_is_no_receipt(reason: str) -> None:
    assert receipt_death(reason) is None
