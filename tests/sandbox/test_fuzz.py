"""Whatever is sent, the sandbox answers with a code and a status."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.account import DemoAccount
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.sandbox.service import Sandbox
from hmpush_gui.sandbox.wire import HttpRequest

from .conftest import Asker, Clock, put

Json = dict[str, Any]


_KEYS = [
    *("payload", "notification", "clickAction", "title", "pushOptions", "ttl"),
    *("target", "token", "message", "android", "data", "click_action"),
]
_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(codec=None), max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(_KEYS) | st.text(max_size=4),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)
_BODIES = st.binary(max_size=200) | _JSON.map(lambda value: json.dumps(value).encode())


@settings(max_examples=300, deadline=None, database=None)
@given(
    body=_BODIES,
    api=st.sampled_from(Api),
    push_type=st.sampled_from(["0", "1", "2", "6", "7", "10", "3"]),
    scenario=st.sampled_from([Scenario.NORMAL, Scenario.EXPIRED_ONCE, Scenario.CUT]),
)
def test_any_body_gets_a_code_and_a_status(
    account: DemoAccount,
    good_jwt: str,
    body: bytes,
    api: Api,
    push_type: str,
    scenario: Scenario,
) -> None:
    asker = Asker(Sandbox(account, Clock()), account, good_jwt)
    asker.sandbox.scenario = scenario

    reply = asker.send(body, api, push_type)

    assert reply.status in (200, 400, 401)
    assert len(reply.code) == 8
    assert reply.code.isdecimal()


_V3_PLACES = (
    "payload",
    "payload.extraData",
    "payload.notification.title",
    "payload.notification.category",
    "payload.notification.style",
    "payload.notification.inboxContent",
    "payload.notification.clickAction",
    "payload.notification.clickAction.data",
    "payload.notification.notifyId",
    "payload.notification.sound",
    "target.token",
    "pushOptions",
)
_LEGACY_PLACES = (
    "message",
    "message.token",
    "message.topic",
    "message.data",
    "message.notification",
    "message.android",
    "message.android.data",
    "message.android.notification",
    "message.android.notification.title",
    "message.android.notification.click_action",
    "message.android.notification.image",
    "message.android.notification.inbox_content",
)


@settings(max_examples=300, deadline=None, database=None)
@given(value=_JSON, place=st.sampled_from(range(12)), api=st.sampled_from(Api))
def test_any_value_anywhere_gets_a_code_and_a_status(
    account: DemoAccount, good_jwt: str, value: object, place: int, api: Api
) -> None:
    asker = Asker(Sandbox(account, Clock()), account, good_jwt)

    reply = asker.send(_with_value(api, place, value), api)

    assert reply.status in (200, 400)
    assert len(reply.code) == 8


def _with_value(api: Api, place: int, value: object) -> Json:
    """A right document but for one place."""
    note: Json = {
        "category": "IM",
        "title": "T",
        "body": "B",
        "clickAction": {"actionType": 0},
    }
    if api is Api.V3:
        paths = _V3_PLACES
        document: Json = {"payload": {"notification": note}, "target": {"token": ["a"]}}
    else:
        paths = _LEGACY_PLACES
        document = {
            "message": {
                "notification": {"title": "T", "body": "B"},
                "android": {"notification": {"click_action": {"type": 3}}},
                "token": ["a"],
            }
        }
    return put(document, paths[place], value)


_SERVICES = (
    *("messages:revoke", "images:verify", "topic:subscribe", "topic:unsubscribe"),
    *("topic:list", "token:query", "token:delete"),
)
_CALL_KEYS = st.sampled_from(["token", "tokenArray", "topic", "notifyId", "imageUrl"])


@settings(max_examples=300, deadline=None, database=None)
@given(
    content=_JSON | st.dictionaries(_CALL_KEYS, _JSON),
    service=st.sampled_from(_SERVICES),
)
def test_any_call_gets_a_code_and_a_status(
    account: DemoAccount, good_jwt: str, content: object, service: str
) -> None:
    asker = Asker(Sandbox(account, Clock()), account, good_jwt)

    status, answer = asker.call(service, content, push_type="0")

    assert status in (200, 400)
    assert len(answer["code"]) == 8


# The documents are copied before they are changed.
@settings(
    max_examples=400,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(value=_JSON, push_type=st.sampled_from(["1", "2", "7"]), data=st.data())
def test_any_value_in_any_push_type_gets_a_code_and_a_status(
    account: DemoAccount,
    good_jwt: str,
    widget: Json,
    speech: Json,
    live: Json,
    value: object,
    push_type: str,
    data: st.DataObject,
) -> None:
    document = {"1": widget, "2": speech, "7": live}[push_type]
    path = data.draw(st.sampled_from(sorted(_paths(document["payload"], "payload"))))
    asker = Asker(Sandbox(account, Clock()), account, good_jwt)

    reply = asker.send(put(document, path, value), push_type=push_type)

    assert reply.status in (200, 400)
    assert len(reply.code) == 8


def _paths(value: object, path: str) -> set[str]:
    """The dotted paths of everything inside an object."""
    children = value.items() if isinstance(value, dict) else ()
    return {path}.union(*(_paths(child, f"{path}.{key}") for key, child in children))


_TEXT = st.text(st.characters(codec=None), max_size=30)


@settings(max_examples=300, deadline=None, database=None)
@given(
    headers=st.dictionaries(
        st.sampled_from(["Authorization", "Content-Type", "push-type"]) | _TEXT, _TEXT
    ),
    prefix=st.sampled_from(["", "Bearer ", "Bearer a.b."]),
    path=st.sampled_from(
        ["/v1/1/messages:send", "/v3/1/messages:send", "/oauth2/v3/token"]
    ),
    body=_BODIES,
)
def test_any_headers_get_a_code_and_a_status(
    account: DemoAccount, headers: dict[str, str], prefix: str, path: str, body: bytes
) -> None:
    sandbox = Sandbox(account, Clock())
    if "Authorization" in headers:
        headers["Authorization"] = prefix + headers["Authorization"]

    reply = sandbox.answer(HttpRequest("POST", path, headers, body))

    content = json.loads(reply.body)
    assert reply.status in (400, 401)
    assert content.get("code") or content.get("error")


@settings(max_examples=200, deadline=None, database=None)
@given(method=_TEXT, path=_TEXT)
def test_any_address_gets_a_status(
    account: DemoAccount, method: str, path: str
) -> None:
    reply = Sandbox(account, Clock()).answer(HttpRequest(method, path, {}, b""))

    assert reply.status in (200, 400, 401, 404, 405)
