"""Says all the time that the certificates of the project in force go unchecked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from .restyle import restyle


class UncheckedBar(QFrame):
    """Cannot be dismissed: it goes when certificates are checked again.

    Signals:
        check_wanted: check certificates again from now on.
    """

    check_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unchecked")
        self.setProperty("card", True)
        self.setProperty("question", True)
        self._words = QLabel(self)
        self._words.setObjectName("unchecked.words")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setProperty("heading", True)
        restyle(self._words, "problem", "blocking")
        self.check = QPushButton(self.tr("Check certificates"), self)
        self.check.setObjectName("unchecked.check")
        self.check.clicked.connect(self.check_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 10, 7)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self.check)
        self.hide()

    def show_for(self, project: str) -> None:
        """Warn of the project of that name; an empty one hides the warning."""
        words = self.tr(
            "✕ NOT CHECKED: {name} sends to whoever answers. On the way the credential "
            "and the messages can be read and changed."
        )
        self._words.setText(words.format(name=project))
        self.setVisible(bool(project))
