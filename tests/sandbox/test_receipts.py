"""Receipts have the shape of their version, and the newest are kept."""

from collections import Counter
from typing import Any

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.receipts import ReceiptBook, Sheet

from .conftest import NOW, Asker, put

Json = dict[str, Any]


def test_a_v3_receipt_is_of_version_2(asker: Asker, alert: Json) -> None:
    reply = asker.send(put(alert, "pushOptions.biTag", "weekly"))

    assert [each.to_json() for each in asker.sandbox.receipts] == [
        {
            "token": "SANDBOX-live-000001",
            "pushType": 0,
            "appPackageName": "com.example.sandbox",
            "requestId": reply.request_id,
            "biTag": "weekly",
            "deliveryStatus": {"result": 0, "timestamp": NOW * 1000},
        }
    ]


def test_a_widgets_receipt_names_its_form(asker: Asker, widget: Json) -> None:
    reply = asker.send(put(widget, "target.token", ["SANDBOX-gone-1"]), push_type="1")

    assert [each.to_json() for each in asker.sandbox.receipts] == [
        {
            "token": "SANDBOX-gone-1",
            "pushType": 1,
            "appPackageName": "com.example.sandbox",
            "requestId": reply.request_id,
            "formStatus": {"formId": 77, "result": 2, "timestamp": NOW * 1000},
        }
    ]


def test_a_legacy_receipt_is_of_version_1(asker: Asker, legacy: Json) -> None:
    reply = asker.send(put(legacy, "message.android.bi_tag", "parcel-77"), Api.V1)

    assert [each.to_json() for each in asker.sandbox.receipts] == [
        {
            "biTag": "parcel-77",
            "appid": asker.account.client.client_id,
            "token": "SANDBOX-live-000001",
            "status": 0,
            "timestamp": NOW * 1000,
            "requestId": reply.request_id,
        }
    ]


def _sheet(name: str, count: int, **results: int) -> Sheet:
    tokens = tuple(f"{name}{number}" for number in range(count))
    return Sheet(
        name, "0", "", 0.0, tokens, {int(k[1:]): v for k, v in results.items()}
    )


def test_the_newest_receipts_are_kept_and_all_are_counted() -> None:
    book = ReceiptBook(keep=5)
    for name in "abc":
        book.add(_sheet(name, 3, _1=6))

    tokens = [each.token for each in book.all()]
    assert tokens == ["b0", "b1", "b2", "c0", "c1", "c2"]
    assert [each.result for each in book.all()] == [0, 6, 0, 0, 6, 0]
    assert next(book.newest_first()).token == "c2"
    assert book.results == Counter({0: 6, 6: 3})


def test_one_large_sheet_is_kept_whole() -> None:
    book = ReceiptBook(keep=5)
    book.add(_sheet("a", 9))

    assert len(book.all()) == 9
