"""Receipts in history: each belongs to a send, and is forgotten with it.

Most name a token that their request carried, and are kept by its place in the send.
Those of a topic name tokens that nobody wrote down; these are kept with the receipt.
"""

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.receipt import NOWHERE, KeptReceipt, Receipt, SendName

from .history_tables import spelt_out, transaction
from .history_words import token_mark, write_receipt_words

_MANY = 500
"""Request IDs that are asked about at once."""
_TAGGED = 200
"""Sends that are looked at for a label."""

_REQUESTS = """
SELECT request.id AS request, request.request_id, send.id AS send, key, title, name,
    started_at, project_key
FROM request JOIN send ON send.id = request.send
WHERE NOT hidden AND request_id IN ({})"""

_PLACES = """
SELECT token, carried.position FROM carried
JOIN outcome ON outcome.send = ? AND outcome.position = carried.position
WHERE request = ? ORDER BY place DESC"""

_KEEP = "INSERT OR IGNORE INTO receipt VALUES (?, ?, ?, ?, ?, ?)"

_TAGS = f"""
SELECT key, title, name, started_at, project_key, document FROM send
WHERE NOT hidden AND instr(document, ?) ORDER BY id DESC LIMIT {_TAGGED}"""


@dataclass
class Kept:
    """What became of receipts: how many are new, by send, and those of no send."""

    added: int = 0
    sends: dict[str, list[KeptReceipt]] = field(default_factory=dict)
    homeless: list[Receipt] = field(default_factory=list)


def keep(connection: sqlite3.Connection, receipts: Iterable[Receipt]) -> Kept:
    """Write receipts beside the requests they are of; what was written stays once."""
    kept = Kept()
    by_request: dict[str, list[Receipt]] = defaultdict(list)
    for receipt in receipts:
        by_request[receipt.request_id].append(receipt)
    with transaction(connection):
        requests = _requests(connection, by_request)
        for request_id, told in by_request.items():
            request = requests.get(request_id)
            if request is None:
                kept.homeless += told
                continue
            placed = _placed(connection, request, told)
            kept.added += _write(connection, request["send"], placed)
            kept.sends.setdefault(request["key"], []).extend(placed)
    return kept


def sends_of(
    connection: sqlite3.Connection, receipts: Sequence[Receipt]
) -> Mapping[Receipt, SendName]:
    """The send of each receipt: by its request ID, else perhaps by its label."""
    requests = _requests(connection, {each.request_id for each in receipts})
    names = {key: _name(row) for key, row in requests.items()}
    tags = {each.bi_tag for each in receipts if each.request_id not in names}
    tagged = {tag: _tagged(connection, tag) for tag in tags if tag}
    found = {}
    for each in receipts:
        if name := names.get(each.request_id) or tagged.get(each.bi_tag):
            found[each] = name
    return found


def of_send(connection: sqlite3.Connection, key: str) -> list[KeptReceipt]:
    """The receipts of a send, the oldest first."""
    rows = connection.execute(
        "SELECT position, token, result, at, form_id FROM receipt "
        "WHERE send = (SELECT id FROM send WHERE key = ?) ORDER BY at",
        (key,),
    )
    return [
        KeptReceipt(position, token, result, at / 1000, form_id)
        for position, token, result, at, form_id in rows
    ]


def results_of(
    connection: sqlite3.Connection, key: str
) -> tuple[Sequence[int], Sequence[int], Sequence[float]]:
    """Positions of devices of a send, what receipts said, and when, 0 for unknown."""
    positions, results, times = array("i"), array("i"), array("d")
    rows = connection.execute(
        "SELECT position, result, at FROM receipt WHERE position >= 0 AND "
        "send = (SELECT id FROM send WHERE key = ?) ORDER BY at",
        (key,),
    )
    for position, result, at in rows:
        positions.append(position)
        results.append(result)
        times.append(at / 1000)
    return positions, results, times


def told_of(connection: sqlite3.Connection, key: str) -> dict[str, tuple[int, float]]:
    """Push token → the last result of a send, and when, 0 for unknown."""
    rows = connection.execute(
        "SELECT coalesce(outcome.token, receipt.token), result, at FROM receipt "
        "JOIN send ON send.id = receipt.send AND send.key = ? LEFT JOIN outcome "
        "ON outcome.send = receipt.send AND outcome.position = receipt.position "
        "ORDER BY at",
        (key,),
    )
    return {token: (result, at / 1000) for token, result, at in rows}


def _requests(
    connection: sqlite3.Connection, ids: Iterable[str]
) -> dict[str, sqlite3.Row]:
    found: dict[str, sqlite3.Row] = {}
    wanted = iter([each for each in ids if each])
    while some := list(islice(wanted, _MANY)):
        rows = connection.execute(_REQUESTS.format(", ".join("?" * len(some))), some)
        found.update((row["request_id"], row) for row in rows)
    return found


def _placed(
    connection: sqlite3.Connection, request: sqlite3.Row, receipts: Sequence[Receipt]
) -> list[KeptReceipt]:
    # Of twins the first has the receipt.
    rows = connection.execute(_PLACES, (request["send"], request["request"]))
    places = {row[0]: row[1] for row in rows}
    return list(_each_placed(places, receipts))


def _each_placed(
    places: Mapping[str, int], receipts: Iterable[Receipt]
) -> Iterator[KeptReceipt]:
    for each in receipts:
        token = spelt_out(each.token)
        place = places.get(token, NOWHERE)
        yield KeptReceipt(
            place,
            token if place == NOWHERE else "",
            each.result,
            each.at or 0,
            each.form_id,
        )


def _write(
    connection: sqlite3.Connection, send: int, receipts: Sequence[KeptReceipt]
) -> int:
    before = connection.total_changes
    connection.executemany(
        _KEEP,
        [
            (send, each.position, each.token, round(each.at * 1000), each.result,
             each.form_id)
            for each in receipts
        ],
    )  # fmt: skip
    added = connection.total_changes - before
    foreign = {each.token for each in receipts if each.token}
    connection.executemany(
        "INSERT OR IGNORE INTO mark VALUES (?, ?)",
        [(token_mark(token), send) for token in foreign],
    )
    write_receipt_words(connection, send, {each.result for each in receipts})
    return added


def _tagged(connection: sqlite3.Connection, tag: str) -> SendName | None:
    """The last send that has this label."""
    written = json.dumps(tag)
    for row in connection.execute(_TAGS, (written,)):
        if tag in _labels(json.loads(row["document"])):
            return _name(row, sure=False)
    return None


def _labels(document: Json) -> tuple[object, object]:
    """The labels of a batch: v3's, and that of v1 and v2 (facts A.5, B.4)."""
    return (
        read(document, ("pushOptions", "biTag")),
        read(document, ("message", "android", "bi_tag")),
    )


def _name(row: sqlite3.Row, *, sure: bool = True) -> SendName:
    title = row["name"] or row["title"]
    return SendName(row["key"], title, row["started_at"], row["project_key"], sure)
