"""Which pushes were ever accepted, for a guide that ticks what is done."""

import sqlite3
from collections.abc import Mapping

from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.project import Environment
from hmpush_gui.pushkit.setup_state import Proof, proof_of

_SWITCHES = """
SELECT DISTINCT project_key, environment, api,
    json_extract(document, '$.pushOptions.testMessage') AS test,
    json_extract(document, '$.validate_only') AS dry,
    json_extract(document, '$.message.android.target_user_type') AS user
FROM send WHERE action = 'send' AND accepted > 0 AND hidden = 0"""


def proofs(connection: sqlite3.Connection) -> Mapping[str, frozenset[Proof]]:
    """Project key → what was accepted through it."""
    found: dict[str, frozenset[Proof]] = {}
    for row in connection.execute(_SWITCHES).fetchall():
        key = row["project_key"]
        proof = proof_of(Environment(row["environment"]), _message(row))
        if proof is not None:
            found[key] = found.get(key, frozenset()) | {proof}
    return found


def _message(row: sqlite3.Row) -> Message:
    """As much of a message as tells whether it was a test."""
    document = {
        "pushOptions": {"testMessage": row["test"] == 1},
        "validate_only": row["dry"] == 1,
        "message": {"android": {"target_user_type": row["user"]}},
    }
    return Message(Api(row["api"]), "", document)
