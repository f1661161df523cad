"""What the list of devices says of each, in words."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from hmpush_gui.pushkit.death import receipt_death
from hmpush_gui.pushkit.device import Device, LastOutcome
from hmpush_gui.pushkit.explain import explain_code, explain_reason
from hmpush_gui.pushkit.outcome import Verdict

from .ago import ago
from .receipt_words import receipt_words
from .theme import Tone
from .veiling import token_name
from .verdicts import icon_of, reason_of, tone_of, word_of
from .words import language, listed, titled

PART = " · "
"""Stands between the parts of `last_text`, the first of which matters most."""


def last_text(device: Device, now: float) -> str:
    """Outcome, how long ago, and why; that it is dead comes before all else."""
    last = device.last
    parts = [dead_word()] if device.dead else []
    if last:
        if not device.dead or last.verdict is not Verdict.REJECTED:
            parts.append(word_of(last.verdict))
        parts.append(ago(last.at, now))
        why = reason_of(last.verdict, last.code, last.reason)
        parts.append(dead_text(device.dead) if device.dead else why)
    return PART.join(filter(None, parts))


def last_tone(device: Device) -> Tone:
    if device.dead:
        return Tone.BAD
    return tone_of(device.last.verdict) if device.last else Tone.QUIET


def last_icon(device: Device) -> QIcon | None:
    """The shape for the first word of `last_text`, the only one that is never cut."""
    if device.dead:
        return icon_of(Verdict.REJECTED)
    return icon_of(device.last.verdict) if device.last else None


def verdict_of(last: LastOutcome) -> str:
    """An outcome with its reason, in words."""
    why = reason_of(last.verdict, last.code, last.reason)
    return titled(word_of(last.verdict), why) if why else word_of(last.verdict)


def dead_word() -> str:
    return QCoreApplication.translate("DeviceCells", "Dead")


def dead_text(reason: str) -> str:
    """Why a device is dead, by the reason or the code that was given."""
    if told := receipt_death(reason):
        return receipt_words(told.result)
    known = explain_reason(reason, language()) or explain_code(reason, language())
    if known is None:
        return reason
    whole = QCoreApplication.translate("Verdict", "{words} ({code})")
    return whole.format(words=known.meaning, code=reason)


def tip(device: Device, now: float) -> str:
    """All that is known of a device, a line each."""
    token = token_name(short_token(device.token))
    lines = [device.label, token, about(device, now)]
    for title, text in (
        (QCoreApplication.translate("DeviceCells", "Tags"), listed(device.tags)),
        (QCoreApplication.translate("DeviceCells", "Language"), device.language),
        (QCoreApplication.translate("DeviceCells", "Note"), device.note),
    ):
        if text:
            lines.append(titled(title, text))
    return "\n".join(lines)


def short_token(token: str) -> str:
    """Both ends of a push token, by which people tell them apart."""
    return token if len(token) <= 40 else f"{token[:22]}…{token[-12:]}"


def about(device: Device, now: float) -> str:
    """What became of a device, in full."""
    lines = [_dead_line(device), _rotation()] if device.dead else []
    return "\n".join([*lines, _last_line(device, now)])


def _dead_line(device: Device) -> str:
    words = QCoreApplication.translate(
        "DeviceCells", "Dead: {reason} It is marked only, and stays in the list."
    )
    return words.format(reason=dead_text(device.dead))


def _rotation() -> str:
    """Why a token that was good is no longer (facts D.1)."""
    return QCoreApplication.translate(
        "DeviceCells",
        "An app gets a new token when it is installed again, data or AAID are deleted, "
        "the phone is reset or restored, or goes from HarmonyOS 4 to 5: take the new "
        "one from the app.",
    )


def _last_line(device: Device, now: float) -> str:
    if device.last is None:
        return QCoreApplication.translate("DeviceCells", "Nothing was sent to it yet.")
    title = QCoreApplication.translate("DeviceCells", "Last outcome")
    return titled(title, f"{verdict_of(device.last)} · {ago(device.last.at, now)}")
