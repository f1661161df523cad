import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from hmpush_gui.pushkit.record import SendHistory, SendQuery, SendSummary
from hmpush_gui.store.errors import Damaged, StoreError
from hmpush_gui.store.history import History

from .disk import all_bytes
from .samples import accepted, record, request

WAIT = 30
"""Seconds. A test that waits longer has failed."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.sqlite"


@contextmanager
def opened(path: Path) -> Iterator[History]:
    history = History(path)
    try:
        yield history
    finally:
        history.close()


def loaded(history: History, key: str = "send") -> SendHistory:
    found = history.load(key).result(WAIT)
    assert found is not None
    return found


def found(history: History, text: str = "") -> Sequence[SendSummary]:
    page = history.search(SendQuery(text)).result(WAIT)
    assert page is not None
    return page.sends


def test_a_whole_send_comes_back_as_it_was(path: Path) -> None:
    tokens = ["a", "b"]
    exchange = replace(
        accepted(tokens), sent_headers=(("host", "push"), ("push-type", "0"))
    )
    with opened(path) as history:
        history.begin(record(*tokens))
        history.request_begun("send", 0, request(tokens))
        history.request_done("send", 0, exchange)
        history.finish("send").result(WAIT)
    with opened(path) as history:
        assert loaded(history) == SendHistory(
            record(*tokens), True, (exchange,), tuple(exchange.outcomes), 1
        )
        assert [one.key for one in found(history, "hello")] == ["send"]
        assert history.told == ()


def test_one_in_memory_works_too(history: History) -> None:
    history.begin(record("a")).result(WAIT)
    assert loaded(history).record == record("a")


def test_no_work_is_done_in_the_thread_that_asks(history: History) -> None:
    threads = {
        history._writer.submit(lambda database: threading.get_ident()).result(WAIT)
        for _ in range(3)
    }
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_closing_waits_for_what_was_asked(path: Path) -> None:
    history = History(path)
    asked = [history.begin(record("a", key=str(number))) for number in range(50)]
    history.close()
    assert all(future.done() and future.exception() is None for future in asked)
    with opened(path) as history:
        assert len(found(history, "")) == 50


def test_closing_leaves_no_thread_and_one_file(path: Path) -> None:
    before = threading.active_count()
    with opened(path) as history:
        history.begin(record("a")).result(WAIT)
    assert threading.active_count() == before
    assert os.listdir(path.parent) == [path.name]


KILLED = """
import os, signal, sys
from pathlib import Path
from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.document import encode
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.protocol import Exchange, Outcome, Verdict
from hmpush_gui.pushkit.record import SendRecord
from hmpush_gui.pushkit.sending import send_request
from hmpush_gui.store.history import History

