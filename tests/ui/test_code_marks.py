import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from hmpush_gui.ui.code_marks import SIGNS, Mark, Placed, Weight, found, underlined
from hmpush_gui.ui.theme import LIGHT, Tone


def placed(
    weight: Weight, start: int = 0, end: int = 3
) -> tuple[QTextDocument, Placed]:
    document = QTextDocument("one\ntwo")
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return document, Placed(cursor, Mark(start, end, weight, "Why."))


@pytest.mark.parametrize(
    ("weight", "style", "colour"),
    [
        (Weight.BAD, "WaveUnderline", LIGHT.tones[Tone.BAD]),
        (Weight.WARNING, "WaveUnderline", LIGHT.tones[Tone.WARNING]),
        (Weight.STRANGE, "DotLine", LIGHT.tones[Tone.QUIET]),
    ],
)
def test_a_mark_is_underlined_by_its_weight(
    qapp: object, weight: Weight, style: str, colour: str
) -> None:
    document, each = placed(weight)
    shown = underlined([each])
    look = shown[0].format
    assert look.underlineStyle() is QTextCharFormat.UnderlineStyle[style]
    assert look.underlineColor().name() == colour
    assert document


def test_what_was_found_has_a_ground_of_its_own(qapp: object) -> None:
    document, each = placed(Weight.BAD)
    shown = found([each.cursor])
    assert shown[0].format.background().color().name() == LIGHT.found
    assert document


def test_a_mark_knows_its_line_and_what_it_holds(qapp: object) -> None:
    document, each = placed(Weight.BAD, 4, 6)
    assert each.line == 1
    assert [each.holds(unit) for unit in (3, 4, 5, 6)] == [False, True, True, False]
    assert document


def test_only_what_is_merely_unknown_has_no_sign() -> None:
    assert [weight for weight in Weight if not SIGNS[weight]] == [Weight.STRANGE]
    looks = [weight.look for weight in Weight]
    assert looks == ["blocking", "warning", "hint", "hint"]
