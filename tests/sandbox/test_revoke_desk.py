"""Notifications are taken back from phones, and from where they wait."""

from typing import TYPE_CHECKING, Any

import pytest

from hmpush_gui.sandbox.tokens import TokenState

from .conftest import Asker, put

if TYPE_CHECKING:
    from hmpush_gui.sandbox.phone import Delivery

Json = dict[str, Any]


def _send(asker: Asker, alert: Json, notify_id: int, *tokens: str) -> None:
    document = put(alert, "payload.notification.notifyId", notify_id)
    asker.ask(put(document, "target.token", list(tokens)))


def _revoke(
    asker: Asker, notify_id: object, *tokens: object, push_type: str = "0"
) -> Json:
    content = {"notifyId": notify_id, "token": list(tokens)}
    return asker.call("messages:revoke", content, push_type=push_type)[1]


def _left(asker: Asker) -> list[tuple[str, int | None]]:
    return [(each.token, each.notify_id) for each in asker.sandbox.deliveries]


def test_a_revoked_notification_disappears_from_its_phones(
    asker: Asker, alert: Json
) -> None:
    gone: list[tuple[Delivery, ...]] = []
    asker.sandbox.on_removal(gone.append)
    _send(asker, alert, 7, "a", "b", "c")
    _send(asker, alert, 8, "a")

    answer = _revoke(asker, 7, "a", "a", "b", "z")

    assert (answer["code"], answer["msg"]) == ("80000000", "Success")
    assert _left(asker) == [("c", 7), ("a", 8)]
    assert [[each.token for each in some] for some in gone] == [["a", "b"]]
    assert _revoke(asker, 7, "a")["code"] == "80000000"
    assert len(gone) == 1


def test_a_push_type_revokes_its_own(asker: Asker, alert: Json, speech: Json) -> None:
    _send(asker, alert, 7, "a")
    spoken = put(speech, "payload.notification.notifyId", 7)
    asker.ask(put(spoken, "target.token", ["a"]), push_type="2")

    _revoke(asker, 7, "a", push_type="2")

    assert [each.push_type for each in asker.sandbox.deliveries] == ["0"]


def test_what_waits_for_a_phone_is_dropped(asker: Asker, alert: Json) -> None:
    _send(asker, alert, 7, "SANDBOX-offline-1")
    _send(asker, alert, 8, "SANDBOX-offline-1")
    _revoke(asker, 7, "SANDBOX-offline-1")

    asker.sandbox.set_state("SANDBOX-offline-1", TokenState.LIVE)

    assert _left(asker) == [("SANDBOX-offline-1", 8)]


def test_bad_tokens_are_told(asker: Asker) -> None:
    some = _revoke(asker, 7, "a", "SANDBOX-dead-1", "SANDBOX-foreign-1")
    all_ = _revoke(asker, 7, "SANDBOX-dead-1")

    assert some["code"] == "80100020"
    assert some["msg"] == (
        '{"illegalTokens":{"tokenFormatError":["SANDBOX-dead-1"],'
        '"noRight":["SANDBOX-foreign-1"]},"success":1,"failure":2}'
    )
    assert all_["code"] == "80300007"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({"token": ["a"]}, "80300032"),
        ({"notifyId": 7}, "80300032"),
        ({"notifyId": 7, "token": []}, "80300010"),
        ({"notifyId": 7, "token": ["a"] * 1001}, "80300010"),
        ({"notifyId": -1, "token": ["a"]}, "80100003"),
        ({"notifyId": 2**31, "token": ["a"]}, "80100003"),
        ({"notifyId": True, "token": ["a"]}, "80100003"),
        ({"notifyId": "7", "token": ["a"]}, "80100003"),
        ({"notifyId": 7, "token": "a"}, "80100003"),
        ({"notifyId": 7, "token": ["a"], "more": "x" * 4096}, "80300008"),
        (b"", "80100003"),
    ],
)
def test_what_is_wrong_with_a_revocation_is_named(
    asker: Asker, content: object, code: str
) -> None:
    assert asker.call("messages:revoke", content, push_type="0")[1]["code"] == code


@pytest.mark.parametrize("push_type", ["", "1", "6", "7", "10"])
def test_other_push_types_cannot_be_revoked(asker: Asker, push_type: str) -> None:
    answer = _revoke(asker, 7, "a", push_type=push_type)

    assert (answer["code"], answer["msg"]) == (
        "80100003",
        "Illegal payload, The header does not contain valid push-type",
    )


def test_the_address_wants_the_client_id(asker: Asker) -> None:
    project = asker.account.service.project_id
    content = {"notifyId": 7, "token": ["a"]}

    answer = asker.call("messages:revoke", content, push_type="0", owner=project)[1]

    assert answer["code"] == "80300002"
