import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.ui import theme
from hmpush_gui.ui.result_words import reason_tip
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
    ("verdict", "code", "reason", "text"),
    [
        (None, "", "", ""),
        (Verdict.ACCEPTED, "80000000", "", ""),
        (Verdict.ACCEPTED, "80100000", "", ""),
        (Verdict.REJECTED, "99999999", "", "99999999"),
        (Verdict.REJECTED, "99999999", "odd", "99999999 · odd"),
        (Verdict.REJECTED, "80100000", "brandNew", "80100000 · brandNew"),
    ],
)
def test_a_code_nobody_knows_is_shown_as_it_is(
    qapp: object, verdict: Verdict | None, code: str, reason: str, text: str
) -> None:
    assert reason_of(verdict, code, reason) == text


@pytest.mark.parametrize(
    ("verdict", "reason", "words"),
    [
        (Verdict.UNKNOWN, "stopped", "may have been sent"),
        (Verdict.UNKNOWN, "HTTP 502", "may have been sent"),
        (Verdict.REJECTED, "HTTP 403", "Refused before Push Kit read it"),
        (
            Verdict.REJECTED,
            "HTTP 503",
            "second. Send again later. (HTTP 503)",
        ),
        (Verdict.NOT_SENT, "", "Stopped before it was sent"),
        (Verdict.NOT_SENT, "stopped-before", "Stopped before it was sent"),
        (Verdict.NOT_SENT, "credential", "There is no credential"),
        (Verdict.NOT_SENT, "1101/20003", "The credential was refused"),
        (Verdict.NOT_SENT, "connect", "nothing was sent"),
    ],
)
def test_without_a_code_it_says_what_may_have_happened(
    qapp: object, verdict: Verdict, reason: str, words: str
) -> None:
    text = reason_of(verdict, "", reason)
    assert words in text
    ours = reason in {"", "stopped", "stopped-before", "credential"}
    assert text.endswith("." if ours else f"({reason})")


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
    text = reason_of(Verdict.REJECTED, code, reason)
    assert text.endswith(raw)
    assert len(text) > len(raw) + 10


def test_a_token_refused_without_a_reason_is_not_told_of_the_others(
    qapp: object,
) -> None:
    text = reason_of(Verdict.REJECTED, "80100000", "")
    assert text == (
        "Refused as not valid; v1 and v2 do not say why. See Response. (80100000)"
    )


def test_only_what_is_refused_for_now_is_to_be_sent_again_later(qapp: object) -> None:
    later = "Send again later."
    for code in ("80100017", "80300029", "81000001"):
        assert later in reason_of(Verdict.REJECTED, code, "")
    for code, reason in (("80300007", ""), ("80100000", "noRight"), ("", "HTTP 403")):
        assert later not in reason_of(Verdict.REJECTED, code, reason)
    # It may be on the phone already.
    for reason in ("HTTP 502", "HTTP 504", "HTTP 503"):
        assert later not in reason_of(Verdict.UNKNOWN, "", reason)
    told = reason_tip(Verdict.REJECTED, "", "HTTP 503")
    assert "→ Send again after a pause, and more slowly." in told
    assert "“Send again ▾”" in told
    assert "“Send again ▾”" not in reason_tip(Verdict.REJECTED, "80300007", "")
