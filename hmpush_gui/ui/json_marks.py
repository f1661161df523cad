"""What is to be marked in the JSON of a message: problems, and unknown keys."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from hmpush_gui.pushkit.kinds import Kind
from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.outline import Outline, Part
from hmpush_gui.pushkit.problem import Problem, Severity
from hmpush_gui.pushkit.schema_place import limit_words, node_of, strangers

from .code_marks import Mark, Weight
from .words import described, listed, said

_WEIGHTS = {
    Severity.BLOCKING: Weight.BAD,
    Severity.WARNING: Weight.WARNING,
    Severity.HINT: Weight.HINT,
}


def message_marks(
    kind: Kind, problems: Sequence[Problem], outline: Outline
) -> list[Mark]:
    """The marks of a message's text.

    A problem of a value that is missing is marked at the object that should hold it.
    """
    return [*_problems(problems, outline), *_strangers(kind, outline)]


def _problems(problems: Sequence[Problem], outline: Outline) -> Iterator[Mark]:
    for problem in problems:
        # The whole message, and what surrounds it, has no place in the text.
        if not problem.path or problem.path[0].startswith("("):
            continue
        if part := outline.nearest(problem.path):
            start, end = _span(part)
            weight = _WEIGHTS[problem.severity]
            yield Mark(start, end, weight, said(problem.sentence))


def _strangers(kind: Kind, outline: Outline) -> Iterator[Mark]:
    words = QCoreApplication.translate(
        "JsonMarks", "No schema knows this key; it is sent as it is."
    )
    for part in strangers(kind.schema, outline):
        yield Mark(part.key_start, part.key_end, Weight.STRANGE, words)


def _span(part: Part) -> tuple[int, int]:
    """What to underline: a short value itself, or else the key of what is inside."""
    if not part.opens:
        return part.start, part.end
    if part.key_end > part.key_start:
        return part.key_start, part.key_end
    return part.start, part.start + 1


def words_about(kind: Kind, outline: Outline, position: int) -> str:
    """What the schema says of the key or value at `position`: label, help, limits."""
    part = outline.at(position)
    if part is None or not part.path:
        return ""
    # Inside an object, but on none of its keys.
    if part.opens and not part.key_start <= position < part.key_end:
        return ""
    node = node_of(kind.schema, part.path)
    if not node:
        return ""
    limits = listed(said(each) for each in limit_words(node))
    lines: tuple[str, ...] = (
        described(str(node.get("title", ""))),
        described(str(node.get("description", ""))),
        limits,
        *_choices(node),
    )
    return "\n".join(line for line in lines if line)


def _choices(node: Json) -> Iterator[str]:
    """The values to choose from, each with its name."""
    values = node.get("enum", ())
    names = node.get("x-names") or values
    for value, name in zip(values, names, strict=True):
        yield str(value) if value == name else f"{value}  {described(str(name))}"
