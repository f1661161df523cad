import json

from hmpush_gui.pushkit.credential import OAuthClient
from hmpush_gui.pushkit.doctor_call import NOBODY, can_ask, doctor_request
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.problem import Severity
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.rules import check_message

from .key_samples import account

PROJECT = Project("key", "Shop", project_id="101", client_id="202")
CLIENT = OAuthClient("202", "secret")


def test_a_key_is_proved_by_a_test_message_to_nobody() -> None:
    request = doctor_request(PROJECT, account())
    body = json.loads(request.body)
    assert request.url.endswith("/v3/101/messages:send")
    assert request.headers["push-type"] == "0"
    assert body["pushOptions"]["testMessage"] is True
    assert body["target"]["token"] == [NOBODY]
    assert request.tokens == (NOBODY,)


def test_a_client_is_proved_by_a_dry_run() -> None:
    request = doctor_request(PROJECT, CLIENT)
    body = json.loads(request.body)
    assert request.url.endswith("/v1/202/messages:send")
    assert body["validate_only"] is True
    assert body["message"]["token"] == [NOBODY]


def test_push_kit_would_refuse_neither_message() -> None:
    for api, credential in ((Api.V3, account()), (Api.V1, CLIENT)):
        document = json.loads(doctor_request(PROJECT, credential).body)
        found = check_message(Message(api, "0" if api is Api.V3 else "", document))
        assert [each for each in found if each.severity is Severity.BLOCKING] == []


def test_there_is_nothing_to_ask_without_an_id() -> None:
    bare = Project("key", "Shop")
    assert can_ask(PROJECT, account())
    assert can_ask(PROJECT, CLIENT)
    assert not can_ask(bare, account())
    assert not can_ask(bare, CLIENT)
