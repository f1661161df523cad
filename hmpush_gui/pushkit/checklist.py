"""Accepted, but nothing on the phone: what to look at, judged by this very send."""

from dataclasses import dataclass, replace
from functools import cache

from hmpush_gui import assets

from .chances import Chance
from .checklist_judges import JUDGES
from .message import Json
from .pages import Page, page
from .sent_message import Sent
from .words import Sentence


@dataclass(frozen=True, slots=True)
class Check:
    """Something that may keep a message from being seen, in one language.

    `here` says what of this send speaks for or against it. `receipts` are the results
    by which a receipt would say so, and `told` whether the one of this device does.
    """

    key: str
    chance: Chance
    title: str
    why: str
    look: str
    here: Sentence | None
    receipts: tuple[str, ...]
    pages: tuple[Page, ...]
    told: bool = False


def checklist(sent: Sent, language: str = "en") -> list[Check]:
    """All that applies to this kind of message: what is likely first, then possible.

    What a receipt says is known and comes before all; what this send excludes comes
    last, so that nobody looks for it.
    """
    checks = []
    for row in _items():
        judged = JUDGES[row["key"]](sent)
        if str(sent.receipt) in row["receipts"]:
            here = judged[1] if judged else None
            check = _check(row, Chance.LIKELY, here, language)
            checks.append(replace(check, told=True))
        elif judged is not None:
            checks.append(_check(row, *judged, language))
    return sorted(checks, key=lambda each: (not each.told, each.chance))


def check_names() -> tuple[str, ...]:
    """The keys of all that there is to look at, in order."""
    return tuple(row["key"] for row in _items())


@cache
def _items() -> list[Json]:
    rows: list[Json] = assets.read_json("pushkit/nothing_shown.json")["items"]
    return rows


def _check(row: Json, chance: Chance, here: Sentence | None, language: str) -> Check:
    words = row.get(language) or row["en"]
    return Check(
        row["key"],
        chance,
        words["title"],
        words["why"],
        words["look"],
        here,
        tuple(row["receipts"]),
        tuple(page(name, language) for name in row["pages"]),
    )
