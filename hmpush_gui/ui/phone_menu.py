"""What happens to the app on simulated phones, as a menu."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget


class AppChange(StrEnum):
    """What people do to an app."""

    REMOVE = "remove"
    REINSTALL = "reinstall"
    UPGRADE = "upgrade"


class PhoneMenu(QMenu):
    """The ways in which a push token comes to its end.

    Signals:
        wanted: an AppChange.
    """

    wanted = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setToolTipsVisible(True)
        self.setTitle(self.tr("On the simulated phone"))
        self._add(
            AppChange.REMOVE,
            self.tr("Remove the app"),
            self.tr("The old token is accepted, and the receipt says 2"),
        )
        self._add(
            AppChange.REINSTALL,
            self.tr("Install the app again: new token"),
            self.tr(
                "As after a reset or a restore, too: the old token is accepted, and "
                "the receipt says 5"
            ),
        )
        self._add(
            AppChange.UPGRADE,
            self.tr("Upgrade to HarmonyOS 5: new token"),
            self.tr(
                "The old token is refused with 80300007; v3 says noRight. The new one "
                "is for v3 only"
            ),
        )

    def _add(self, change: AppChange, words: str, tip: str) -> None:
        action = self.addAction(words)
        action.setObjectName(f"{self.objectName()}.{change}")
        action.setToolTip(tip)
        action.triggered.connect(partial(self._on_triggered, change))

    def _on_triggered(self, change: AppChange, _checked: bool = False) -> None:
        self.wanted.emit(change)
