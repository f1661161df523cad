"""What the app was not granted is refused, or silent."""

from typing import Any

import pytest

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.quotas import Quotas
from hmpush_gui.sandbox.rights import Rights

from .conftest import Asker, put

Json = dict[str, Any]
CATEGORY = "payload.notification.category"
NONE = frozenset[str]()


def _reasons(asker: Asker, document: Json, push_type: str) -> list[str]:
    reply = asker.send(document, push_type=push_type)
    return list(reply.said["illegalTokens"]) if reply.code == "80300007" else []


def test_a_category_that_was_not_granted_is_accepted_but_silent(
    asker: Asker, alert: Json, legacy: Json
) -> None:
    asker.sandbox.rights = Rights(categories=frozenset({"IM"}))
    asker.sandbox.quotas = Quotas(marketing=None)

    for category in ("IM", "EXPRESS", "MARKETING"):
        asker.ask(put(alert, CATEGORY, category))
        asker.ask(put(legacy, "message.android.category", category), api=Api.V1)
    asker.ask(legacy, api=Api.V1)

    assert [each.alerting for each in asker.delivered] == [
        *(True, True, False, False, False, False, True)
    ]


def test_a_test_message_rings_before_the_right_exists(
    asker: Asker, alert: Json
) -> None:
    asker.sandbox.rights = Rights(categories=NONE)

    asker.ask(put(alert, "pushOptions.testMessage", True))

    assert [each.alerting for each in asker.delivered] == [True]


@pytest.mark.parametrize(
    ("rights", "push_type", "reasons"),
    [
        (Rights(), "2", []),
        (Rights(push_types=NONE), "2", ["noPushTypeRight"]),
        (Rights(push_types=frozenset({"10"})), "2", ["noPushTypeRight"]),
        (Rights(push_types=frozenset({"2"})), "2", []),
        (Rights(push_types=NONE), "10", ["noPushTypeRight"]),
        (Rights(push_types=frozenset({"10"})), "10", []),
        (Rights(push_types=NONE), "0", []),
        (Rights(push_types=NONE), "1", []),
        (Rights(push_types=NONE), "6", []),
        (Rights(push_types=NONE), "7", ["noRightToSendThisLiveNotificationEvent"]),
        (
            Rights(live_views=frozenset({"TAXI"})),
            "7",
            ["noRightToSendThisLiveNotificationEvent"],
        ),
        (Rights(live_views=frozenset({"TRAIN"})), "7", []),
    ],
)
def test_some_push_types_need_a_right(
    asker: Asker,
    alert: Json,
    widget: Json,
    speech: Json,
    live: Json,
    background: Json,
    rights: Rights,
    push_type: str,
    reasons: list[str],
) -> None:
    documents = {"0": alert, "1": widget, "2": speech, "7": live}
    asker.sandbox.rights = rights

    found = _reasons(asker, documents.get(push_type, background), push_type)

    assert found == reasons
    assert bool(asker.delivered) is not bool(reasons)


@pytest.mark.parametrize(
    ("categories", "reasons"),
    [(None, []), (frozenset({"IM"}), []), (frozenset({"WORK"}), ["noPushTypeRight"])],
)
def test_a_badge_alone_needs_the_right_for_im(
    asker: Asker, categories: frozenset[str] | None, reasons: list[str]
) -> None:
    asker.sandbox.rights = Rights(categories=categories)
    badge = {
        "payload": {"notification": {"badge": {"setNum": 5}}},
        "target": {"token": ["a"]},
    }

    assert _reasons(asker, badge, "0") == reasons


def test_a_punished_app_sends_nothing(asker: Asker, alert: Json, legacy: Json) -> None:
    asker.sandbox.rights = Rights(penalty=True)

    expected = (400, "80300037", "Disable send huawei msg because of penalty")
    assert asker.ask(alert) == expected
    assert asker.ask(legacy, api=Api.V1)[1] == "80000000"


def test_high_priority_needs_a_right(asker: Asker) -> None:
    urgent = {"message": {"token": ["a"], "data": "x", "android": {"urgency": "HIGH"}}}
    assert asker.ask(urgent, api=Api.V1)[1] == "80000000"
    asker.sandbox.rights = Rights(urgent=False)

    assert asker.ask(urgent, api=Api.V1)[1] == "80300011"
    normal = put(urgent, "message.android.urgency", "NORMAL")
    assert asker.ask(normal, api=Api.V1)[1] == "80000000"
