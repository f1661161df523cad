import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from hmpush_gui.pushkit.places import Places
from hmpush_gui.pushkit.record import SendHistory
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.history_reads import load
from hmpush_gui.store.history_schema import MEMORY, connect
from hmpush_gui.store.history_writes import (
    finish,
    positions,
    request_begun,
    request_done,
)

from .samples import accepted, begin, record, rejected, request


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(connect(Path(MEMORY))) as connection:
        yield connection


def verdicts(history: SendHistory | None) -> str:
    """The outcomes in device order, such as `accepted unknown`."""
    assert history is not None
    return " ".join(outcome.verdict for outcome in history.outcomes)


def exchanges(history: SendHistory | None) -> list[str]:
    """The outcomes of each exchange, such as `["accepted", "unknown unknown"]`."""
    assert history is not None
    return [
        " ".join(outcome.verdict for outcome in exchange.outcomes)
        for exchange in history.exchanges
    ]


def test_a_send_goes_through_its_stages(connection: sqlite3.Connection) -> None:
    places = begin(connection, record("a", "b", "c"))
    assert verdicts(load(connection, "send")) == "not-sent not-sent not-sent"
    request_begun(connection, "send", 0, request(["a", "b"]), places)
    assert verdicts(load(connection, "send")) == "unknown unknown not-sent"
    request_done(connection, "send", 0, accepted(["a", "b"]))
    assert verdicts(load(connection, "send")) == "accepted accepted not-sent"


def test_a_send_is_finished_when_it_is_said(connection: sqlite3.Connection) -> None:
    begin(connection, record("a"))
    history = load(connection, "send")
    assert history is not None
    assert not history.finished
    finish(connection, "send")
    history = load(connection, "send")
    assert history is not None
    assert history.finished


def test_requests_may_come_in_any_order_and_tokens_too(
    connection: sqlite3.Connection,
) -> None:
    places = begin(connection, record("a", "b", "c", "d"))
    request_begun(connection, "send", 1, request(["d", "b"]), places)
    request_begun(connection, "send", 0, request(["a", "c"]), places)
    request_done(connection, "send", 0, rejected(["c", "a"], "80300007"))
    history = load(connection, "send")
    assert verdicts(history) == "rejected unknown rejected unknown"
    assert history is not None
    assert [exchange.request.tokens for exchange in history.exchanges] == [
        ("d", "b"),
        ("a", "c"),
    ]
    assert history.exchanges[0].request == request(["d", "b"])


def test_a_repeat_under_another_number_keeps_the_fate_of_each_time(
    connection: sqlite3.Connection,
) -> None:
    places = begin(connection, record("a", "b"))
    request_begun(connection, "send", 0, request(["a", "b"]), places)
    request_done(connection, "send", 0, rejected(["a", "b"], "81000001"))
    request_begun(connection, "send", 1, request(["a", "b"]), places)
    assert verdicts(load(connection, "send")) == "unknown unknown"
    request_done(connection, "send", 1, accepted(["a", "b"]))
    history = load(connection, "send")
    assert verdicts(history) == "accepted accepted"
    assert exchanges(history) == ["rejected rejected", "accepted accepted"]


def test_a_repeat_under_the_same_number_takes_the_place_of_the_first(
    connection: sqlite3.Connection,
) -> None:
    places = begin(connection, record("a"))
    request_begun(connection, "send", 0, request(["a"]), places)
    request_done(connection, "send", 0, rejected(["a"], "80200003"))
    request_begun(connection, "send", 0, request(["a"]), places)
    history = load(connection, "send")
    assert exchanges(history) == ["unknown"]
    assert history is not None
    assert history.exchanges[0].code == ""
    assert history.outcomes[0].code == ""


@pytest.mark.parametrize(
    "batches", [[["a", "a", "b"]], [["a"], ["a", "b"]], [["a", "b"], ["a"]]]
)
def test_twins_are_told_apart(
    connection: sqlite3.Connection, batches: list[list[str]]
) -> None:
    places = begin(connection, record("a", "a", "b"))
    for number, tokens in enumerate(batches):
        request_begun(connection, "send", number, request(tokens), places)
    assert verdicts(load(connection, "send")) == "unknown unknown unknown"
    for number, tokens in enumerate(batches):
        request_done(connection, "send", number, accepted(tokens))
    history = load(connection, "send")
    assert verdicts(history) == "accepted accepted accepted"
    assert history is not None
    assert [list(one.request.tokens) for one in history.exchanges] == batches


