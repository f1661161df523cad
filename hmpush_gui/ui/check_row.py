"""What the credential doctor says of a project that is being edited, in one line."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hmpush_gui.exchange.doctor_report import MARKS
from hmpush_gui.pushkit.doctor_case import Case
from hmpush_gui.pushkit.finding import Finding, State, worst

from .doctoring import Doctoring
from .finding_rows import TONES
from .finding_summary import first_trouble, summary
from .theme import tone
from .words import sentences
from .wrapped_label import WrappedLabel


class CheckRow(QWidget):
    """Looks at what was given by itself, and at all of it when asked."""

    def __init__(
        self, doctoring: Doctoring | None, case: Callable[[], Case], parent: QWidget
    ) -> None:
        """`case` gives what stands in the fields now."""
        super().__init__(parent)
        self._doctoring = doctoring
        self._case = case
        self._number = 0
        self.words = WrappedLabel(parent=self)
        self.words.setObjectName("project.check_words")
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        # In line with the word on the button.
        self.words.setContentsMargins(0, 6, 0, 0)
        self.button = QPushButton(self.tr("Check…"), self)
        self.button.setAccessibleName(self.tr("Check credential"))
        self.button.setObjectName("project.check")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.setVisible(doctoring is not None)

    def look(self) -> None:
        """Look at what stands in the fields, without a network."""
        if self._doctoring is None:
            return
        self.drop()
        self.words.setStyleSheet("")
        self.words.setText(self.tr("Looking at it…"))
        self._number = self._doctoring.examine(self._case(), self._take)

    def drop(self) -> None:
        """Wait for nothing any more."""
        if self._doctoring is not None:
            self._doctoring.forget(self._number)

    def _take(self, findings: Sequence[Finding]) -> None:
        wrong = sum(each.state is State.WRONG for each in findings)
        trouble = first_trouble(findings)
        if wrong > 1:
            words = sentences([summary(findings), trouble])
        elif wrong:
            # A count of one before it would be read as the number of a list.
            words = f"{MARKS[State.WRONG]} {trouble}"
        else:
            words = summary(findings)
        self.words.setText(words)
        self.words.setStyleSheet(f"color: {tone(TONES[worst(findings)]).name()};")

    def _on_clicked(self) -> None:
        if self._doctoring is not None:
            self._doctoring.open(self._case(), self.window())
