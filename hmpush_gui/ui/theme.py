"""Colours, fonts and style: the only place that names a colour."""

import sys
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from hmpush_gui import assets
from hmpush_gui.pushkit.project import Environment

from .chinese_face import chinese_face
from .phone_look import DARK_PHONE, LIGHT_PHONE
from .style import STYLE


class Scheme(StrEnum):
    """What the user may choose in the View menu."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Tone(StrEnum):
    """What a colour says. Always shown with an icon or a word as well."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    BUSY = "busy"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme."""

    window: str
    panel: str
    raised: str
    text: str
    muted: str
    border: str
    accent: str
    accent_text: str
    tones: dict[Tone, str]
    environments: dict[Environment, str]
    syntax: dict[str, str]
    found: str


LIGHT = Colours(
    window="#f3f5f8",
    panel="#ffffff",
    raised="#e9edf3",
    text="#1b1f24",
    muted="#5c6672",
    border="#d5dbe3",
    accent="#0a59f7",
    accent_text="#ffffff",
    tones={
        Tone.GOOD: "#1a7f37",
        Tone.WARNING: "#936200",
        Tone.BAD: "#c4232c",
        Tone.BUSY: "#0a59f7",
        Tone.QUIET: "#5c6672",
    },
    environments={
        Environment.SANDBOX: "#0b7285",
        Environment.TEST: "#4453c4",
        Environment.FORMAL: "#a11a73",
    },
    syntax={
        "key": "#0550ae",
        "text": "#116329",
        "number": "#953800",
        "word": "#8250df",
        "mark": "#5c6672",
    },
    found="#ffe9a8",
)

DARK = Colours(
    window="#15181c",
    panel="#1d2126",
    raised="#2a3038",
    text="#e6e9ed",
    muted="#9aa5b1",
    border="#343b44",
    accent="#4c8dff",
    accent_text="#0b1020",
    tones={
        Tone.GOOD: "#4ac26b",
        Tone.WARNING: "#d9a32a",
        Tone.BAD: "#ff6b64",
        Tone.BUSY: "#6ba2ff",
        Tone.QUIET: "#9aa5b1",
    },
    environments={
        Environment.SANDBOX: "#3bc9db",
        Environment.TEST: "#9aa7ff",
        Environment.FORMAL: "#ff7ac6",
    },
    syntax={
        "key": "#79c0ff",
        "text": "#7ee787",
        "number": "#ffa657",
        "word": "#d2a8ff",
        "mark": "#9aa5b1",
    },
    found="#5c4a12",
)


def is_dark() -> bool:
    """Whether the dark theme is in force."""
    return QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def colours() -> Colours:
    """The theme in force."""
    return DARK if is_dark() else LIGHT


def tone(which: Tone) -> QColor:
    return QColor(colours().tones[which])


def environment_colour(environment: Environment) -> QColor:
    return QColor(colours().environments[environment])


def apply(app: QApplication, scheme: Scheme) -> None:
    """Give the whole application one theme.

    Fusion with a palette of our own, because Qt's own colour scheme switch does nothing
    on Linux without a platform theme.
    """
    dark = scheme is Scheme.DARK or (
        scheme is Scheme.SYSTEM
        and app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    )
    theme = DARK if dark else LIGHT
    app.setStyle("Fusion")
    app.setFont(_font(app.font()))
    app.setPalette(_palette(theme))
    app.setStyleSheet(STYLE.substitute(_style_values(theme)))


def _font(font: QFont) -> QFont:
    """The system's font, then faces for Chinese and emoji.

    Without naming one, Chinese comes out in the Japanese face.
    """
    families = [
        # The real name: an alias such as “Sans Serif” would be passed over in a list.
        QFontInfo(font).family(),
        chinese_face(sys.platform, QFontDatabase.hasFamily),
        "Noto Color Emoji",
    ]
    font.setFamilies(list(dict.fromkeys(families)))
    return font


def fixed_font(size: int) -> QFont:
    """A font for code, `size` in points, with faces for Chinese behind it."""
    font = QFont()
    font.setFamilies(
        [
            "Cascadia Mono",
            "SF Mono",
            "Menlo",
            "DejaVu Sans Mono",
            "Noto Sans Mono CJK SC",
            "monospace",
            "Noto Color Emoji",
        ]
    )
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPointSize(size)
    return font


def _palette(theme: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.panel,
        role.AlternateBase: theme.window,
        role.Text: theme.text,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.tones[Tone.BAD],
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.accent_text,
        role.Link: theme.accent,
        role.Mid: theme.border,
        role.Midlight: theme.raised,
        role.Light: theme.panel,
        role.Dark: theme.border,
        role.Shadow: theme.border,
    }
    for which, colour in pairs.items():
        palette.setColor(which, QColor(colour))
    off = QPalette.ColorGroup.Disabled
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(off, which, QColor(theme.muted))
    return palette


def _style_path(icon: str) -> str:
    return assets.path(f"icons/{icon}.svg").replace("\\", "/")


def _style_values(theme: Colours) -> dict[str, str]:
    look = DARK_PHONE if theme is DARK else LIGHT_PHONE
    return {
        "window": theme.window,
        "panel": theme.panel,
        "raised": theme.raised,
        "text": theme.text,
        "muted": theme.muted,
        "border": theme.border,
        "accent": theme.accent,
        "accent_text": theme.accent_text,
        "bad": theme.tones[Tone.BAD],
        "warning": theme.tones[Tone.WARNING],
        "good": theme.tones[Tone.GOOD],
        "down": _style_path("down"),
        "tick": _style_path("tick"),
        "sky1": look.sky[0],
        "sky2": look.sky[1],
    }
