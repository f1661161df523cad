"""Copies a secret on purpose, unremembered by clipboard managers, and not for long."""

from PySide6.QtCore import QCoreApplication, QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from .pause import Pause

SECONDS = 30
"""How long a secret stays on the clipboard."""

_WINDOWS = 'application/x-qt-windows-mime;value="{name}"'

MARKS = {
    # KDE's Klipper, and those that learned it from there.
    "x-kde-passwordManagerHint": b"secret",
    # Windows: history and cloud, https://learn.microsoft.com/windows/win32/dataxchg/
    _WINDOWS.format(name="ExcludeClipboardContentFromMonitorProcessing"): b"\1\0\0\0",
    _WINDOWS.format(name="CanIncludeInClipboardHistory"): b"\0\0\0\0",
    _WINDOWS.format(name="CanUploadToCloudClipboard"): b"\0\0\0\0",
}
"""What tells clipboard managers to keep nothing of it."""


class SecretClipboard(QObject):
    """Takes a secret off the clipboard again, if it is still there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._secret = ""
        self._timer = Pause(SECONDS * 1000, self)
        self._timer.timeout.connect(self.clear)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.clear)

    def copy(self, secret: str) -> None:
        """Put `secret` on the clipboard for a while."""
        data = QMimeData()
        data.setText(secret)
        for kind, content in MARKS.items():
            data.setData(kind, content)
        QGuiApplication.clipboard().setMimeData(data)
        self._secret = secret
        self._timer.start()

    def clear(self) -> None:
        """Take the secret off now; what others copied meanwhile stays."""
        secret, self._secret = self._secret, ""
        self._timer.stop()
        clipboard = QGuiApplication.clipboard()
        if secret and clipboard.text() == secret:
            clipboard.clear()
