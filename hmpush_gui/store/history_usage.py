"""What was sent since a moment, for counting it against the quotas of the day."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from hmpush_gui.pushkit.answers import PARTIAL, SUCCESS
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.outcome import Verdict


@dataclass(frozen=True, slots=True)
class Used:
    """A send: its project's key, successful requests, and the tokens accepted."""

    project: str
    message: Message
    requests: int
    tokens: tuple[str, ...]


def used_since(connection: sqlite3.Connection, moment: float) -> list[Used]:
    """The sends that started at `moment` (Unix seconds) or later, oldest first."""
    return list(_used(connection, moment))


def _used(connection: sqlite3.Connection, moment: float) -> Iterator[Used]:
    sends = connection.execute(
        "SELECT * FROM send WHERE started_at >= ? AND action = 'send' "
        "ORDER BY started_at, id",
        (moment,),
    ).fetchall()
    for send in sends:
        (requests,) = connection.execute(
            "SELECT count(*) FROM request WHERE send = ? AND code IN (?, ?)",
            (send["id"], SUCCESS, PARTIAL),
        ).fetchone()
        tokens = connection.execute(
            "SELECT token FROM outcome WHERE send = ? AND verdict = ?",
            (send["id"], str(Verdict.ACCEPTED)),
        )
        yield Used(
            json.loads(send["project"])["key"],
            Message(Api(send["api"]), send["push_type"], json.loads(send["document"])),
            requests,
            tuple(row["token"] for row in tokens),
        )
