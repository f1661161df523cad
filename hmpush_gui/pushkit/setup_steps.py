"""The way from nothing to a formal push, from `resources/pushkit/setup.json`."""

from dataclasses import dataclass
from functools import cache

from hmpush_gui import assets

from .explain import explain_code, explain_device, explain_reason, explain_receipt
from .message import Json
from .pages import Page, page

_EXPLAINERS = {
    "codes": explain_code,
    "reasons": explain_reason,
    "device": explain_device,
    "receipts": explain_receipt,
}


@dataclass(frozen=True, slots=True)
class Symptom:
    """By what one sees that a step is missing.

    `kind` is one of `codes` and `reasons` of an answer, `device` for codes in the app,
    and `receipts`.
    """

    kind: str
    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step, in one language.

    `group` is where it is done: `start`, `console`, `app` or `push`. `where` leads
    there in the console in this language, `elsewhere` in the other one. `actions` are
    what the program can do right there, `snippets` are names for `snippet`.
    """

    key: str
    group: str
    optional: bool
    title: str
    why: str
    without: str
    where: str
    elsewhere: str
    symptoms: tuple[Symptom, ...]
    pages: tuple[Page, ...]
    actions: tuple[str, ...]
    snippets: tuple[str, ...]


@cache
def steps(language: str = "en") -> tuple[Step, ...]:
    """All steps in the order to take them."""
    rows = assets.read_json("pushkit/setup.json")["steps"]
    return tuple(_step(row, language) for row in rows)


def step_keys() -> tuple[str, ...]:
    return tuple(step.key for step in steps())


def _step(row: Json, language: str) -> Step:
    words = row.get(language) or row["en"]
    where = row["where"] or {"en": "", "zh": ""}
    other = "en" if language == "zh" else "zh"
    return Step(
        row["key"],
        row["group"],
        row["optional"],
        words["title"],
        words["why"],
        words["without"],
        where.get(language) or where["en"],
        where[other],
        tuple(_symptoms(row, language)),
        tuple(page(name, language) for name in row["pages"]),
        tuple(row["actions"]),
        tuple(row["snippets"]),
    )


def _symptoms(row: Json, language: str) -> list[Symptom]:
    return [
        Symptom(kind, name, found.meaning)
        for kind, explain in _EXPLAINERS.items()
        for name in row[kind]
        if (found := explain(name, language)) is not None
    ]
