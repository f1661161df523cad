"""How far a send has come, in words."""

from PySide6.QtCore import QCoreApplication

from hmpush_gui.pushkit.progress import Progress, State

from .words import grouped

_MINUTE = 60


def how_far(progress: Progress) -> str:
    """Such as `1 200 of 2 000`, in devices."""
    words = QCoreApplication.translate("Progress", "{settled} of {total}")
    return words.format(
        settled=grouped(progress.settled), total=grouped(progress.total)
    )


def state_words(progress: Progress) -> str:
    """What the send is doing, how fast, and how much longer."""
    words = {
        State.READY: QCoreApplication.translate("Progress", "Starting…"),
        State.STOPPING: QCoreApplication.translate("Progress", "Stopping…"),
        State.STOPPED: QCoreApplication.translate("Progress", "Stopped"),
        State.DONE: QCoreApplication.translate("Progress", "Done"),
    }
    if progress.state in words:
        return words[progress.state]
    if progress.state is State.PAUSED:
        return _paused(progress)
    parts = (_busy(progress), _pace(progress), time_left(progress.seconds_left))
    told = " · ".join(part for part in parts if part)
    return told or QCoreApplication.translate("Progress", "Sending…")


def time_left(seconds: float | None) -> str:
    """A time as somebody would say it who cannot know it better; None is empty."""
    if seconds is None:
        return ""
    if seconds < 10:
        return QCoreApplication.translate("Progress", "a few seconds left")
    if seconds < _MINUTE - 5:
        words = QCoreApplication.translate("Progress", "about {seconds} s left")
        return words.format(seconds=max(10, round(seconds / 10) * 10))
    minutes = max(1, round(seconds / _MINUTE))
    if minutes < 60:
        words = QCoreApplication.translate("Progress", "about {minutes} min left")
        return words.format(minutes=minutes)
    hours, minutes = divmod(round(seconds / _MINUTE / 10) * 10, 60)
    if not minutes:
        words = QCoreApplication.translate("Progress", "about {hours} h left")
        return words.format(hours=grouped(hours))
    words = QCoreApplication.translate("Progress", "about {hours} h {minutes} min left")
    return words.format(hours=grouped(hours), minutes=minutes)


def _paused(progress: Progress) -> str:
    if not progress.out:
        return QCoreApplication.translate("Progress", "Paused")
    words = QCoreApplication.translate("Progress", "Paused · on their way: {count}")
    return words.format(count=grouped(progress.out))


def _busy(progress: Progress) -> str:
    if not progress.repeating:
        return ""
    words = QCoreApplication.translate("Progress", "to be repeated: {count}")
    return words.format(count=grouped(progress.repeating))


def _pace(progress: Progress) -> str:
    pace = progress.per_second
    if pace is None:
        return ""
    words = QCoreApplication.translate("Progress", "{pace} devices/s")
    told = grouped(round(pace)) if pace >= 10 else f"{pace:.1f}"
    return words.format(pace=told)
