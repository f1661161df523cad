import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.ui import theme
from hmpush_gui.ui.verdicts import icon_of, reason_of, tone_of, word_of

ALL = (*Verdict, None)


def image(verdict: Verdict | None) -> QImage:
    return icon_of(verdict).pixmap(16, 16).toImage()


def alpha(image: QImage) -> list[int]:
    """The shape alone, without its colour."""
    return [
        image.pixelColor(x, y).alpha() // 128
        for x in range(image.width())
        for y in range(image.height())
    ]


def test_every_verdict_has_a_word_a_colour_and_a_shape_of_its_own(
    qapp: object,
) -> None:
    assert len({word_of(each) for each in ALL}) == len(ALL)
    assert len({tone_of(each) for each in ALL}) == len(ALL)
    shapes = [alpha(image(each)) for each in ALL]
    assert all(shapes.count(shape) == 1 for shape in shapes)
    assert all(any(shape) for shape in shapes)


def test_icons_follow_the_theme(qapp: QApplication) -> None:
    light = image(Verdict.REJECTED)
    theme.apply(qapp, theme.Scheme.DARK)
    assert image(Verdict.REJECTED) != light


@pytest.mark.parametrize(
    ("code", "reason", "text"),
    [
        ("80000000", "", ""),
        ("80100000", "", ""),
        ("", "", ""),
        ("99999999", "", "99999999"),
        ("99999999", "odd", "99999999 · odd"),
        ("", "HTTP 502", "HTTP 502"),
        ("", "stopped", "Stopped before the answer came; it may have been sent."),
        ("", "credential", "The credential cannot be used; see the Response tab."),
        ("80100000", "brandNew", "80100000 · brandNew"),
    ],
)
def test_a_reason_nobody_knows_is_shown_as_it_is(
    qapp: object, code: str, reason: str, text: str
) -> None:
    assert reason_of(code, reason) == text


@pytest.mark.parametrize(
    ("code", "reason", "raw"),
    [
        ("80300007", "", "(80300007)"),
        ("80100000", "noRight", "(80100000 · noRight)"),
        ("80200001", "odd", "(80200001 · odd)"),
    ],
)
def test_a_known_reason_is_explained_with_its_code(
    qapp: object, code: str, reason: str, raw: str
) -> None:
    text = reason_of(code, reason)
    assert text.endswith(raw)
    assert len(text) > len(raw) + 10
