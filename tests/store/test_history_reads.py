import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.pushkit.record import SendPage, SendQuery, SendSummary
from hmpush_gui.store import history_reads
from hmpush_gui.store.history_care import annotate, rename, star
from hmpush_gui.store.history_reads import load, unfinished
from hmpush_gui.store.history_schema import MEMORY, connect
from hmpush_gui.store.history_writes import finish, request_begun, request_done

from .samples import accepted, answered, begin, record, request

ILLEGAL = (
    b'{"code":"80100000","requestId":"1574409555495",'
    b'"msg":"{\\"illegalTokens\\":{\\"noRight\\":[\\"TOKEN-dead\\"]}}"}'
)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(connect(Path(MEMORY))) as connection:
        yield connection


@pytest.fixture
def filled(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Sends of several kinds; the later a letter, the newer the send."""
    tokens = ["TOKEN-live", "TOKEN-dead"]
    places = begin(connection, record(*tokens, key="a", started_at=1, title="Sale 50%"))
    request_begun(connection, "a", 0, request(tokens), places)
    request_done(connection, "a", 0, answered(tokens, ILLEGAL))
    bank = Project("bank", "银行 Банк", Environment.TEST)
    begin(
        connection, record("x", key="b", started_at=2, title="限时优惠", project=bank)
    )
    begin(connection, record("y_1", key="c", started_at=3, title="a\\b 'quoted' \"q\""))
    begin(connection, record("y-1", key="d", started_at=4, body="party 🎉 now"))
    return connection


def search(
    connection: sqlite3.Connection, text: str, limit: int, below: int | None
) -> list[SendSummary]:
    return list(page(connection, limit, below, text=text).sends)


def page(
    connection: sqlite3.Connection, limit: int, below: int | None, **asked: Any
) -> SendPage:
    return history_reads.search(connection, SendQuery(**asked), limit, below)


def keys(connection: sqlite3.Connection, text: str = "", **asked: Any) -> str:
    found = page(connection, 200, None, text=text, **asked)
    return "".join(send.key for send in found.sends)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "dcba"),
        ("  \t\n", "dcba"),
        ("sale", "a"),
        ("SALE", "a"),
        ("50%", "a"),
        ("%", "a"),
        ("_", "c"),
        ("y_1", "c"),
        ("y-1", "d"),
        ("\\", "c"),
        ("a\\b", "c"),
        ("'", "c"),
        ('"q"', "c"),
        ("优惠", "b"),
        ("惠", "b"),
        ("惠优", ""),
        ("银行", "b"),
        ("банк", "b"),
        ("БАНК", "b"),
        ("🎉", "d"),
        ("party now", "d"),
        ("now party", "d"),
        ("party sale", ""),
        ("shop hello", "d"),
        ("token-DEAD", "a"),
        ("label y", "dc"),
        ("80100000", "a"),
        ("noright", "a"),
        ("1574409555495", "a"),
        ("sale noRight 15744 TOKEN-live shop", "a"),
        ("sale noRight nobody", ""),
        ("zzz", ""),
        ("\ud83d", ""),
        ("\x00", "dcba"),
        ("party\x00now", "d"),
        ("x" * 9_000, ""),
        ("优" * 60_000, ""),
        (" ".join(["sale"] * 5_000), "a"),
    ],
)
def test_every_word_must_stand_somewhere(
    filled: sqlite3.Connection, text: str, found: str
) -> None:
    assert keys(filled, text) == found


@given(st.text(st.characters()))
def test_no_text_breaks_the_search(text: str) -> None:
    with closing(connect(Path(MEMORY))) as connection:
        begin(connection, record("t", title="Hello"))
        assert len(search(connection, text, 10, None)) <= 1


@example("\ud83d")
@example("Straße")
@example("\N{KELVIN SIGN}")
@given(st.text(st.characters(exclude_categories=["Cc"]), min_size=1))
def test_a_title_is_found_by_its_own_text(title: str) -> None:
    with closing(connect(Path(MEMORY))) as connection:
        begin(connection, record("t", title=title))
        assert len(search(connection, title, 10, None)) == 1


def test_a_summary_says_what_a_line_shows(filled: sqlite3.Connection) -> None:
    finish(filled, "a")
    summary = search(filled, "", 10, None)[-1]
    assert summary.key == "a"
    assert summary.started_at == 1
    assert (summary.project_key, summary.project_name) == ("shop", "Shop")
    assert summary.environment is Environment.FORMAL
    assert (summary.api, summary.push_type) == ("v3", "0")
    assert summary.title == "Sale 50%"
    assert summary.finished
    assert summary.counts == {
        Verdict.ACCEPTED: 1,
        Verdict.REJECTED: 1,
        Verdict.UNKNOWN: 0,
        Verdict.NOT_SENT: 0,
    }
    assert not search(filled, "", 10, None)[0].finished


def test_what_no_run_brought_to_an_end_is_unfinished(
    filled: sqlite3.Connection,
) -> None:
    finish(filled, "c")
    assert [each.key for each in unfinished(filled)] == ["d", "b", "a"]
    for key in "abd":
        finish(filled, key)
    assert unfinished(filled) == []


def pages(connection: sqlite3.Connection, limit: int, text: str) -> list[str]:
    found: list[str] = []
    more: int | None = None
    while not found or more is not None:
        sends, more = page(connection, limit, more, text=text)
        found.append("".join(send.key for send in sends))
    return found


@pytest.mark.parametrize("text", ["", "hello", "hello world", "o", "label t"])
def test_pages_follow_each_other_without_gap_or_repeat(
    connection: sqlite3.Connection, text: str
) -> None:
    for number in range(10):
        begin(connection, record("t", key=str(number), started_at=1))
    assert pages(connection, 4, text) == ["9876", "5432", "10"]
    assert pages(connection, 5, text) == ["98765", "43210"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"project": "bank"}, "b"),
        ({"project": "shop", "text": "hello"}, "d"),
        ({"project": "shop", "text": "sale hello"}, ""),
        ({"verdict": Verdict.REJECTED}, "a"),
        ({"verdict": Verdict.NOT_SENT}, "dcb"),
        ({"verdict": Verdict.ACCEPTED}, ""),
        ({"since": 2, "until": 4}, "cb"),
        ({"since": 4}, "d"),
        ({"starred": True}, "c"),
        ({"starred": True, "text": "world"}, "c"),
    ],
)
def test_sends_are_picked_by_what_is_known_of_them(
    filled: sqlite3.Connection, asked: dict[str, Any], found: str
) -> None:
    star(filled, ["c"], on=True)
    assert keys(filled, **asked) == found


def test_accepted_means_all_of_a_send(connection: sqlite3.Connection) -> None:
    places = begin(connection, record("t", "u"))
    request_begun(connection, "send", 0, request(["t"]), places)
    request_done(connection, "send", 0, accepted(["t"]))
    assert keys(connection, verdict=Verdict.ACCEPTED) == ""
    request_begun(connection, "send", 1, request(["u"]), places)
    assert keys(connection, verdict=Verdict.UNKNOWN) == "send"
    request_done(connection, "send", 1, accepted(["u"]))
    assert keys(connection, verdict=Verdict.ACCEPTED) == "send"


def test_names_and_notes_are_found_and_what_they_replaced_is_not(
    filled: sqlite3.Connection,
) -> None:
    rename(filled, "a", "Regression 回归")
    annotate(filled, "b", "with the new key")
    assert (keys(filled, "回归"), keys(filled, "new key")) == ("a", "b")
    rename(filled, "a", "Other")
    annotate(filled, "b", "")
    assert (keys(filled, "回归"), keys(filled, "new key")) == ("", "")
    assert keys(filled, "sale other") == "a"


def test_a_piece_of_a_token_is_found_where_nothing_else_holds_it(
    filled: sqlite3.Connection,
) -> None:
    unnamed = replace(record("OTHER_token%").devices[0], label="")
    begin(filled, replace(record(key="e"), devices=(unnamed,)))

    def inside(text: str) -> str:
        query = SendQuery(text)
        found = history_reads.search(filled, query, 9, in_tokens=True).sends
        return "".join(send.key for send in found)

    assert keys(filled, "r_tok") == ""
    assert inside("r_tok") == inside("ken%") == "e"
    assert inside("rxtok") == ""
    rename(filled, "b", "r_tok")
    assert inside("r_tok") == "b"


def test_a_word_longer_than_the_index_is_asked_for_is_compared_to_its_end(
    connection: sqlite3.Connection,
) -> None:
    begin(connection, record("t", title="优" * 300 + "惠"))
    assert keys(connection, "优" * 280 + "惠") == "send"
    assert keys(connection, "优" * 280 + "利") == ""


def test_ten_thousand_tokens_of_one_send_are_searched_and_read_back(
    connection: sqlite3.Connection,
) -> None:
    tokens = [f"token-{number:05}" for number in range(10_000)]
    places = begin(connection, record(*tokens))
    for number in range(10):
        batch = tokens[number * 1000 : (number + 1) * 1000]
        request_begun(connection, "send", number, request(batch), places)
    assert keys(connection, "token-09999") == "send"
    assert keys(connection, "token-10000") == ""
    history = load(connection, "send")
    assert history is not None
    assert [outcome.token for outcome in history.outcomes] == tokens
    assert history.exchanges[9].request == request(tokens[9000:])
    assert search(connection, "", 1, None)[0].counts[Verdict.UNKNOWN] == 10_000


def test_a_send_nobody_wrote_is_none(connection: sqlite3.Connection) -> None:
    assert load(connection, "send") is None
