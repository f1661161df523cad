"""Receipts find their send, are found with it, and go with it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.receipt import NOWHERE, KeptReceipt, Receipt
from hmpush_gui.pushkit.record import SendQuery
from hmpush_gui.store.history import History
from hmpush_gui.store.history_forget import hide, remove_some
from hmpush_gui.store.history_reads import search
from hmpush_gui.store.history_receipts import (
    Kept,
    keep,
    of_send,
    sends_of,
)
from hmpush_gui.store.history_schema import MEMORY, connect
from hmpush_gui.store.history_writes import request_begun, request_done

from .disk import all_bytes
from .samples import accepted, begin, record, request

ID = "157440955549500"
WAIT = 30


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """A send of two tokens whose request was accepted."""
    with closing(connect(Path(MEMORY))) as connection:
        places = begin(connection, record("a", "b"))
        request_begun(connection, "send", 0, request(["a", "b"]), places)
        request_done(connection, "send", 0, accepted(["a", "b"]))
        yield connection


def found(connection: sqlite3.Connection, text: str) -> list[str]:
    return [send.key for send in search(connection, SendQuery(text), 10).sends]


def test_a_receipt_is_kept_once_at_the_place_of_its_device(
    connection: sqlite3.Connection,
) -> None:
    receipts = [Receipt("b", 6, 12.5, ID), Receipt("a", 0, 11.0, ID)]
    assert keep(connection, receipts) == Kept(
        2, {"send": [KeptReceipt(1, "", 6, 12.5), KeptReceipt(0, "", 0, 11.0)]}
    )
    assert keep(connection, receipts).added == 0
    assert of_send(connection, "send") == [
        KeptReceipt(0, "", 0, 11.0),
        KeptReceipt(1, "", 6, 12.5),
    ]


def test_what_no_request_has_is_told_and_not_kept(
    connection: sqlite3.Connection,
) -> None:
    stray = [Receipt("a", 0, 1.0, "other"), Receipt("a", 0, 1.0)]
    assert keep(connection, stray) == Kept(0, {}, stray)


def test_a_receipt_of_a_topic_keeps_its_own_token(
    connection: sqlite3.Connection,
) -> None:
    keep(connection, [Receipt("stranger", 2, 1.0, ID)])
    assert of_send(connection, "send") == [KeptReceipt(NOWHERE, "stranger", 2, 1.0)]
    assert found(connection, "stranger") == ["send"]


def test_a_send_is_found_by_what_its_receipts_say(
    connection: sqlite3.Connection,
) -> None:
    keep(connection, [Receipt("a", 256, 1.0, ID)])
    keep(connection, [Receipt("b", 6, 1.0, ID)])
    assert found(connection, "receipt 256") == ["send"]
    assert found(connection, "receipt 102") == []


def test_a_hidden_send_takes_no_receipt(connection: sqlite3.Connection) -> None:
    hide(connection, ["send"])
    assert keep(connection, [Receipt("a", 0, 1.0, ID)]).homeless
    assert sends_of(connection, [Receipt("a", 0, 1.0, ID)]) == {}


def test_forgetting_a_send_forgets_its_receipts(
    connection: sqlite3.Connection,
) -> None:
    keep(connection, [Receipt("stranger", 2, 1.0, ID), Receipt("a", 256, 1.0, ID)])
    hide(connection, ["send"])
    while not remove_some(connection):
        pass
    for table in ("receipt", "mark", "words"):
        assert connection.execute(f"SELECT * FROM {table}").fetchall() == []


def test_a_send_is_read_with_its_receipts(tmp_path: Path) -> None:
    history = History(tmp_path / "history.sqlite3")
    history.begin(record("a", "b"))
    history.request_begun("send", 0, request(["a", "b"]))
    history.request_done("send", 0, accepted(["a", "b"]))
    told = [Receipt("b", 6, 9.5, ID), Receipt("b", 27, 4.0, ID), Receipt("c", 2, 1, ID)]
    history.keep_receipts(told).result(WAIT)
    send = history.load("send").result(WAIT)
    history.close()
    assert send is not None
    assert [send.receipts.result(row) for row in range(2)] == [None, 6]
    assert send.receipts.at(1) == 9.5


def test_no_byte_of_a_forgotten_receipt_is_left(tmp_path: Path) -> None:
    history = History(tmp_path / "history.sqlite3")
    history.begin(record("a"))
    history.request_begun("send", 0, request(["a"]))
    history.request_done("send", 0, accepted(["a"]))
    token = "strange-token-of-a-topic"
    history.keep_receipts([Receipt(token, 4711, 1.0, ID)]).result(WAIT)
    assert len(history.receipts_of("send").result(WAIT)) == 1
    history.hide(["send"])
    history.remove_hidden().result(WAIT)
    history.close()
    assert token.encode() not in all_bytes(tmp_path)
    assert b"4711" not in all_bytes(tmp_path)


def test_a_receipt_names_its_send(connection: sqlite3.Connection) -> None:
    receipt = Receipt("a", 0, 1.0, ID)
    name = sends_of(connection, [receipt])[receipt]
    assert (name.key, name.title, name.sure) == ("send", "Hello", True)


def test_a_label_names_the_last_send_that_has_it(
    connection: sqlite3.Connection,
) -> None:
    tagged = record("a", key="tagged")
    document = {**tagged.message.document, "pushOptions": {"biTag": "wéek"}}
    sent = Message(Api.V3, "0", document)
    begin(connection, type(tagged)("tagged", 2.0, tagged.project, sent, tagged.devices))
    receipt = Receipt("a", 0, 1.0, "other", "wéek")
    name = sends_of(connection, [receipt])[receipt]
    assert (name.key, name.sure) == ("tagged", False)
    assert sends_of(connection, [Receipt("a", 0, 1.0, "other", "wee")]) == {}
