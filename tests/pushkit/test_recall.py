import json
from dataclasses import replace

import pytest

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.outcome import Verdict
from hmpush_gui.pushkit.project import CredentialKind, Environment, Project
from hmpush_gui.pushkit.recall import notify_id_of, recall_requests, refusal
from hmpush_gui.pushkit.record import Action, SendSummary

PROJECT = Project("shop", "Shop", Environment.FORMAL, "101", "202")
SERVICE = frozenset({CredentialKind.SERVICE_ACCOUNT})

SENT = SendSummary(
    "k", 1.0, "Shop", Environment.FORMAL, "v3", "0", "Hello", True,
    {Verdict.ACCEPTED: 2}, project_key="shop", notify_id=7,
)  # fmt: skip


def message(notify_id: object, api: Api = Api.V3) -> Message:
    return Message(api, "0", {"payload": {"notification": {"notifyId": notify_id}}})


@pytest.mark.parametrize("number", [0, 7, 2**31 - 1])
def test_a_notify_id_is_one_that_push_kit_takes_back(number: int) -> None:
    assert notify_id_of(message(number)) == number


@pytest.mark.parametrize("value", [-1, 2**31, True, 1.0, "7", None])
def test_anything_else_is_none(value: object) -> None:
    assert notify_id_of(message(value)) is None


def test_messages_of_v1_have_none() -> None:
    assert notify_id_of(message(7, Api.V1)) is None


def test_a_recall_goes_out_in_requests_of_a_thousand() -> None:
    devices = [Device(f"t{number}", "", "shop") for number in range(1001)]
    requests = list(recall_requests(PROJECT, message(7), devices))
    assert [len(request.tokens) for request in requests] == [1000, 1]
    assert requests[1].url.endswith("/v1/202/messages:revoke")
    assert requests[1].headers["push-type"] == "0"
    assert json.loads(requests[1].body) == {"notifyId": 7, "token": ["t1000"]}


def test_a_message_without_a_notify_id_has_no_recall() -> None:
    with pytest.raises(ValueError, match="notify ID"):
        next(recall_requests(PROJECT, message(-1), []))


def test_what_has_all_it_takes_can_be_recalled() -> None:
    assert refusal(SENT, PROJECT, SERVICE) is None
    assert refusal(SENT._replace(push_type="2"), PROJECT, SERVICE) is None
    unknown = SENT._replace(counts={Verdict.UNKNOWN: 1})
    assert refusal(unknown, PROJECT, SERVICE) is None


@pytest.mark.parametrize(
    ("send", "why"),
    [
        (SENT._replace(api="v1"), "v3 messages only"),
        (SENT._replace(push_type="6"), "Only notifications"),
        (SENT._replace(notify_id=None), "without a notify ID"),
        (SENT._replace(counts={Verdict.REJECTED: 2}), "No device has accepted"),
        (SENT._replace(action=Action.RECALL), "a recall itself"),
    ],
)
def test_a_send_says_why_it_cannot_be_recalled(send: SendSummary, why: str) -> None:
    assert why in str(refusal(send, PROJECT, SERVICE))


@pytest.mark.parametrize(
    ("project", "credentials", "why"),
    [
        (None, SERVICE, "project is gone"),
        (
            replace(PROJECT, environment=Environment.TEST),
            SERVICE,
            "another environment",
        ),
        (replace(PROJECT, client_id=""), SERVICE, "no client ID"),
        (PROJECT, frozenset({CredentialKind.OAUTH}), "no service account"),
    ],
)
def test_a_project_says_why_it_cannot_recall(
    project: Project | None, credentials: frozenset[CredentialKind], why: str
) -> None:
    assert why in str(refusal(SENT, project, credentials))
