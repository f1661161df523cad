"""A statement about the system, with what it rests on."""

from dataclasses import dataclass
from enum import StrEnum

from .words import Sentence


class Evidence(StrEnum):
    """How sure a statement is (facts 0, evidence tags).

    `SEVERAL` sources or `ONE` page of Huawei's say so, or only the `GUIDE` of another
    developer; it is a `CONCLUSION` from them, or it is written `NOWHERE`.
    """

    SEVERAL = "several"
    ONE = "one"
    GUIDE = "guide"
    CONCLUSION = "conclusion"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Told:
    """What is so; `source` names rows of the facts, `pages` are names for `page`."""

    words: Sentence
    source: str
    evidence: Evidence = Evidence.SEVERAL
    pages: tuple[str, ...] = ()
