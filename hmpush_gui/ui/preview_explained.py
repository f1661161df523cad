"""What is said under the preview of a message."""

import re

from PySide6.QtCore import QCoreApplication

from hmpush_gui.pushkit.arrival_words import Mark, arrival_lines
from hmpush_gui.pushkit.badge import badge_after
from hmpush_gui.pushkit.kinds import Kind
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.quiet import quiet_parts

from .preview_choices import Choices
from .preview_lines import Said
from .preview_names import cut_words
from .preview_scene import Surface
from .surface_items import Cuts
from .words import described, said

OTHER_SYSTEMS = frozenset({"apns", "webpush"})
"""Shapes that are drawn by somebody else than HarmonyOS."""

_TOLD_IN_FULL = frozenset({"live-view", "widget", "call"})
"""Shapes whose values decide what happens, not only whether the app runs."""


def explained(message: Message, kind: Kind, choices: Choices, cuts: Cuts) -> list[Said]:
    """For a message with a notification: what is cut, and how it arrives."""
    if kind.shape in OTHER_SYSTEMS:
        # Where they cut is not known.
        return _sentences(described(kind.effect))
    lines = [Said(words, warns=True) for words in cut_words(cuts)]
    wearable = choices.canvas.wearable
    if wearable:
        lines.append(Said(_wearable(), Mark.NOTE))
    elif choices.surface is Surface.BADGE:
        lines += _badge(message, choices.badge)
    if message.api.legacy:
        lines.append(Said(_older(), Mark.NOTE))
    arrival = arrival_lines(message, wearable=wearable)
    return lines + [Said(said(line.sentence), line.mark) for line in arrival]


def explained_quiet(message: Message, kind: Kind) -> list[Said]:
    """For a message that shows nothing: what the phone does instead."""
    if kind.shape in _TOLD_IN_FULL:
        # Late: most messages are notifications.
        from .schematics import schematic_for

        schematic = schematic_for(kind)
        return (
            [_noted(words) for words in schematic.words(message)] if schematic else []
        )
    parts = quiet_parts(message)
    if not parts:
        return _sentences(described(kind.effect))
    return [Said(said(words), title=said(title)) for title, words in parts]


def _noted(words: str) -> Said:
    if words.startswith("▲"):
        return Said(words.removeprefix("▲").strip(), warns=True)
    return Said(words, Mark.NOTE)


def _badge(message: Message, before: int) -> list[Said]:
    badge = badge_after(message, before)
    words = QCoreApplication.translate("preview", "Badge {before} → {after}. {why}")
    change = words.format(before=before, after=badge.text or "–", why=said(badge.why))
    reset = QCoreApplication.translate(
        "preview",
        "Neither opening the app nor clearing the notification resets it: the app has "
        "to do that itself.",
    )
    return [Said(change, Mark.NOTE), Said(reset, Mark.NOTE)]


def _older() -> str:
    return QCoreApplication.translate(
        "preview",
        "Drawn as HarmonyOS 5 does; HarmonyOS 3 and 4, EMUI and Android draw it in "
        "their own way.",
    )


def _wearable() -> str:
    return QCoreApplication.translate(
        "preview",
        "Wearables show no image, no list of lines, no big text and no badge, and play "
        "no sound of the app’s own.",
    )


def _sentences(text: str) -> list[Said]:
    """A paragraph of the reference, a line each."""
    parts = re.split(r"(?<=[.。])\s*(?=\S)", text)
    return [Said(part.strip(), Mark.NOTE) for part in parts if part.strip()]
