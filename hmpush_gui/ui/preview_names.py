"""What people call the places, states, devices and modes of the preview."""

from PySide6.QtCore import QCoreApplication

from .graphemes import clusters
from .preview_choices import Mode
from .preview_scene import Canvas, Surface, Variant
from .surface_items import Cut, Cuts

_TAIL = 10
"""Characters before the cut that are repeated, so that the place is found."""

_MOST = 80
"""Characters of what is not shown that are told."""


def surface_title(surface: Surface) -> str:
    """The place in full."""
    translate = QCoreApplication.translate
    return {
        Surface.CENTRE: translate("preview", "Notification centre"),
        Surface.LOCK: translate("preview", "Lock screen"),
        Surface.BANNER: translate("preview", "Banner"),
        Surface.BADGE: translate("preview", "Badge on the icon"),
    }[surface]


def surface_word(surface: Surface) -> str:
    """The place in a word, for a button."""
    translate = QCoreApplication.translate
    return {
        Surface.CENTRE: translate("preview", "Centre"),
        Surface.LOCK: translate("preview", "Lock"),
        Surface.BANNER: translate("preview", "Banner"),
        Surface.BADGE: translate("preview", "Badge"),
    }[surface]


def variant_title(variant: Variant) -> str:
    translate = QCoreApplication.translate
    return {
        Variant.ALONE: translate("preview", "Alone"),
        Variant.CLOSED: translate("preview", "In a group, closed"),
        Variant.OPENED: translate("preview", "In a group, opened"),
        Variant.LIST: translate("preview", "Opened as a list"),
        Variant.COUNT: translate("preview", "Icon and count"),
        Variant.HIDDEN: translate("preview", "Text hidden"),
        Variant.NORMAL: translate("preview", "Over an app"),
        Variant.FULL: translate("preview", "Over a full screen"),
        Variant.ICON: translate("preview", "Home screen"),
    }[variant]


def canvas_title(canvas: Canvas) -> str:
    """Device and its size in virtual pixels."""
    translate = QCoreApplication.translate
    name = {
        "phone": translate("preview", "Phone"),
        "fold": translate("preview", "Foldable"),
        "fold-open": translate("preview", "Foldable, open"),
        "tablet": translate("preview", "Tablet"),
        "watch": translate("preview", "Watch"),
    }[canvas.key]
    return f"{name}  {canvas.width:.0f}×{canvas.height:.0f}"


def mode_title(mode: Mode) -> str:
    translate = QCoreApplication.translate
    return {
        Mode.FOLLOW: translate("preview", "Like this window"),
        Mode.LIGHT: translate("preview", "Light"),
        Mode.DARK: translate("preview", "Dark"),
    }[mode]


def approximate() -> str:
    """What every preview has to say of itself."""
    return QCoreApplication.translate("preview", "Approximate. Devices differ.")


def cut_words(cuts: Cuts) -> list[str]:
    """Where title and text are cut, and what is lost; empty if nothing is."""
    translate = QCoreApplication.translate
    title = translate("preview", "Title cut after “{shown}”. Not shown: {rest}")
    body = translate("preview", "Text cut after “{shown}”. Not shown: {rest}")
    return [
        words.format(shown=_tail(cut), rest=_head(cut.rest))
        for words, cut in ((title, cuts.title), (body, cuts.body))
        if cut.rest
    ]


def _tail(cut: Cut) -> str:
    pieces = clusters(cut.shown.removesuffix("…"))
    return ("…" if len(pieces) > _TAIL else "") + "".join(pieces[-_TAIL:])


def _head(text: str) -> str:
    pieces = clusters(" ".join(text.split()), _MOST + 1)
    return "".join(pieces[:_MOST]) + ("…" if len(pieces) > _MOST else "")
