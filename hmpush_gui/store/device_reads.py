"""Reads the device book: a roll for each project."""

import json
import sqlite3
import struct

from hmpush_gui.pushkit.outcome import Verdict
from hmpush_gui.pushkit.roll import Roll

from . import device_words
from .device_tables import PAGE
from .plain import json_object, json_text

Rolls = dict[str, Roll]


def read(database: sqlite3.Connection) -> Rolls:
    """Everything. Raises ValueError for a page that cannot be understood."""
    rolls: Rolls = {}
    for row in database.execute(
        "SELECT project, page, tokens, ticks FROM tokens "
        "JOIN ticks USING (project, page) ORDER BY project, page"
    ):
        roll = rolls.setdefault(row["project"], Roll(row["project"]))
        _read_page(roll, row["page"], json.loads(row["tokens"]), row["ticks"])
    for project, roll in rolls.items():
        device_words.read(database, roll)
        _read_outcomes(database, project, roll)
        roll.catch_up()
    return rolls


def _read_page(roll: Roll, page: int, tokens: list[str | None], ticks: bytes) -> None:
    if len(tokens) != len(ticks) or len(tokens) > PAGE:
        raise ValueError("tokens and ticks do not match")
    if not set(map(type, tokens)) <= {str, type(None)}:
        raise ValueError("not a list of texts")
    roll.restore(page * PAGE + 1, tokens, ticks)


def _read_outcomes(database: sqlite3.Connection, project: str, roll: Roll) -> None:
    rows = database.execute(
        "SELECT * FROM kind WHERE project = ? ORDER BY number", (project,)
    )
    roll.lasts.learn(
        (Verdict(row["verdict"]), row["code"], row["reason"]) for row in rows
    )
    rows = database.execute("SELECT * FROM outcomes WHERE project = ?", (project,))
    for row in rows:
        first = row["page"] * PAGE + 1
        dead = json_object(json.loads(row["dead"]))
        try:
            pairs = zip(
                struct.iter_unpack("<I", row["kinds"]),
                struct.iter_unpack("<I", row["times"]),
                strict=True,
            )
            for place, ((kind,), (at,)) in enumerate(pairs):
                slot = roll.numbered(first + place) if kind else None
                if slot is not None:
                    roll.lasts.restore(slot, kind, at)
        except struct.error as error:
            raise ValueError("half a number") from error
        for place_text, reason in dead.items():
            slot = roll.numbered(first + int(place_text))
            if slot is not None:
                roll.dead[slot] = json_text(reason)
