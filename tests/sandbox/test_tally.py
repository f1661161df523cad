"""Answers about tokens have the shapes and statuses of each generation."""

import json
from typing import Any

import pytest

from hmpush_gui.pushkit.answers import read_answer
from hmpush_gui.pushkit.message import Api
from hmpush_gui.pushkit.protocol import Answer, Verdict
from hmpush_gui.sandbox.tokens import TokenState, make_token

from .conftest import Asker, Reply, put

LIVE = make_token(TokenState.LIVE, 1)
DEAD = make_token(TokenState.DEAD, 1)
ABROAD = make_token(TokenState.ABROAD, 1)
MALFORMED = make_token(TokenState.MALFORMED, 1)

Json = dict[str, Any]


def _v3(asker: Asker, alert: Json, *tokens: str) -> Reply:
    return asker.send(put(alert, "target.token", list(tokens)))


def _legacy(asker: Asker, legacy: Json, *tokens: str) -> Reply:
    return asker.send(put(legacy, "message.token", list(tokens)), Api.V1)


def test_v3_groups_bad_tokens_by_reason_and_counts(asker: Asker, alert: Json) -> None:
    reply = _v3(asker, alert, LIVE, DEAD, ABROAD, MALFORMED)

    assert (reply.status, reply.code) == (200, "80100000")
    assert len(reply.request_id) == 24
    assert reply.msg == json.dumps(
        {
            "illegalTokens": {
                "tokenFormatError": [DEAD, MALFORMED],
                "countryNotSupport": [ABROAD],
            },
            "success": 1,
            "failure": 3,
        },
        separators=(",", ":"),
    )
    assert [each.token for each in asker.delivered] == [LIVE]


def test_v3_tells_no_success_when_every_token_is_bad(asker: Asker, alert: Json) -> None:
    reply = _v3(asker, alert, DEAD, ABROAD)

    assert (reply.status, reply.code) == (400, "80300007")
    assert reply.said == {
        "failure": 2,
        "illegalTokens": {"tokenFormatError": [DEAD], "countryNotSupport": [ABROAD]},
    }
    assert asker.delivered == []


def test_legacy_lists_bad_tokens_flat_and_may_lack_the_request_id(
    asker: Asker, legacy: Json
) -> None:
    reply = _legacy(asker, legacy, DEAD, LIVE, ABROAD, MALFORMED)

    assert (reply.status, reply.code, reply.request_id) == (200, "80100000", "")
    assert reply.said == {
        "success": 1,
        "failure": 3,
        "illegal_tokens": [DEAD, ABROAD, MALFORMED],
    }
    assert [each.token for each in asker.delivered] == [LIVE]


def test_legacy_says_in_words_that_every_token_is_bad(
    asker: Asker, legacy: Json
) -> None:
    reply = _legacy(asker, legacy, DEAD, ABROAD)

    assert (reply.status, reply.code) == (200, "80300007")
    assert reply.msg == "All the tokens are invalid"
    assert len(reply.request_id) == 24


def test_a_success_says_so(asker: Asker, legacy: Json) -> None:
    reply = _legacy(asker, legacy, LIVE)

    assert (reply.status, reply.code, reply.msg) == (200, "80000000", "Success")
    assert len(reply.request_id) == 24


def test_a_token_given_twice_gets_the_message_twice(asker: Asker, legacy: Json) -> None:
    assert _legacy(asker, legacy, LIVE, LIVE).code == "80000000"

    assert [each.token for each in asker.delivered] == [LIVE, LIVE]
    assert len(asker.sandbox.deliveries) == 2


def test_a_bad_token_given_twice_counts_twice(asker: Asker, legacy: Json) -> None:
    said = _legacy(asker, legacy, LIVE, DEAD, DEAD).said

    assert (said["success"], said["failure"]) == (1, 2)


def test_speech_in_an_alert_spoils_every_token(asker: Asker, alert: Json) -> None:
    speaking = put(alert, "payload.notification.category", "PLAY_VOICE")

    reply = _v3(asker, speaking, LIVE, DEAD)

    assert (reply.status, reply.code) == (400, "80300007")
    assert reply.said == {
        "failure": 2,
        "illegalTokens": {"notSupportPlayVoice": [LIVE, DEAD]},
    }
    assert asker.delivered == []


def test_speech_in_a_legacy_message_is_fine(asker: Asker, legacy: Json) -> None:
    speaking = put(legacy, "message.android.category", "PLAY_VOICE")

    assert _legacy(asker, speaking, LIVE).code == "80000000"


def test_a_dry_run_looks_up_no_phone_but_reads_the_tokens(
    asker: Asker, legacy: Json
) -> None:
    dry = put(legacy, "validate_only", True)

    assert _legacy(asker, dry, LIVE, DEAD).code == "80000000"
    assert _legacy(asker, dry, LIVE, MALFORMED).code == "80100000"
    assert asker.delivered == []
    assert asker.sandbox.deliveries == []


@pytest.mark.parametrize("api", Api)
def test_our_own_reader_understands_every_answer(
    asker: Asker, alert: Json, legacy: Json, api: Api
) -> None:
    tokens = [LIVE, DEAD, "SANDBOX-live-2"]
    document = (
        put(alert, "target.token", tokens)
        if api is Api.V3
        else put(legacy, "message.token", tokens)
    )

    raw = asker.send(document, api).raw
    reading = read_answer(Answer(raw.status, "", (), raw.body), tokens)

    assert [outcome.verdict for outcome in reading.outcomes] == [
        Verdict.ACCEPTED,
        Verdict.REJECTED,
        Verdict.ACCEPTED,
    ]
