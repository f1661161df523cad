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

_CONTENT = "payload.activityData.notificationData"
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
    (Api.V3, "1"): (
        *("payload", "payload.formData", "payload.formId", "payload.version"),
        *("payload.formData.city", "payload.formData.n", "payload.images"),
        *("payload.moduleName", "pushOptions.ttl"),
    ),
    (Api.V3, "2"): (
        *("payload", "payload.extraData", "payload.notification"),
        *("payload.notification.category", "payload.notification.title"),
        *("payload.notification.style", "payload.notification.clickAction"),
    ),
    (Api.V3, "7"): (
        *("payload", "payload.activityId", "payload.operation", "payload.event"),
        *("payload.status", "payload.version", "payload.mute", "payload.trigger"),
        *("payload.activityData", _CONTENT, f"{_CONTENT}.type"),
        *(f"{_CONTENT}.keywords", f"{_CONTENT}.contentTitle"),
        *(f"{_CONTENT}.contentText", f"{_CONTENT}.clickAction"),
        *(f"{_CONTENT}.firstTextBlock", f"{_CONTENT}.lastTextBlock"),
        *(f"{_CONTENT}.singleTextBlock", f"{_CONTENT}.extend"),
        "payload.activityData.capsuleData.bgColor",
    ),
    (Api.V3, "10"): ("payload", "payload.extraData", "pushOptions.ttl"),
    (Api.V1, ""): (
        *("message.apns", "message.webpush", "message.android.urgency"),
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
    (Api.V3, "1"): {
        "payload": {
            "moduleName": "entry",
            "abilityName": "A",
            "formName": "f",
            "formId": 7,
            "version": 1,
            "formData": {"city": "Lindenau"},
        }
    },
    (Api.V3, "2"): {
        "payload": {
            "extraData": "{}",
            "notification": {
                "category": "PLAY_VOICE",
                "title": "T",
                "body": "B",
                "clickAction": {"actionType": 0},
            },
        }
    },
    (Api.V3, "6"): {"payload": {"extraData": "{}"}},
    (Api.V3, "7"): {
        "payload": {
            "activityId": 7,
            "operation": 0,
            "event": "TRAIN",
            "status": "DEPART",
            "activityData": {
                "notificationData": {
                    "type": 5,
                    "keywords": {"trainNo": "X1000"},
                    "contentTitle": "Train {{status}}",
                    "contentText": [{"text": "No. {{trainNo}}"}],
                    "clickAction": {"actionType": 0},
                }
            },
        }
    },
    (Api.V3, "10"): {"payload": {"extraData": "{}"}},
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
        *("SCORE", "TAXI", "CALLING", "#FFFFFFFF", {"n": None}, {"n": 2**53}),
        *("{{status}}", [{"text": "{{status}} {{trainNo}}"}], {"text": "{{trainNo}}"}),
        *({"firstLine": "{{status}} {{trainNo}}"}, {"secondLine": "{{status}}"}, 4),
        *([{"text": "x" * 600}, {"text": "y" * 600}], {"datashareproxy://": 1}),
        *({"payload": {}, "hms_options": {"target_user_type": 1}}, {"payload": {}}),
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


@settings(max_examples=100, deadline=None, database=None)
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
