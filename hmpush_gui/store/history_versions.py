"""The tables of history, version by version."""

from .history_words import (
    ANSWERS_MIGRATED,
    LABELS_MIGRATED,
    TEXTS_MIGRATED,
    WORDS_MIGRATED,
)

_SEND = """
CREATE TABLE send (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    started_at REAL NOT NULL,
    finished_at REAL,
    project TEXT NOT NULL,
    project_name TEXT NOT NULL,
    environment TEXT NOT NULL,
    api TEXT NOT NULL,
    push_type TEXT NOT NULL,
    document TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL
)"""

# One row per device of a send, with what is known of it now.
_OUTCOME = """
CREATE TABLE outcome (
    send INTEGER NOT NULL REFERENCES send ON DELETE CASCADE,
    position INTEGER NOT NULL,
    token TEXT NOT NULL,
    label TEXT NOT NULL,
    project TEXT NOT NULL,
    chosen INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (send, position)
) WITHOUT ROWID"""

# Where `tail` is not null, the tokens belong between `head` and `tail` in the body.
_REQUEST = """
CREATE TABLE request (
    id INTEGER PRIMARY KEY,
    send INTEGER NOT NULL REFERENCES send ON DELETE CASCADE,
    number INTEGER NOT NULL,
    method TEXT NOT NULL,
    url TEXT NOT NULL,
    headers TEXT NOT NULL,
    head BLOB NOT NULL,
    tail BLOB,
    answer_status INTEGER,
    answer_phrase TEXT,
    answer_headers TEXT,
    answer_body BLOB,
    code TEXT NOT NULL DEFAULT '',
    message TEXT NOT NULL DEFAULT '',
    request_id TEXT NOT NULL DEFAULT '',
    failure TEXT,
    timing TEXT NOT NULL DEFAULT '{}',
    sent_headers TEXT NOT NULL DEFAULT '[]',
    UNIQUE (send, number)
)"""

# What one request did with the devices it carried. A device whose request was repeated
# under another number is carried twice, and keeps the fate of each time.
_CARRIED = """
CREATE TABLE carried (
    request INTEGER NOT NULL REFERENCES request ON DELETE CASCADE,
    place INTEGER NOT NULL,
    position INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (request, place)
) WITHOUT ROWID"""

# What the list shows and asks for, so that no line of it is counted or parsed. Hidden
# are sends that are being written down still, or are about to be forgotten.
_SEND_FACTS = (
    "project_key TEXT NOT NULL DEFAULT ''",
    "not_sent INTEGER NOT NULL DEFAULT 0",
    "unknown INTEGER NOT NULL DEFAULT 0",
    "accepted INTEGER NOT NULL DEFAULT 0",
    "rejected INTEGER NOT NULL DEFAULT 0",
    "notify_id INTEGER",
    "target TEXT NOT NULL DEFAULT ''",
    "action TEXT NOT NULL DEFAULT 'send'",
    "about TEXT NOT NULL DEFAULT ''",
    "starred INTEGER NOT NULL DEFAULT 0",
    "name TEXT NOT NULL DEFAULT ''",
    "note TEXT NOT NULL DEFAULT ''",
    "hidden INTEGER NOT NULL DEFAULT 0",
)

_COUNT = "(SELECT count(*) FROM outcome WHERE send = send.id AND verdict = '{}')"

_NOTIFY_ID = "'$.payload.notification.notifyId'"

_FILL_SEND = f"""
UPDATE send SET
    project_key = json_extract(project, '$.key'),
    not_sent = {_COUNT.format("not-sent")},
    unknown = {_COUNT.format("unknown")},
    accepted = {_COUNT.format("accepted")},
    rejected = {_COUNT.format("rejected")},
    notify_id = CASE json_type(document, {_NOTIFY_ID})
        WHEN 'integer' THEN json_extract(document, {_NOTIFY_ID}) END"""

# Texts to search in, folded: those of a send, the labels of 1000 of its devices, or the
# answer of one of its requests. `history_words` says how `id` names which.
_WORDS = "CREATE TABLE words (id INTEGER PRIMARY KEY, text TEXT NOT NULL)"

_FOUND = """
CREATE VIRTUAL TABLE found USING fts5 (
    text, content = 'words', content_rowid = 'id', columnsize = 0,
    tokenize = 'trigram case_sensitive 1'
)"""

# Whole tokens, by a number each. Not an index of `outcome`: a large send is written in
# the order of its devices, and then here in the order of the numbers, which is many
# times faster.
_MARK = """
CREATE TABLE mark (
    mark INTEGER NOT NULL,
    send INTEGER NOT NULL,
    PRIMARY KEY (mark, send)
) WITHOUT ROWID"""

_INDEXES = (
    "CREATE INDEX send_by_project ON send (project_key)",
    "CREATE INDEX send_by_start ON send (started_at)",
    "CREATE INDEX send_starred ON send (id) WHERE starred",
    "CREATE INDEX send_hidden ON send (id) WHERE hidden",
    "CREATE INDEX send_unfinished ON send (id) WHERE finished_at IS NULL",
    "CREATE INDEX send_not_sent ON send (id) WHERE not_sent > 0",
    "CREATE INDEX send_unknown ON send (id) WHERE unknown > 0",
    "CREATE INDEX send_rejected ON send (id) WHERE rejected > 0",
)

# What receipts said, most by the position of the device. `at` is in milliseconds.
_RECEIPT = """
CREATE TABLE receipt (
    send INTEGER NOT NULL REFERENCES send ON DELETE CASCADE,
    position INTEGER NOT NULL,
    token TEXT NOT NULL,
    at INTEGER NOT NULL,
    result INTEGER NOT NULL,
    form_id TEXT NOT NULL,
    PRIMARY KEY (send, position, token, at, result, form_id)
) WITHOUT ROWID"""

MIGRATIONS = (
    (
        _SEND,
        _OUTCOME,
        _REQUEST,
        _CARRIED,
        "CREATE INDEX send_by_time ON send (started_at, id)",
        "CREATE INDEX outcome_by_verdict ON outcome (send, verdict)",
    ),
    (
        *(f"ALTER TABLE send ADD COLUMN {fact}" for fact in _SEND_FACTS),
        _FILL_SEND,
        _MARK,
        "INSERT OR IGNORE INTO mark "
        "SELECT token_mark(token), send FROM outcome ORDER BY 1, 2",
        "DROP INDEX outcome_by_verdict",
        "DROP INDEX send_by_time",
        *_INDEXES,
        _WORDS,
        TEXTS_MIGRATED,
        LABELS_MIGRATED,
        "ALTER TABLE request ADD COLUMN words TEXT NOT NULL DEFAULT ''",
        WORDS_MIGRATED,
        ANSWERS_MIGRATED,
        _FOUND,
        "INSERT INTO found (found) VALUES ('rebuild')",
    ),
    (
        _RECEIPT,
        "CREATE INDEX request_by_id ON request (request_id) WHERE request_id != ''",
    ),
)
"""The statements that lead from each version (`user_version`) to the next."""
