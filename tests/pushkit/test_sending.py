import itertools
import json
from collections.abc import Iterator

import pytest

from hmpush_gui.pushkit.answers import read_answer
from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.document import encode, write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.protocol import Answer, Verdict
from hmpush_gui.pushkit.sending import (
    device_requests,
    send_request,
    send_requests,
    send_url,
    target_of,
)

from .fakes import PROJECT, Example, read_examples

EXAMPLES = read_examples()


@pytest.mark.parametrize(
    ("api", "url"),
    [
        (Api.V1, "https://push-api.cloud.huawei.com/v1/100000001/messages:send"),
        (Api.V2, "https://push-api.cloud.huawei.com/v2/388421841222/messages:send"),
        (Api.V3, "https://push-api.cloud.huawei.com/v3/388421841222/messages:send"),
    ],
)
def test_each_generation_has_its_address(api: Api, url: str) -> None:
    assert send_url(PROJECT, api) == url


def test_a_slash_at_the_end_of_the_host_is_not_doubled() -> None:
    project = Project("k", "n", project_id="7", push_host="http://127.0.0.1:8080/")
    assert send_url(project, Api.V3) == "http://127.0.0.1:8080/v3/7/messages:send"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_request_carries_the_encoded_bytes_and_its_kind(example: Example) -> None:
    message = example.message
    request = send_request(PROJECT, message, encode(message), list(example.tokens))
    assert request.method == "POST"
    assert request.url == send_url(PROJECT, message.api)
    assert request.body == example.wire
    assert request.tokens == example.tokens
    assert request.headers["Content-Type"] == "application/json;charset=UTF-8"
    assert request.headers.get("push-type", "") == message.push_type
    assert "Authorization" not in request.headers


def test_tokens_are_cut_into_requests_of_what_one_may_carry() -> None:
    tokens = [f"t{number}" for number in range(2500)]
    message = kind("v1-notification").message()
    requests = list(send_requests(PROJECT, message, tokens))
    assert [len(each.tokens) for each in requests] == [1000, 1000, 500]
    assert [token for each in requests for token in each.tokens] == tokens
    encoded = encode(message)
    assert all(each.body == encoded.with_tokens(each.tokens) for each in requests)


def test_requests_are_made_one_at_a_time() -> None:
    taken: list[int] = []

    def endless() -> Iterator[str]:
        for number in itertools.count():
            taken.append(number)
            yield f"t{number}"

    requests = send_requests(PROJECT, kind("v1-notification").message(), endless())
    next(requests)
    assert len(taken) == 1000


def test_no_tokens_make_no_request() -> None:
    message = kind("v1-notification").message()
    assert list(send_requests(PROJECT, message, [])) == []


TARGETS = [
    ({"topic": "news"}, "'news' in topics"),
    (
        {"condition": "'a' in topics && !('b' in topics)"},
        "'a' in topics && !('b' in topics)",
    ),
    ({"topic": "", "condition": ""}, ""),
    ({"topic": 5}, ""),
    ({}, ""),
]


@pytest.mark.parametrize(("more", "target"), TARGETS)
def test_a_message_may_name_a_topic_or_a_condition(more: Json, target: str) -> None:
    blank = kind("v1-notification").blank
    document = {**blank, "message": {**blank["message"], **more}}
    assert target_of(Message(Api.V1, "", document)) == target
    assert target_of(Message(Api.V3, "0", document)) == ""


@pytest.mark.parametrize("name", ["topic", "condition"])
def test_a_topic_message_goes_out_once_without_tokens(name: str) -> None:
    document = {"message": {"data": "x", name: "'a' in topics", "token": ["old"]}}
    message = Message(Api.V1, "", document)
    (request,) = send_requests(PROJECT, message, ["t1", "t2"])
    assert json.loads(request.body) == {"message": {"data": "x", name: "'a' in topics"}}
    assert request.tokens == (target_of(message),)
    assert request.url == send_url(PROJECT, Api.V1)
    reading = read_answer(Answer(200, "", (), b'{"code":"80000000"}'), request.tokens)
    assert [each.verdict for each in reading.outcomes] == [Verdict.ACCEPTED]


def titled(title: str) -> Message:
    blank = kind("v3-alert").message()
    document = write(blank.document, ("payload", "notification", "title"), title)
    return Message(blank.api, "0", document)


DEVICES = [Device("t1", "Li Lei", "p"), Device("t2", "Han Meimei", "p")]


def test_a_message_that_names_its_device_is_a_call_for_each() -> None:
    ids = iter(["id-1", "id-2"])
    message = titled("For {{device.label}} {{uuid}}")
    made = list(device_requests(PROJECT, message, DEVICES, lambda: next(ids)))
    assert [each.tokens for each in made] == [("t1",), ("t2",)]
    assert b"For Li Lei id-1" in made[0].body
    assert b"For Han Meimei id-2" in made[1].body


def test_a_topic_has_no_name_of_a_device() -> None:
    target = {"data": "For {{device.label}}: {{uuid}}", "topic": "{{uuid}}"}
    message = Message(Api.V1, "", {"message": target})
    (made,) = device_requests(PROJECT, message, DEVICES, lambda: "id-1")
    body = json.loads(made.body)["message"]
    assert body == {"data": "For : id-1", "topic": "id-1"}
    assert made.tokens == (target_of(message),)


def test_any_other_message_is_one_call_for_all() -> None:
    (made,) = device_requests(PROJECT, titled("For all"), DEVICES)
    assert made.tokens == ("t1", "t2")
