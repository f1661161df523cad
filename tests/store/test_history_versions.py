import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.pushkit.record import Action, SendQuery, SendSummary
from hmpush_gui.store.history_forget import hide, remove_some
from hmpush_gui.store.history_reads import load, search
from hmpush_gui.store.history_schema import connect
from hmpush_gui.store.history_versions import MIGRATIONS


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A file as the first version wrote it."""
    path = tmp_path / "history.sqlite"
    sent = {"payload": {"notification": {"title": "Hello", "notifyId": 7}}}
    project = json.dumps({"key": "shop", "name": "Shop", "environment": "formal"})
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        for statement in MIGRATIONS[0]:
            old.execute(statement)
        old.execute("PRAGMA user_version = 1")
        for key, document in (("a", sent), ("b", {"pushOptions": {}})):
            old.execute(
                "INSERT INTO send VALUES (NULL, ?, 1, 2, ?, 'Shop', 'formal', 'v3', "
                "'0', ?, '限时优惠', 'BODY')",
                (key, project, json.dumps(document)),
            )
        for place, verdict in enumerate(("accepted", "rejected", "rejected")):
            old.execute(
                "INSERT INTO outcome VALUES (1, ?, ?, ?, 'shop', 1, ?, '', '')",
                (place, f"Token-{place}", f"Phone {place}", verdict),
            )
        old.execute(
            "INSERT INTO request (send, number, method, url, headers, head, "
            "answer_status, answer_phrase, answer_headers, answer_body, request_id) "
            "VALUES (1, 3, 'POST', 'u', '[]', x'', 200, 'OK', '[]', x'', '1574')"
        )
        old.execute(
            "INSERT INTO carried VALUES (1, 0, 1, 'rejected', '801', 'noRight')"
        )
    return path


def keys(connection: sqlite3.Connection, text: str) -> str:
    return "".join(send.key for send in search(connection, SendQuery(text), 9).sends)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "ba"),
        ("时优惠", "ba"),
        ("优惠 body", "ba"),
        ("phone 2", "a"),
        ("token-1", "a"),
        ("157", "a"),
        ("801 noright", "a"),
        ("token-7", ""),
    ],
)
def test_what_the_first_version_wrote_is_found(
    first: Path, text: str, found: str
) -> None:
    with closing(connect(first)) as connection:
        assert keys(connection, text) == found


def test_what_the_first_version_wrote_is_counted(first: Path) -> None:
    with closing(connect(first)) as connection:
        newest, oldest = search(connection, SendQuery(), 9).sends
        assert isinstance(oldest, SendSummary)
        assert oldest.counts == {
            Verdict.ACCEPTED: 1,
            Verdict.REJECTED: 2,
            Verdict.UNKNOWN: 0,
            Verdict.NOT_SENT: 0,
        }
        assert (oldest.notify_id, newest.notify_id) == (7, None)
        assert (oldest.project_key, oldest.action) == ("shop", Action.SEND)
        history = load(connection, "a")
        assert history is not None
        assert [each.label for each in history.record.devices] == [
            "Phone 0", "Phone 1", "Phone 2"
        ]  # fmt: skip


def test_what_the_first_version_wrote_can_be_forgotten(first: Path) -> None:
    with closing(connect(first)) as connection:
        hide(connection, ["a"])
        while not remove_some(connection):
            pass
        assert keys(connection, "") == keys(connection, "时优惠") == "b"
        assert keys(connection, "phone") == ""
