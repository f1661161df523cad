"""The sandbox gives each answer of the examples, to the bytes of the examples."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.rights import Rights
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.sandbox.tokens import TokenState
from hmpush_gui.sandbox.wire import HttpReply

from .conftest import NOW, Asker, Signer, drop, put

Json = dict[str, Any]
FILE = Path(__file__).parents[1] / "pushkit" / "examples.json"
EXAMPLES = {each["name"]: each for each in json.loads(FILE.read_text())["examples"]}
COMPLETE = [name for name in EXAMPLES if name != "nothing-yet"]
TOKEN = "TOKEN-{}-invented"
FIRST = "TOKEN-A-invented/1+2="


def _wire(name: str) -> bytes:
    """The bytes of an example; what its live view lacks to be begun is added."""
    if name != "v3-live-view":
        wire: str = EXAMPLES[name]["wire"]
        return wire.encode()
    content = "payload.activityData.notificationData"
    document = json.loads(EXAMPLES[name]["wire"])
    for path, value in (
        ("contentTitle", "Train {{trainNo}}: {{status}}"),
        ("keywords.trainNo", "X1000"),
        ("clickAction", {"actionType": 0}),
    ):
        document = put(document, f"{content}.{path}", value)
    return json.dumps(document).encode()


def _send(asker: Asker, name: str, body: bytes = b"", **headers: str) -> HttpReply:
    example = EXAMPLES[name]
    request = asker.request(
        body or _wire(name),
        Api(example["api"]),
        example["push_type"],
        **headers,
    )
    return asker.sandbox.answer(request)


def _changed(name: str, change: Callable[[Json], Json]) -> bytes:
    return json.dumps(change(json.loads(EXAMPLES[name]["wire"]))).encode()


def _answer(name: str, kind: str) -> Json:
    answers = {each["name"]: each["body"] for each in EXAMPLES[name]["answers"]}
    body: Json = answers[kind]
    return body


def _assert_is(reply: HttpReply, expected: Json) -> None:
    """The same code, and the same text, or the same JSON inside it."""
    found = json.loads(reply.body)
    assert found["code"] == expected["code"]
    if expected["msg"].startswith("{"):
        assert json.loads(found["msg"]) == json.loads(expected["msg"])
    else:
        assert found["msg"] == expected["msg"]
    assert bool(found["requestId"]) is bool(expected["requestId"])


@pytest.mark.parametrize("name", COMPLETE)
def test_every_example_succeeds(asker: Asker, name: str) -> None:
    _assert_is(_send(asker, name), _answer(name, "success"))

    dry = EXAMPLES[name]["document"].get("validate_only")
    tokens = [] if dry else EXAMPLES[name]["tokens"]
    assert [each.token for each in asker.delivered] == tokens
    assert asker.results() == [0] * len(tokens)


@pytest.mark.parametrize("name", ["v3-alert-rich", "v1-notification"])
def test_a_bad_token_makes_a_partial_success(asker: Asker, name: str) -> None:
    asker.sandbox.states[TOKEN.format("C")] = TokenState.DEAD

    _assert_is(_send(asker, name), _answer(name, "partial"))


def test_bad_tokens_only(asker: Asker) -> None:
    states = asker.sandbox.states
    states[FIRST] = states[TOKEN.format("B")] = TokenState.FOREIGN
    states[TOKEN.format("C")] = TokenState.DEAD

    _assert_is(_send(asker, "v3-alert-rich"), _answer("v3-alert-rich", "all invalid"))
    _assert_is(
        _send(asker, "v1-notification"),
        _answer("v1-notification", "all invalid, as a sentence"),
    )


def test_faults_of_a_document(asker: Asker) -> None:
    badge = _changed(
        "v3-alert",
        lambda sent: put(sent, "payload.notification.badge", {"addNum": 100}),
    )
    untitled = _changed(
        "v1-notification", lambda sent: drop(sent, "message.notification.title")
    )
    crowded = _changed("v3-widget", lambda sent: put(sent, "target.token", ["a", "b"]))

    for name, kind, body in (
        ("v3-alert", "badge out of range", badge),
        ("v1-notification", "missing title", untitled),
        ("v3-widget", "too many tokens", crowded),
    ):
        _assert_is(_send(asker, name, body), _answer(name, kind))


def test_rights_that_are_missing(asker: Asker) -> None:
    asker.sandbox.rights = Rights(push_types=frozenset())

    _assert_is(_send(asker, "v3-speech"), _answer("v3-speech", "right missing"))
    _assert_is(
        _send(asker, "v3-live-view"), _answer("v3-live-view", "event right missing")
    )


def test_bearers_that_are_outdated(asker: Asker, sign: Signer) -> None:
    outdated = sign(iat=NOW - 7200, exp=NOW - 3600)
    reply = _send(asker, "v3-alert", Authorization=f"Bearer {outdated}")
    _assert_is(reply, _answer("v3-alert", "JWT expired"))

    asker.sandbox.token_life = 0
    bearer = f"Bearer {asker.access_token()}"
    reply = _send(asker, "v1-notification", Authorization=bearer)
    _assert_is(reply, _answer("v1-notification", "access token expired"))


def test_flow_control(asker: Asker) -> None:
    asker.sandbox.scenario = Scenario.UNAVAILABLE

    reply = _send(asker, "v3-alert-rich")

    assert (reply.status, reply.body) == (503, b"")
    assert _answer("v3-alert-rich", "flow control") is None
