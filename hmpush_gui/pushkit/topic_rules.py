"""Rules on topics and conditions, to which v1 and v2 messages may go (A.4, A.10)."""

import re

MOST_TOPICS = 5

_TOPIC = re.compile(r"[0-9A-Za-z_.~%\-\u4e00-\u9fa5]{1,900}")
_CLAUSE = re.compile(r"'([^']*)'\s+in\s+topics\b")
_REDUCIBLE = re.compile(r"!T|\(T\)|T&&T|T\|\|T")
_LONGEST = 10_000
"""Characters; five topics of 900 need far less."""


def is_topic(text: str) -> bool:
    """Whether `text` may be the name of a topic."""
    return _TOPIC.fullmatch(text) is not None


def topics_of(condition: str) -> list[str]:
    """The topics that a condition names, in order."""
    return _CLAUSE.findall(condition)


def is_condition(text: str) -> bool:
    """Whether `text` is clauses such as `'A' in topics`, joined by && || ! and ( ).

    Each clause becomes a T; what can be reduced to a single T is a condition.
    """
    if len(text) > _LONGEST:
        return False
    # A letter that was there before is no clause.
    shape = _CLAUSE.sub("\0", text)
    if "T" in shape:
        return False
    shape = "".join(shape.replace("\0", "T").split())
    while shape != "T":
        shorter = _REDUCIBLE.sub("T", shape)
        if shorter == shape:
            return False
        shape = shorter
    return True
