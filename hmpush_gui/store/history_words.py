"""The texts by which sends are found, and how they are kept in step with the rest.

Each is a row of `words`, whose id says what it is of: the send's id times `SPAN`, and
then 0 for the texts of the send itself, 1 and on for the labels of 1000 devices each,
from `ANSWERS` on for the answers of its requests, and last for its receipts. So
what the index finds is in the order of the sends, and names them without a look at
another table.

To index an answer takes longer than to write it. The first ones are found at once; of a
campaign the others are when it is over, 100 to a row.
"""

import sqlite3
from collections.abc import Iterable
from hashlib import blake2b

from .history_tables import spelt_out

SPAN = 1 << 24
ANSWERS = 1 << 23
RECEIPTS = SPAN - 1
EARLY = 16
_LABELS = 1000
_ANSWERS = 100

TEXTS_MIGRATED = f"""
INSERT INTO words SELECT id * {SPAN}, folded(
    title || char(10) || body || char(10) || project_name
) FROM send"""

LABELS_MIGRATED = f"""
INSERT INTO words
SELECT send * {SPAN} + 1 + position / {_LABELS}, folded(group_concat(label, char(10)))
FROM outcome WHERE label != '' GROUP BY 1"""

WORDS_MIGRATED = """
UPDATE request SET words = request_id || char(10) || code || char(10) || coalesce(
    (SELECT group_concat(DISTINCT code) FROM carried WHERE request = request.id), ''
) || char(10) || coalesce(
    (SELECT group_concat(DISTINCT reason) FROM carried WHERE request = request.id), ''
) WHERE answer_status IS NOT NULL OR failure IS NOT NULL"""

ANSWERS_MIGRATED = f"""
INSERT INTO words
SELECT
    send * {SPAN} + {ANSWERS + EARLY} + number / {_ANSWERS},
    folded(group_concat(words, char(10)))
FROM request WHERE words != '' GROUP BY 1"""

_LATE = f"""
SELECT number / {_ANSWERS} AS row, group_concat(words, char(10)) AS text FROM request
WHERE send = ? AND number >= {EARLY} GROUP BY 1"""


def folded(text: str) -> str:
    """`text` without the difference between upper and lower case."""
    # The index reads no further than a NUL.
    return spelt_out(text).casefold().replace("\0", " ")


def token_mark(token: str) -> int:
    """A number that stands for a token, whatever its case.

    Of 48 bits, which SQLite keeps in 6 bytes: of a million tokens none has the number
    of another.
    """
    # `folded`, at the price of a token that is plain ASCII.
    text = token.lower() if token.isascii() else folded(token)
    return int.from_bytes(blake2b(text.encode(), digest_size=6).digest()) - (1 << 47)


def write_texts(connection: sqlite3.Connection, send: int) -> None:
    """Take what a send says of itself as it is now."""
    row = connection.execute(
        "SELECT title, body, project_name, name, note FROM send WHERE id = ?", (send,)
    ).fetchone()
    _put(connection, send * SPAN, row)


def write_labels(
    connection: sqlite3.Connection, send: int, first: int, labels: Iterable[str]
) -> None:
    """Add the labels of devices from position `first` on, which 1000 divides."""
    told = list(labels)
    for start in range(0, len(told), _LABELS):
        number = 1 + (first + start) // _LABELS
        _put(connection, send * SPAN + number, told[start : start + _LABELS])


def write_answer(
    connection: sqlite3.Connection, send: int, number: int, words: str
) -> None:
    """Have request `number` of a send found by these words; empty for no more."""
    if number < EARLY:
        _put(connection, send * SPAN + ANSWERS + number, [words])


def write_late_answers(connection: sqlite3.Connection, send: int) -> None:
    """Have all requests of a send found that are not yet."""
    first = send * SPAN + ANSWERS + EARLY
    for row in connection.execute(_LATE, (send,)).fetchall():
        _put(connection, first + row["row"], [row["text"]])


def write_receipt_words(
    connection: sqlite3.Connection, send: int, results: Iterable[int]
) -> None:
    """Have a send found by these results of receipts, beside those it is found by."""
    row = send * SPAN + RECEIPTS
    old = connection.execute("SELECT text FROM words WHERE id = ?", (row,)).fetchone()
    known = old["text"].split("\n") if old else []
    told = [f"receipt {each}" for each in sorted(results)]
    if not set(told) <= set(known):
        _put(connection, row, [*known, *told])


def forget_all_words(connection: sqlite3.Connection, send: int) -> None:
    """Forget all by which a send was found."""
    span = (send * SPAN, (send + 1) * SPAN)
    connection.execute(
        "INSERT INTO found (found, rowid, text) "
        "SELECT 'delete', id, text FROM words WHERE id >= ? AND id < ?",
        span,
    )
    connection.execute("DELETE FROM words WHERE id >= ? AND id < ?", span)


def _put(connection: sqlite3.Connection, row: int, words: Iterable[str]) -> None:
    _drop(connection, row)
    text = folded("\n".join(dict.fromkeys(word for word in words if word)))
    if text:
        connection.execute("INSERT INTO words VALUES (?, ?)", (row, text))
        connection.execute("INSERT INTO found (rowid, text) VALUES (?, ?)", (row, text))


def _drop(connection: sqlite3.Connection, row: int) -> None:
    old = connection.execute("SELECT text FROM words WHERE id = ?", (row,)).fetchone()
    if old:
        connection.execute(
            "INSERT INTO found (found, rowid, text) VALUES ('delete', ?, ?)",
            (row, old["text"]),
        )
        connection.execute("DELETE FROM words WHERE id = ?", (row,))
