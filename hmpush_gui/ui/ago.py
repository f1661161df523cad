"""How long ago something was, in few words."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def ago(at: float, now: float) -> str:
    """`at` and `now` are Unix seconds; older than a week is told by its date."""
    seconds = max(0, int(now - at))
    if seconds < _MINUTE:
        return QCoreApplication.translate("ago", "just now")
    if seconds < _HOUR:
        words = QCoreApplication.translate("ago", "{count} min ago")
        return words.format(count=seconds // _MINUTE)
    if seconds < _DAY:
        words = QCoreApplication.translate("ago", "{count} h ago")
        return words.format(count=seconds // _HOUR)
    if seconds < 7 * _DAY:
        words = QCoreApplication.translate("ago", "{count} d ago")
        return words.format(count=seconds // _DAY)
    when = QDateTime.fromSecsSinceEpoch(int(at)).date()
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)