project, message = Project("p", "Shop"), Message(Api.V3, "0", {})
tokens = ["a", "b", "c", "d", "e"]
devices = tuple(Device(token, "", "p") for token in tokens)
history = History(Path(sys.argv[1]))
history.begin(SendRecord("send", 1.0, project, message, devices)).result()
first = send_request(project, message, encode(message), ["a", "b"])
second = send_request(project, message, encode(message), ["c", "d"])
outcomes = tuple(Outcome(token, Verdict.ACCEPTED) for token in first.tokens)
history.request_begun("send", 0, first).result()
history.request_begun("send", 1, second).result()
history.request_done("send", 0, Exchange(first, outcomes)).result()
print("killed", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_after_a_kill_the_history_says_what_is_known(path: Path) -> None:
    root = Path(sys.modules["hmpush_gui"].__path__[0]).parent
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(path)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (-signal.SIGKILL, "killed\n"), done.stderr
    with opened(path) as history:
        send = loaded(history)
        assert not send.finished
        assert [(one.token, str(one.verdict)) for one in send.outcomes] == [
            ("a", "accepted"),
            ("b", "accepted"),
            ("c", "unknown"),
            ("d", "unknown"),
            ("e", "not-sent"),
        ]
        assert [one.request.tokens for one in send.exchanges] == [
            ("a", "b"),
            ("c", "d"),
        ]
        assert found(history, "")[0].finished is False


def test_a_send_can_go_on_after_reopening(path: Path) -> None:
    with opened(path) as history:
        history.begin(record("a", "b")).result(WAIT)
    with opened(path) as history:
        history.request_begun("send", 0, request(["b"])).result(WAIT)
        assert [one.verdict for one in loaded(history).outcomes] == [
            "not-sent",
            "unknown",
        ]


def test_no_bearer_is_on_the_disk(path: Path) -> None:
    bearer = "Bearer not-a-real-header.payload.signature"
    exchange = replace(accepted(["a"]), sent_headers=(("Authorization", bearer),))
    with opened(path) as history:
        history.begin(record("a"))
        history.request_begun("send", 0, request(["a"]))
        history.request_done("send", 0, exchange).result(WAIT)
        assert b"not-a-real-header" not in all_bytes(path.parent)
    assert b"not-a-real-header" not in all_bytes(path.parent)


def test_tokens_are_on_the_disk_once(path: Path) -> None:
    token = "token-that-stands-once-in-the-file"
    with opened(path) as history:
        history.begin(replace(record(token), devices=record("x").devices))
        history.finish("send").result(WAIT)
        device = replace(record("x").devices[0], token=token)
        history.begin(replace(record(key="two"), devices=(device,)))
        history.request_begun("two", 0, request([token]))
        history.request_done("two", 0, accepted([token])).result(WAIT)
    assert path.read_bytes().count(token.encode()) == 1


@pytest.mark.parametrize(
    "content", [b"not a database, but long enough to be read " * 50, b"SQLite format 3"]
)
def test_a_file_that_is_no_database_is_set_aside_and_told(
    path: Path, content: bytes
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with opened(path) as history:
        history.opened().result(WAIT)
        (told,) = history.told
        assert "history.sqlite could not be read" in str(told)
        (aside,) = path.parent.glob("history.sqlite.damaged-*[0-9]")
        assert str(aside) in str(told)
        assert aside.read_bytes() == content
        history.begin(record("a")).result(WAIT)
    with opened(path) as history:
        assert loaded(history).record == record("a")
        assert history.told == ()


def pragma(history: History, statement: str) -> None:
    history._writer.submit(lambda one: one.execute(statement)).result(WAIT)


def damage(path: Path) -> None:
    """Overwrite a database but for the pages that say which tables there are."""
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute(
            "SELECT pageno, name = 'sqlite_schema' FROM dbstat ORDER BY pageno"
        ).fetchall()
    with path.open("r+b") as file:
        for page, is_schema in rows:
            if not is_schema:
                file.seek((page - 1) * 4096)
                file.write(b"\xff" * 4096)


def test_damage_found_later_is_told_and_does_not_last(path: Path) -> None:
    with opened(path) as history:
        for number in range(200):
            history.begin(record("a", key=str(number), title="x" * 500))
    damage(path)
    with opened(path) as history:
        history.opened().result(WAIT)
        with pytest.raises(Damaged, match=r"history\.sqlite\.damaged-"):
            found(history, "zzz")
        assert found(history, "") == []
        history.begin(record("a")).result(WAIT)
        assert loaded(history).record == record("a")


def test_the_log_of_a_damaged_file_is_never_played_into_a_fresh_one(
    path: Path,
) -> None:
    with opened(path) as history:
        for number in range(200):
            history.begin(record("a", key=str(number), title="x" * 500))
    # As long as somebody reads, SQLite leaves its log beside the file.
    with opened(path) as history, closing(sqlite3.connect(path)) as reader:
        reader.execute("SELECT * FROM send").fetchone()
        history.begin(record("a", key="logged")).result(WAIT)
        damage(path)
        with pytest.raises(Damaged) as told:
            found(history, "zzz")
        assert Path(f"{told.value.aside}-wal").stat().st_size > 0
        assert found(history, "") == []


def test_a_folder_that_cannot_be_is_told_by_each_call(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with opened(tmp_path / "file" / "history.sqlite") as history:
        for asked in (history.opened(), history.begin(record("a"))):
            with pytest.raises(StoreError, match=r"file.history\.sqlite"):
                asked.result(WAIT)


def test_a_folder_that_can_be_again_is_used_again(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with opened(tmp_path / "data" / "history.sqlite") as history:
        with pytest.raises(StoreError):
            history.opened().result(WAIT)
        (tmp_path / "data").unlink()
        history.begin(record("a")).result(WAIT)
        assert loaded(history).record == record("a")


def test_a_full_disk_is_told_and_later_there_may_be_room(path: Path) -> None:
    with opened(path) as history:
        history.opened().result(WAIT)
        pragma(history, "PRAGMA max_page_count = 20")
        with pytest.raises(StoreError, match="disk is full"):
            history.begin(record("a", title="x" * 200_000)).result(WAIT)
        with pytest.raises(StoreError, match="not in the history"):
            history.request_begun("send", 0, request(["a"])).result(WAIT)
        pragma(history, "PRAGMA max_page_count = 9999")
        history.begin(record("a", title="x" * 200_000)).result(WAIT)


def test_a_database_that_may_only_be_read_is_told(path: Path) -> None:
    with opened(path) as history:
        pragma(history, "PRAGMA query_only = 1")
        with pytest.raises(StoreError, match="read-only"):
            history.begin(record("a")).result(WAIT)
        assert found(history, "") == []


def test_a_database_in_use_by_another_is_told(path: Path) -> None:
    with opened(path) as history:
        pragma(history, "PRAGMA busy_timeout = 1")
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError, match="in use"):
                history.begin(record("a")).result(WAIT)
            other.execute("ROLLBACK")
        history.begin(record("a")).result(WAIT)


def test_a_bug_is_not_dressed_up_as_trouble_with_the_disk(history: History) -> None:
    history.begin(record("a")).result(WAIT)
    with pytest.raises(sqlite3.IntegrityError):
        history.begin(record("a")).result(WAIT)
