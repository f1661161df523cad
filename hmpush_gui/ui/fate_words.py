"""The words for what became of a value, and for what an input is."""

from PySide6.QtCore import QCoreApplication

from hmpush_gui.exchange.conversion import Conversion, Fate, Line, dotted, shown
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .theme import Tone
from .words import listed, said

WORDS: dict[Fate, Sentence] = {
    Fate.CHOICE: QT_TRANSLATE_NOOP("Fate", "Your choice"),
    Fate.DROPPED: QT_TRANSLATE_NOOP("Fate", "Dropped"),
    Fate.CHANGED: QT_TRANSLATE_NOOP("Fate", "Changed"),
    Fate.MAPPED: QT_TRANSLATE_NOOP("Fate", "Mapped"),
    Fate.TOKENS: QT_TRANSLATE_NOOP("Fate", "Tokens"),
    Fate.SECRET: QT_TRANSLATE_NOOP("Fate", "Left out"),
}
MARKS = {
    Fate.CHOICE: "▲",
    Fate.DROPPED: "○",
    Fate.CHANGED: "≈",
    Fate.MAPPED: "✓",
    Fate.TOKENS: "•",
    Fate.SECRET: "•",
}
TONES = {
    Fate.CHOICE: Tone.WARNING,
    Fate.DROPPED: Tone.QUIET,
    Fate.CHANGED: Tone.BUSY,
    Fate.MAPPED: Tone.GOOD,
    Fate.TOKENS: Tone.QUIET,
    Fate.SECRET: Tone.QUIET,
}
SOURCES: dict[str, Sentence] = {
    "fcm": QT_TRANSLATE_NOOP("Fate", "Firebase message (HTTP v1)"),
    "fcm-legacy": QT_TRANSLATE_NOOP("Fate", "Firebase message (legacy HTTP)"),
    "apns": QT_TRANSLATE_NOOP("Fate", "Apple push payload (APNs)"),
    "hms": QT_TRANSLATE_NOOP("Fate", "Push Kit message, v1 or v2"),
    "v3": QT_TRANSLATE_NOOP("Fate", "Push Kit message, v3"),
    "hmpush": QT_TRANSLATE_NOOP("Fate", "Message file of this app"),
}
SHELLS = {"bash": "bash", "powershell": "PowerShell", "cmd": "cmd"}


def fate_word(fate: Fate) -> str:
    """What became of a value, in a word or two."""
    return said(WORDS[fate])


def source_words(made: Conversion) -> str:
    """What the input is, and the command it stood in."""
    words = said(SOURCES[made.source])
    if made.shell:
        inside = QCoreApplication.translate(
            "Fate", "{message}, in a command for {shell}"
        )
        return inside.format(message=words, shell=SHELLS[made.shell])
    return words


def line_words(line: Line) -> str:
    """All that a line says, for a person to read and to copy."""
    places = " → ".join(filter(None, (dotted(line.source), dotted(line.target))))
    parts = [f"{places}: {shown(line)}" if shown(line) else places]
    if line.why:
        parts.append(said(line.why))
    if line.options:
        words = QCoreApplication.translate("Fate", "To choose from: {options}")
        parts.append(words.format(options=listed(line.options)))
    return "\n".join(parts)
