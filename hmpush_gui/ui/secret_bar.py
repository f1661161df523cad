"""A secret that was asked for: shown for a while, and never copied by accident."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from .pause import Pause
from .plain_label import plain_label
from .secret_clipboard import SECONDS as ON_CLIPBOARD
from .secret_clipboard import SecretClipboard

SECONDS = 30
"""How long a secret stays on the screen."""


class SecretBar(QFrame):
    """Takes no room until a secret is shown, and forgets it with the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("request.secret")
        self.setProperty("card", True)
        self._secret = ""
        self._page = parent
        self.clipboard = SecretClipboard(self)
        self._words = plain_label("", self, name="request.secret.words")
        # Not to be selected: what is selected gets copied.
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._copy = QPushButton(self.tr("Copy bearer"), self)
        self._copy.setObjectName("request.secret.copy")
        self._copy.clicked.connect(self._on_copy_clicked)
        self._hide = QPushButton(self.tr("Hide"), self)
        self._hide.setObjectName("request.secret.hide")
        self._hide.clicked.connect(self.forget)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 8, 6)
        row.addWidget(self._words, 1)
        row.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._hide, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = Pause(SECONDS * 1000, self)
        self._timer.timeout.connect(self.forget)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        self.hide()

    def show_secret(self, secret: str | None) -> None:
        """Show it; None says that nobody has it."""
        self._secret = secret or ""
        if secret is None:
            words = self.tr(
                "The bearer is not at hand: in this run nothing was sent with this "
                "project’s credential."
            )
        else:
            # A label breaks lines at blanks only, and a bearer has none.
            parted = "\N{ZERO WIDTH SPACE}".join(secret)
            words = self.tr("The bearer in force now: {secret}").format(secret=parted)
        self._words.setText(words)
        self._copy.setVisible(bool(secret))
        self.show()
        self._hide.setFocus()
        self._timer.start()

    def forget(self) -> None:
        """Hide it, and keep nothing of it."""
        if self.isHidden():
            return
        self._timer.stop()
        self._secret = ""
        self._words.clear()
        self.hide()

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Somebody else gets the keyboard, or the whole window loses it."""
        if now is None or not self._page.isAncestorOf(now):
            self.forget()

    def _on_copy_clicked(self) -> None:
        self.clipboard.copy(self._secret)
        words = self.tr(
            "Copied. After {seconds} s, and when the program ends, it is taken off the "
            "clipboard if it is still there."
        )
        self._words.setText(words.format(seconds=ON_CLIPBOARD))
        # It was shown long enough to be copied.
        self._secret = ""
        self._copy.hide()
