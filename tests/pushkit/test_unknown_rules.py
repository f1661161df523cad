import pytest

from hmpush_gui.pushkit.kinds import kinds
from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.problem import Severity
from hmpush_gui.pushkit.unknown_rules import unknown_problems

from .fakes import good_message

V1, V3 = (Api.V1, ""), (Api.V3, "0")
ALERT = "payload.notification"
ANDROID = "message.android.notification"

# api and push-type, document, path, the name it is a slip of
SLIPS: list[tuple[tuple[Api, str], Json, str, str]] = [
    (V3, {"payload": {"notification": {"titel": "a"}}}, f"{ALERT}.titel", "title"),
    (V3, {"payload": {"notification": {"notify_id": 1}}}, f"{ALERT}.notify_id", "noti"),
    (V3, {"payload": {"notification": {"slotType": 1}}}, f"{ALERT}.slotType", ""),
    (V3, {"payload": {}, "push_options": {}}, "push_options", "pushOptions"),
    (V3, {"pushOptions": {"TTL": 1}}, "pushOptions.TTL", "ttl"),
    (
        V1,
        {"message": {"android": {"notification": {"buttons": [{"nmae": "a"}]}}}},
        f"{ANDROID}.buttons.0.nmae",
        "name",
    ),
    (
        V1,
        {"message": {"android": {"notification": {}}, "apns": {"payload": {}}}},
        "message.apns",
        "",
    ),
]


@pytest.mark.parametrize(("where", "document", "path", "near"), SLIPS)
def test_a_key_that_nobody_documents_is_told_with_what_may_be_meant(
    where: tuple[Api, str], document: Json, path: str, near: str
) -> None:
    (problem,) = unknown_problems(Message(*where, document))
    assert problem.severity is Severity.HINT
    assert ".".join(problem.path) == path
    assert ("Did you mean" in str(problem.sentence)) is bool(near)
    assert near in str(problem.sentence)


@pytest.mark.parametrize("key", [each.key for each in kinds()])
def test_a_good_message_has_no_unknown_key(key: str) -> None:
    assert list(unknown_problems(good_message(key))) == []
