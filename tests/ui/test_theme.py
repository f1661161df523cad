import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from hmpush_gui.pushkit.project import Environment
from hmpush_gui.ui import theme
from hmpush_gui.ui.theme import DARK, LIGHT, Colours, Scheme, Tone

THEMES = {"light": LIGHT, "dark": DARK}
READABLE = 4.5
"""The contrast WCAG 2 asks for ordinary text, level AA."""


def luminance(colour: str) -> float:
    parts = QColor(colour).getRgbF()[:3]  # type: ignore[index]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def pairs(colours: Colours) -> dict[str, tuple[str, str]]:
    """Everything that is written, and what it is written on."""
    found = {}
    for name, ground in (("panel", colours.panel), ("window", colours.window)):
        found[f"text on {name}"] = colours.text, ground
        found[f"muted on {name}"] = colours.muted, ground
        found[f"accent on {name}"] = colours.accent, ground
        for tone, colour in colours.tones.items():
            found[f"{tone} on {name}"] = colour, ground
        for environment, colour in colours.environments.items():
            found[f"{environment} on {name}"] = colour, ground
    for part, colour in colours.syntax.items():
        found[f"JSON {part}"] = colour, colours.panel
    found["text on raised"] = colours.text, colours.raised
    found["text on accent"] = colours.accent_text, colours.accent
    return found


CASES = [
    pytest.param(front, ground, id=f"{name}: {what}")
    for name, colours in THEMES.items()
    for what, (front, ground) in pairs(colours).items()
]


def test_contrast_is_measured_as_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("front", "ground"), CASES)
def test_everything_written_can_be_read(front: str, ground: str) -> None:
    assert contrast(front, ground) >= READABLE


@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
def test_the_word_of_an_environment_can_be_read_on_its_colour(
    colours: Colours,
) -> None:
    for colour in colours.environments.values():
        assert contrast(colours.window, colour) >= READABLE


@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
def test_every_tone_and_environment_has_a_colour_of_its_own(colours: Colours) -> None:
    assert set(colours.tones) == set(Tone)
    assert set(colours.environments) == set(Environment)
    assert len(set(colours.environments.values())) == len(Environment)


@pytest.mark.parametrize(
    ("scheme", "colours"), [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)]
)
def test_a_scheme_is_applied_to_everything(
    qapp: QApplication, scheme: Scheme, colours: Colours
) -> None:
    theme.apply(qapp, scheme)
    assert theme.colours() is colours
    assert theme.is_dark() is (colours is DARK)
    role = QPalette.ColorRole
    assert qapp.palette().color(role.Window).name() == colours.window
    off = QPalette.ColorGroup.Disabled
    assert qapp.palette().color(off, role.Text).name() == colours.muted
    assert colours.panel in qapp.styleSheet()
    assert theme.tone(Tone.BAD).name() == colours.tones[Tone.BAD]
    formal = theme.environment_colour(Environment.FORMAL).name()
    assert formal == colours.environments[Environment.FORMAL]


def test_the_system_scheme_is_one_of_the_two(qapp: QApplication) -> None:
    theme.apply(qapp, Scheme.SYSTEM)
    assert theme.colours() in (LIGHT, DARK)


def test_applying_again_changes_nothing(qapp: QApplication) -> None:
    theme.apply(qapp, Scheme.DARK)
    before = qapp.font().families(), qapp.styleSheet()
    theme.apply(qapp, Scheme.DARK)
    assert (qapp.font().families(), qapp.styleSheet()) == before


def test_code_has_a_font_of_fixed_width(qapp: QApplication) -> None:
    font = theme.fixed_font(11)
    assert font.pointSize() == 11
    assert QFontInfo(font).fixedPitch()
