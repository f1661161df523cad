"""What each cell of the list of past sends says, and in which colour."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from hmpush_gui.pushkit.kinds import kinds
from hmpush_gui.pushkit.project import Environment
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.pushkit.record import SendSummary

from .environments import environment_word
from .history_columns import Column
from .send_title import send_title
from .theme import Tone, environment_colour, tone
from .veiling import project_name
from .verdicts import counted
from .words import described, listed, titled


def text_of(send: SendSummary, column: Column, is_running: bool) -> str:
    """What a cell shows."""
    if column is Column.STAR:
        return "★" if send.starred else "☆"
    if column is Column.TIME:
        started = datetime.fromtimestamp(send.started_at)
        return f"{started:%Y-%m-%d %H:%M:%S}"
    if column is Column.OUTCOME:
        return _outcome(send, is_running)
    if column is Column.PROJECT:
        name = send.project_name
        if send.environment is not Environment.SANDBOX:
            name = project_name(name)
        return f"{name} · {environment_word(send.environment)}"
    if column is Column.KIND:
        return _kind(send)
    if column is Column.NOTE:
        return send.note
    title = send_title(send.title, send.action)
    return titled(send.name, title) if send.name else title


def tip_of(send: SendSummary, column: Column, is_running: bool) -> str:
    """What a cell says in words, to the mouse and to a screen reader."""
    if column is Column.STAR:
        if send.starred:
            return QCoreApplication.translate(
                "HistoryListModel", "Starred: kept for good. S takes the star away."
            )
        return QCoreApplication.translate(
            "HistoryListModel", "No star. S puts one, and keeps the send for good."
        )
    return text_of(send, column, is_running)


def edited_text(send: SendSummary, column: Column) -> str:
    """What is written in a cell that can be edited: the name or the note."""
    return send.name if column is Column.TITLE else send.note


def colour_of(send: SendSummary, column: Column) -> QColor | None:
    """The colour of a cell's text, None for the usual one."""
    if column is Column.PROJECT:
        return environment_colour(send.environment)
    if column is Column.OUTCOME:
        return tone(_tone(send))
    if column is Column.STAR:
        return tone(Tone.WARNING if send.starred else Tone.QUIET)
    return tone(Tone.QUIET) if column is Column.NOTE else None


def _outcome(send: SendSummary, is_running: bool) -> str:
    text = listed(
        counted(number, verdict) for verdict, number in send.counts.items() if number
    )
    if send.finished:
        return text
    words = QCoreApplication.translate(
        "HistoryListModel", "{text} (ended with the program)"
    )
    if is_running:
        words = QCoreApplication.translate("HistoryListModel", "{text} (under way)")
    return words.format(text=text)


def _kind(send: SendSummary) -> str:
    """Generation and kind; v1 and v2 tell the kind by the document alone."""
    for kind in kinds():
        if (kind.api, kind.push_type) == (send.api, send.push_type) and send.push_type:
            return f"{send.api} {described(kind.title)}"
    return f"{send.api} {send.push_type}".strip()


def _tone(send: SendSummary) -> Tone:
    order = (
        (Verdict.REJECTED, Tone.BAD),
        (Verdict.UNKNOWN, Tone.WARNING),
        (Verdict.NOT_SENT, Tone.QUIET),
    )
    for verdict, which in order:
        if send.counts.get(verdict):
            return which
    return Tone.GOOD
