import pytest

from hmpush_gui.pushkit.document import Path, pretty
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.outline import Outline
from hmpush_gui.pushkit.problem import DEVICES, Problem, Severity
from hmpush_gui.ui.code_marks import Weight
from hmpush_gui.ui.json_marks import message_marks, words_about

from .samples import BODY, TITLE, sentence

DOCUMENT = {
    "payload": {"notification": {"title": "Hi", "strange": {"deep": 1}}},
    "pushOptions": {"ttl": 5},
}
TEXT = pretty(DOCUMENT)
ALERT = kind("v3-alert")


def marked(*problems: Problem) -> list[tuple[str, Weight, str]]:
    marks = message_marks(ALERT, problems, Outline(TEXT))
    return [(TEXT[m.start : m.end], m.weight, m.words) for m in marks]


def problem(path: Path, severity: Severity = Severity.BLOCKING) -> Problem:
    return Problem("rule", severity, path, sentence("Wrong."))


@pytest.mark.parametrize(
    ("path", "piece"),
    [
        (TITLE, '"Hi"'),
        (BODY, '"notification"'),
        (("pushOptions",), '"pushOptions"'),
        (("target", "token"), "{"),
    ],
)
def test_a_problem_is_marked_where_it_can_be_mended(path: Path, piece: str) -> None:
    assert marked(problem(path))[0] == (piece, Weight.BAD, "Wrong.")


@pytest.mark.parametrize(
    ("severity", "weight"),
    [(Severity.WARNING, Weight.WARNING), (Severity.HINT, Weight.HINT)],
)
def test_a_mark_is_as_loud_as_its_problem(severity: Severity, weight: Weight) -> None:
    assert marked(problem(TITLE, severity))[0][1] is weight


@pytest.mark.parametrize("path", [(), DEVICES])
def test_what_has_no_place_in_the_text_is_not_marked(path: Path) -> None:
    assert len(marked(problem(path))) == 1


def test_an_unknown_key_is_marked_softly() -> None:
    assert marked() == [
        (
            '"strange"',
            Weight.STRANGE,
            "No schema knows this key; it is sent as it is.",
        )
    ]


@pytest.mark.parametrize("piece", ['"title"', '"Hi"'])
def test_a_key_and_its_value_are_explained(piece: str) -> None:
    words = words_about(ALERT, Outline(TEXT), TEXT.index(piece) + 1)
    assert words.splitlines()[0] == "Title"
    assert "One line." in words


def test_limits_are_part_of_it() -> None:
    words = words_about(ALERT, Outline(TEXT), TEXT.index('"ttl"'))
    assert "Whole number" in words.splitlines()[-1]
    assert "at most" in words


def test_the_values_to_choose_from_are_named() -> None:
    text = '{"payload": {"notification": {"style": 3}}}'
    words = words_about(ALERT, Outline(text), text.index("style")).splitlines()
    assert words[-3:] == ["0  Normal", "1  Big text (deprecated)", "3  Multi-line"]


@pytest.mark.parametrize("piece", ["{", '"strange"', '"deep"', "}"])
def test_where_nothing_is_known_nothing_is_said(piece: str) -> None:
    assert words_about(ALERT, Outline(TEXT), TEXT.index(piece)) == ""
