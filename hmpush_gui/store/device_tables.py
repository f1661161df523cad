"""The tables of the device book.

A million rows would take seconds to read and to write. So devices are kept as the
window has them, in columns: a row holds a column of a page, which are up to 1000
numbers that follow each other. Whatever is edited, only columns of single pages are
written.
"""

PAGE = 1000
"""Numbers in a page. The first page begins with number 1."""

# A JSON list of a page's tokens; null where a device is no more.
_TOKENS = """
CREATE TABLE tokens (
    project TEXT NOT NULL,
    page INTEGER NOT NULL,
    tokens TEXT NOT NULL,
    PRIMARY KEY (project, page)
)"""

# A byte for each device: 1 if the next send goes to it.
_TICKS = """
CREATE TABLE ticks (
    project TEXT NOT NULL,
    page INTEGER NOT NULL,
    ticks BLOB NOT NULL,
    PRIMARY KEY (project, page)
)"""

# For each device the number of its kind (0 for none) and Unix seconds, each 4 bytes,
# the lowest first. `dead` is a JSON object: place in the page, and the reason.
_OUTCOMES = """
CREATE TABLE outcomes (
    project TEXT NOT NULL,
    page INTEGER NOT NULL,
    kinds BLOB NOT NULL,
    times BLOB NOT NULL,
    dead TEXT NOT NULL,
    PRIMARY KEY (project, page)
)"""

_KIND = """
CREATE TABLE kind (
    project TEXT NOT NULL,
    number INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    code TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (project, number)
) WITHOUT ROWID"""

# A JSON object with what is written of `label`, `tags`, `note` and `language`.
_DETAIL = """
CREATE TABLE detail (
    project TEXT NOT NULL,
    number INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (project, number)
) WITHOUT ROWID"""

# Each column is a JSON text as `device_words` tells; NULL for nothing.
_DETAILS = """
CREATE TABLE details (
    project TEXT NOT NULL,
    page INTEGER NOT NULL,
    labels TEXT,
    tags TEXT,
    notes TEXT,
    languages TEXT,
    PRIMARY KEY (project, page)
)"""

_COLUMN = """
json_group_object((number - 1) % 1000, json_extract(words, '$.{0}'))
FILTER (WHERE json_type(words, '$.{0}') IS NOT NULL)"""

_TAGS = """
json_group_object((number - 1) % 1000, json(json_extract(words, '$.tags')))
FILTER (WHERE json_type(words, '$.tags') IS NOT NULL)"""

_MOVED = f"""
INSERT INTO details SELECT project, (number - 1) / 1000,
{_COLUMN.format("label")}, {_TAGS},
{_COLUMN.format("note")}, {_COLUMN.format("language")}
FROM detail WHERE json_valid(words) GROUP BY 1, 2"""

MIGRATIONS = (
    (_TOKENS, _TICKS, _OUTCOMES, _KIND, _DETAIL),
    (_DETAILS, _MOVED, "DROP TABLE detail"),
)
"""The statements that lead from each version (`user_version`) to the next."""
