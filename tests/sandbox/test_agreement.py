"""The editor's checks and the sandbox's judgement agree, though they share no code."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hmpush_gui.pushkit.document import encode
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.problem import Severity
from hmpush_gui.pushkit.rules import check_message
from hmpush_gui.sandbox.account import DemoAccount
from hmpush_gui.sandbox.service import Sandbox

from .conftest import Asker, Clock

Json = dict[str, Any]

_PLACES = {
    (Api.V3, "0"): (
        *("payload", "payload.notification", "pushOptions"),
        *("pushOptions.ttl", "pushOptions.biTag", "pushOptions.collapseKey"),
        *("payload.notification.category", "payload.notification.title"),
        *("payload.notification.clickAction", "payload.notification.style"),
        "payload.notification.clickAction.actionType",
        "payload.notification.clickAction.uri",
        *("payload.notification.inboxContent", "payload.notification.image"),
        *("payload.notification.sound", "payload.notification.soundDuration"),
        *("payload.notification.badge.addNum", "payload.notification.notifyId"),
        "payload.notification.appMessageId",
    ),
    (Api.V3, "6"): (
        *("payload", "payload.extraData", "payload.proxyData"),
        *("pushOptions", "pushOptions.ttl", "pushOptions.backgroundMode"),
    ),
    (Api.V1, ""): (
        *("message", "message.notification", "message.android", "message.data"),
        *("message.notification.title", "message.android.notification"),
        *("message.android.ttl", "message.android.collapse_key"),
        *("message.android.notification.title", "validate_only"),
        "message.android.notification.click_action",
        "message.android.notification.click_action.type",
        "message.android.notification.click_action.url",
        "message.android.notification.importance",
    ),
}
_RIGHT: dict[tuple[Api, str], Json] = {
    (Api.V3, "0"): {
        "payload": {
            "notification": {
                "category": "IM",
                "title": "T",
                "body": "B",
                "clickAction": {"actionType": 1, "action": "a"},
            }
        }
    },
    (Api.V3, "6"): {"payload": {"extraData": "{}"}},
    (Api.V1, ""): {
        "message": {
            "notification": {"title": "T", "body": "B"},
            "android": {"notification": {"click_action": {"type": 1, "action": "a"}}},
        }
    },
}
_GONE = object()
_VALUES = st.sampled_from(
    [
        *(_GONE, None, True, 0, 1, 2, 3, 5, 99, 100, 101, -1, -2, 1.0, 2.5, 2**31),
        *("", "x", "LOW", "PLAY_VOICE", "im", "ENABLE", "https://a", "http://a"),
        *("9s", "1296000s", "1296001s", "s" * 65, "优" * 22, "y" * 4000),
        *([], ["a"], ["a"] * 4, ["x" * 1025], {}, {"type": 2}, {"actionType": 1}),
    ]
)


def _change(document: Json, path: str, value: object) -> Json:
    """A copy with `value` at the dotted path, as far as the path exists."""
    copy: Json = json.loads(json.dumps(document))
    *parents, last = path.split(".")
    place: Any = copy
    for key in parents:
        place = place.setdefault(key, {}) if isinstance(place, dict) else None
    if not isinstance(place, dict):
        return copy
    place.pop(last, None)
    if value is not _GONE:
        place[last] = value
    return copy


@settings(max_examples=250, deadline=None, database=None)
@given(data=st.data())
def test_the_sandbox_refuses_what_the_editor_blocks_with_a_code_it_foretold(
    account: DemoAccount, good_jwt: str, data: st.DataObject
) -> None:
    api, push_type = data.draw(st.sampled_from(sorted(_RIGHT)))
    document = _RIGHT[api, push_type]
    places = st.sampled_from(_PLACES[api, push_type])
    for place in data.draw(st.lists(places, max_size=3, unique=True)):
        document = _change(document, place, data.draw(_VALUES))
    message = Message(api, push_type, document)

    foretold = {
        problem.code
        for problem in check_message(message)
        if problem.severity is Severity.BLOCKING
    }

    asker = Asker(Sandbox(account, Clock()), account, good_jwt)
    body = encode(message).with_tokens(["token"])
    code = asker.send(body, api, push_type).code
    assert code in (foretold or {"80000000"})
