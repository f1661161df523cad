from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.leftovers import left_over
from hmpush_gui.pushkit.message import Api, Json, Message

DOCUMENT: Json = {
    "payload": {
        "notification": {
            "category": "MARKETING",
            "title": "Hello",
            "image": "",
            "badge": {"setNum": 1, "new": {"deep": 2}},
            "clickAction": {"actionType": 0, "data": {"a": {"b": 1}}},
        }
    },
    "pushOptions": {"testMessage": False},
    "target": {"token": ["a"]},
    "future": {"x": 1},
}
ALERT = ("payload", "notification")


def test_what_somebody_wrote_is_left_over_value_by_value() -> None:
    message = Message(Api.V3, "0", DOCUMENT)
    moved = {(*ALERT, "title")}
    assert list(left_over(message, kind("v3-alert"), moved)) == [
        (*ALERT, "badge", "setNum"),
        (*ALERT, "badge", "new"),
        (*ALERT, "clickAction", "data"),
        ("future",),
    ]
