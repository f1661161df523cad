"""Bodies of both versions, as they are logged by many servers (facts I.1)."""

import json
from pathlib import Path

import pytest

from hmpush_gui.exchange.receipts import read_callback
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.receipt import Receipt

EXAMPLES = json.loads((Path(__file__).parent / "callbacks.json").read_text("utf-8"))
CALL, OLD = EXAMPLES["v2"], EXAMPLES["v1"]
FIRST = Receipt(
    "DUMMY-TOKEN-0001-not-a-real-device",
    0,
    1900000001.0,
    "000000000000000000000004",
    "garden-weekly",
    "com.example.garden",
    "0",
)
STATUS = {"token": "t", "deliveryStatus": {"result": 6, "timestamp": 1000}}


def test_a_body_of_version_2_is_read() -> None:
    found = read_callback(json.dumps(CALL["body"]))
    assert found.receipts[0] == FIRST
    assert [each.result for each in found.receipts] == [0, 256, 261]
    assert found.receipts[2].form_id == "100200300"
    assert (found.unread, found.header) == ((), "")


@pytest.mark.parametrize("form", [OLD, [OLD], {"statuses": [OLD]}])
def test_version_1_is_read_alone_and_in_lists(form: object) -> None:
    (receipt,) = read_callback(json.dumps(form)).receipts
    assert receipt == Receipt(
        "DUMMY-TOKEN-0001-not-a-real-device", 0, 1900000003.0,
        "000000000000000000000021", "parcel-77", "100000001", version=1,
    )  # fmt: skip


def test_a_captured_request_brings_its_header() -> None:
    name, value = next(iter(CALL["headers"].items()))
    head = f"POST /receipts HTTP/1.1\r\nHost: a\r\n{name.lower()}: {value}\r\n\r\n"
    found = read_callback(head + json.dumps(CALL["body"], indent=2))
    assert (found.header, len(found.receipts)) == (value, 3)
    assert read_callback(json.dumps(CALL)).header == value
    logged = {**CALL, "body": json.dumps(CALL["body"])}
    assert read_callback(json.dumps(logged)) == read_callback(json.dumps(CALL))


def test_bodies_one_a_line_are_read_in_their_order() -> None:
    lines = [{"statuses": [STATUS]}, {"statuses": [STATUS | {"token": "u"}]}]
    found = read_callback("\ufeff" + "\n".join(map(json.dumps, lines)))
    assert [each.token for each in found.receipts] == ["t", "u"]


def test_many_bodies_in_a_list_keep_their_order() -> None:
    lines = [{"statuses": [STATUS | {"token": str(each)}]} for each in range(5)]
    found = read_callback(json.dumps(lines))
    assert [each.token for each in found.receipts] == list("01234")


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (1, "no JSON object"),
        ({"deliveryStatus": {"result": 1}}, "no token"),
        ({"token": "t"}, "no result"),
        ({"token": "t", "deliveryStatus": {"result": "x"}}, "no result"),
        ({"token": "t", "deliveryStatus": {"result": True}}, "no result"),
        ({"token": "t", "status": 10**50}, "no result"),
    ],
)
def test_a_status_that_is_no_receipt_is_told_by_its_number(
    status: object, why: str
) -> None:
    found = read_callback(json.dumps({"statuses": [STATUS, status]}))
    assert len(found.receipts) == 1
    (unread,) = found.unread
    assert unread.number == 2
    assert why in str(unread.why)


@pytest.mark.parametrize("time", [None, "x", 1e300, -5, 10**17, 10**400, True, [1]])
def test_a_time_that_is_none_is_left_out(time: object) -> None:
    status = {"token": "t", "deliveryStatus": {"result": "6", "timestamp": time}}
    (receipt,) = read_callback(json.dumps(status)).receipts
    assert (receipt.result, receipt.at) == (6, None)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not valid JSON"),
        ("hello", "not valid JSON"),
        ("{}", "no receipt"),
        ("[]", "no receipt"),
        ('{"statuses":[]}', "no receipt"),
        ('{"statuses":[{"token"', "line 1"),
        ("[" * 100_000, "too deep"),
    ],
)
def test_what_is_no_callback_is_refused_with_a_reason(text: str, why: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_callback(text)
    assert why in str(caught.value.sentence)


def test_a_broken_line_of_a_log_costs_no_other() -> None:
    good = json.dumps({"statuses": [STATUS]})
    found = read_callback(f"{good}\n{good[:40]}\n{good}")
    assert len(found.receipts) == 2
    (unread,) = found.unread
    assert unread.number == 2
    assert "not valid JSON" in str(unread.why)


def test_a_text_among_the_statuses_is_no_header() -> None:
    found = read_callback(json.dumps({"statuses": ["value=x", STATUS]}))
    assert (found.header, len(found.unread)) == ("", 1)


def test_a_header_counts_for_no_status() -> None:
    body = {"statuses": [STATUS, {"token": "t"}]}
    found = read_callback(json.dumps({"headers": CALL["headers"], "body": body}))
    assert [each.number for each in found.unread] == [2]


def test_no_other_header_is_taken_for_the_signature() -> None:
    name, value = next(iter(CALL["headers"].items()))
    headers = {"Host": "shop.example", name: value, "Cookie": "a=b"}
    assert read_callback(json.dumps({**CALL, "headers": headers})).header == value
    no_text = {"Host": "shop.example", name: None}
    assert read_callback(json.dumps({**CALL, "headers": no_text})).header == ""
