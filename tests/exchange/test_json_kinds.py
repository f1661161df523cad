"""Whose push message a JSON object is."""

from typing import Any

import pytest

from hmpush_gui.exchange.conversion import Source
from hmpush_gui.exchange.json_kinds import Sureness, kind_of_json
from hmpush_gui.exchange.recognise import recognise
from hmpush_gui.pushkit.errors import DocumentError
from tests.cases import for_each

from .pasted import CORPUS, text

SOURCES = {
    "fcm": {Source.FCM},
    "legacy": {Source.FCM_LEGACY},
    "apns": {Source.APNS},
    "hms": {Source.HMS},
    "v3": {Source.V3},
    "ours": {Source.OURS},
    "curl": set(Source),
}


@for_each("path", CORPUS, ids=lambda path: path.stem)
def test_the_corpus_is_recognised(path: Any) -> None:
    found = recognise(text(path))
    assert found.source in SOURCES[path.stem.split("-")[0]]
    assert (found.command is not None) is path.stem.startswith("curl")


NOTE = {"notification": {"title": "T", "body": "B"}}
SURE: list[tuple[dict[str, Any], Source, Sureness]] = [
    ({"message": NOTE}, Source.FCM, Sureness.GUESS),
    ({"message": {**NOTE, "token": ["a"]}}, Source.HMS, Sureness.CERTAIN),
    ({"message": {**NOTE, "token": "a"}}, Source.FCM, Sureness.CERTAIN),
    (
        {"message": {"token": ["a"], "data": "{}", "fcm_options": {}}},
        Source.HMS,
        Sureness.LIKELY,
    ),
    ({"payload": {}, "target": {}}, Source.V3, Sureness.LIKELY),
    ({"payload": {"aps": {}}}, Source.APNS, Sureness.CERTAIN),
    ({**NOTE, "time_to_live": 5}, Source.FCM_LEGACY, Sureness.LIKELY),
    ({**NOTE, "topic": "a"}, Source.FCM, Sureness.GUESS),
]


@pytest.mark.parametrize(("content", "source", "sure"), SURE)
def test_how_sure_it_is(
    content: dict[str, Any], source: Source, sure: Sureness
) -> None:
    assert kind_of_json(content) == (source, sure)


def test_the_address_of_a_command_decides_where_the_json_does_not() -> None:
    body = '{"message": {"topic": "a", "notification": {"title": "T", "body": "B"}}}'
    huawei = recognise(f"curl https://push-api.cloud.huawei.com/v1/1 -d '{body}'")
    google = recognise(f"curl https://fcm.googleapis.com/v1/x -d '{body}'")
    assert (huawei.source, google.source) == (Source.HMS, Source.FCM)


NONE = [
    ('{"private_key": "hunter2"}', "key file"),
    ('{"client_secret": "hunter2"}', "client secret"),
    ('{"access_token": "hunter2", "expires_in": 3600}', "access token"),
    ('{"code": "80000000", "msg": "Success"}', "answer of Push Kit"),
    ('{"statuses": []}', "receipts"),
    ('{"multicast_id": 1}', "answer of Firebase"),
    ('{"a": 1}', "no push message"),
    ("[{}]", "one message at a time"),
    ("", "nothing to convert"),
    ("Hello", "neither JSON nor a command"),
    ('{"a": 1, "a": 2}', "stands twice"),
    ("x" * 250_001, "250000 characters"),
    ("curl " + "x" * 100_000, "100000 characters"),
    ("{" + '"a":{' * 5000, "JSON"),
]


@pytest.mark.parametrize(("pasted", "words"), NONE, ids=lambda each: each[:20])
def test_what_is_no_message_is_told(pasted: str, words: str) -> None:
    with pytest.raises(DocumentError) as refused:
        recognise(pasted)
    assert words in str(refused.value.sentence)
    assert "hunter2" not in str(refused.value.sentence)