def test_a_twin_that_is_repeated_settles_where_it_stood(
    connection: sqlite3.Connection,
) -> None:
    places = begin(connection, record("a", "a", "b"))
    request_begun(connection, "send", 0, request(["a"]), places)
    request_begun(connection, "send", 1, request(["a", "b"]), places)
    request_done(connection, "send", 0, accepted(["a"]))
    for code in ("81000001", "80300007"):
        request_begun(connection, "send", 1, request(["a", "b"]), places)
        request_done(connection, "send", 1, rejected(["a", "b"], code))
    assert verdicts(load(connection, "send")) == "accepted rejected rejected"


def test_twins_in_one_request_settle_in_its_order(
    connection: sqlite3.Connection,
) -> None:
    places = begin(connection, record("a", "b", "a"))
    request_begun(connection, "send", 0, request(["a", "b", "a"]), places)
    fates = (*accepted(["a"]).outcomes, *rejected(["b", "a"], "80300007").outcomes)
    request_done(connection, "send", 0, replace(accepted([]), outcomes=fates))
    assert verdicts(load(connection, "send")) == "accepted rejected rejected"


def test_the_twin_that_was_not_sent_is_what_a_send_goes_on_with(
    connection: sqlite3.Connection,
) -> None:
    places = begin(connection, record("a", "a", "a"))
    request_begun(connection, "send", 0, request(["a"]), places)
    request_done(connection, "send", 0, accepted(["a"]))
    request_begun(connection, "send", 1, request(["a"]), places)
    again = positions(connection, "send")
    request_begun(connection, "send", 2, request(["a"]), again)
    request_done(connection, "send", 2, rejected(["a"], "80300007"))
    assert verdicts(load(connection, "send")) == "accepted unknown rejected"


def test_a_number_is_known_that_no_request_has_had(
    connection: sqlite3.Connection,
) -> None:
    places = begin(connection, record("a", "b"))
    history = load(connection, "send")
    assert history is not None
    assert history.next_number == 0
    request_begun(connection, "send", 7, request(["a"]), places)
    history = load(connection, "send")
    assert history is not None
    assert history.next_number == 8


def test_an_answer_that_names_one_token_leaves_the_others_unknown(
    connection: sqlite3.Connection,
) -> None:
    places = begin(connection, record("a", "b"))
    request_begun(connection, "send", 0, request(["a", "b"]), places)
    request_done(connection, "send", 0, accepted(["b"]))
    assert verdicts(load(connection, "send")) == "unknown accepted"


def test_the_places_can_be_read_again(connection: sqlite3.Connection) -> None:
    begin(connection, record("a", "b", "a"))
    assert positions(connection, "send").of(0, ["b", "a", "a"]) == [1, 0, 2]


def test_sends_do_not_touch_each_other(connection: sqlite3.Connection) -> None:
    places = begin(connection, record("a", key="one"))
    begin(connection, record("a", key="two"))
    request_begun(connection, "one", 0, request(["a"]), places)
    request_done(connection, "one", 0, accepted(["a"]))
    finish(connection, "one")
    assert verdicts(load(connection, "one")) == "accepted"
    history = load(connection, "two")
    assert verdicts(history) == "not-sent"
    assert history is not None
    assert not history.finished


def test_a_send_without_devices_is_kept(connection: sqlite3.Connection) -> None:
    begin(connection, record())
    history = load(connection, "send")
    assert history is not None
    assert history.record == record()


def test_halves_of_characters_do_no_harm(connection: sqlite3.Connection) -> None:
    odd = replace(record("a").devices[0], label="\ud83d")
    places = begin(connection, replace(record(title="\ud83d"), devices=(odd,)))
    request_begun(connection, "send", 0, request(["a"]), places)
    request_done(connection, "send", 0, rejected(["a"], "1\ud83d", "\udc00"))
    history = load(connection, "send")
    assert history is not None
    assert history.record.devices[0].label == r"\ud83d"
    assert history.outcomes[0].reason == r"\udc00"


def test_what_was_never_begun_is_told(connection: sqlite3.Connection) -> None:
    for write in (
        lambda: positions(connection, "send"),
        lambda: request_begun(connection, "send", 0, request([]), Places([])),
        lambda: request_done(connection, "send", 0, accepted(["a"])),
        lambda: finish(connection, "send"),
    ):
        with pytest.raises(StoreError, match="not in the history"):
            write()
    begin(connection, record("a"))
    with pytest.raises(StoreError, match="not in the history"):
        request_done(connection, "send", 0, accepted(["a"]))
