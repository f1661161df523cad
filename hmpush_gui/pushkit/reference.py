"""Reads what Huawei may change: hosts, categories, rights, limits.

All of it is data under `resources/pushkit/`, as are the `kinds` of message and their
`schemas`; each file names its source.
"""

from functools import cache
from typing import NamedTuple

from hmpush_gui import assets

from .message import Json


# Named tuples: a dataclass each would cost the start more than a millisecond.
class Category(NamedTuple):
    """A value of `category`: its class, and how a phone behaves (facts C.1, C.2).

    `group` is social, service or marketing. `v3` and `legacy` say where it can be used:
    yes, no, or a condition in words. `right` is a key of `rights()`, or empty.
    """

    name: str
    group: str
    right: str
    v3: str
    legacy: str
    title: str
    meant_for: str
    note: str
    phone: str
    quota: str


class Region(NamedTuple):
    """Where a project's data are processed, and the hosts to start from (facts E)."""

    key: str
    title: str
    push_host: str
    oauth_host: str
    documented: bool
    note: str


@cache
def limits() -> Json:
    """The numbers of facts D by name, such as `body_bytes`."""
    return {row["name"]: row["value"] for row in _limit_rows()}


@cache
def limit_words(language: str = "en") -> dict[str, str]:
    """What each of `limits()` means, in one sentence."""
    return {row["name"]: row.get(language) or row["en"] for row in _limit_rows()}


def _limit_rows() -> list[Json]:
    rows: list[Json] = assets.read_json("pushkit/limits.json")["limits"]
    return rows


@cache
def regions(language: str = "en") -> tuple[Region, ...]:
    """The data processing locations of AppGallery Connect, the usual one first."""
    rows = assets.read_json("pushkit/hosts.json")["regions"]
    return tuple(_region(row, row.get(language) or row["en"]) for row in rows)


def _region(row: Json, words: Json) -> Region:
    return Region(
        row["key"],
        words["title"],
        row["push"],
        row["oauth"],
        row["documented"],
        words["note"],
    )


@cache
def categories(language: str = "en") -> tuple[Category, ...]:
    """Every known value of `category`, in the order to offer them."""
    content = _category_file()
    return tuple(_category(row, content, language) for row in content["categories"])


@cache
def rights(language: str = "en") -> dict[str, str]:
    """Right → what it is and how it is got, in one or two sentences (facts C.3)."""
    rows: dict[str, Json] = _category_file()["rights"]
    return {key: row.get(language) or row["en"] for key, row in rows.items()}


def _category_file() -> Json:
    content: Json = assets.read_json("pushkit/categories.json")
    return content


def _category(row: Json, content: Json, language: str) -> Category:
    words = row.get(language) or row["en"]
    behaviour = content["behaviours"][row["behaviour"]]
    behaviour = behaviour.get(language) or behaviour["en"]
    return Category(
        name=row["name"],
        group=row["group"],
        right=row["right"],
        v3=row["v3"],
        legacy=row["legacy"],
        title=words["title"],
        meant_for=words["meant_for"],
        note=words["note"],
        phone=behaviour["phone"],
        quota=behaviour["quota"],
    )
