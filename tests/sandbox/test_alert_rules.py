"""Fields of an alert that need each other are missed."""

from typing import Any

import pytest

from .conftest import Asker, illegal, put

NOTE = "payload.notification"

Json = dict[str, Any]


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        (
            {"clickAction": {"actionType": 1}},
            "clickAction action and uri cannot both be null",
        ),
        (
            {"clickAction": {"actionType": 1, "action": "", "uri": ""}},
            "clickAction action and uri cannot both be null",
        ),
        ({"style": 3}, "inboxContent cannot be null in body"),
        (
            {"style": 3, "inboxContent": []},
            "notification inboxContent should have at least 1 items",
        ),
        (
            {"soundDuration": 5},
            "soundDuration is only allowed together with sound",
        ),
    ],
)
def test_fields_of_an_alert_that_need_each_other_are_missed(
    asker: Asker, alert: Json, changes: Json, hint: str
) -> None:
    for name, value in changes.items():
        alert = put(alert, f"{NOTE}.{name}", value)

    assert asker.ask(alert) == illegal(hint)


@pytest.mark.parametrize(
    "changes",
    [
        {"clickAction": {"actionType": 1, "action": "a"}},
        {"clickAction": {"actionType": 1, "uri": "u"}},
        {"style": 3, "inboxContent": ["1"]},
        {"style": 0, "inboxContent": []},
        {"soundDuration": 5, "sound": "a.mp3"},
    ],
)
def test_fields_of_an_alert_that_have_each_other_are_accepted(
    asker: Asker, alert: Json, changes: Json
) -> None:
    for name, value in changes.items():
        alert = put(alert, f"{NOTE}.{name}", value)

    assert asker.ask(alert)[1] == "80000000"
