"""The credential doctor: what is fine, what is wrong, and what to do about it."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.exchange.doctor_report import report
from hmpush_gui.pushkit.doctor_case import Case
from hmpush_gui.pushkit.finding import Finding, Part, State, worst

from .dialog_foot import dialog_foot
from .doctoring import Doctoring
from .enter_key import EnterDialog
from .finding_rows import TONES, FindingRows, plain
from .finding_summary import summary
from .restyle import restyle
from .theme import tone
from .veiling import named
from .words import said


class DoctorDialog(EnterDialog):
    """Looks without a network at once, and asks Push Kit when the button is pressed."""

    def __init__(self, doctoring: Doctoring, case: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self._doctoring = doctoring
        self._case = case
        self._offline: tuple[Finding, ...] = ()
        self._online: tuple[Finding, ...] = ()
        self.setObjectName("doctor")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Credential check: {name}")
        name = named(case.project) or self.tr("new project")
        self.setWindowTitle(title.format(name=name))
        self._make()
        self._lay_out()
        self.resize(QSize(660, 620))
        self._number = doctoring.examine(case, self._take_offline)
        self._wait(self.tr("Looking at it…"))
        self.finished.connect(lambda: doctoring.forget(self._number))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that is on view."""
        return self._offline + self._online

    def copy_report(self) -> None:
        """Copy all of it as a text, without a secret."""
        text = report(self.findings, time.strftime("%Y-%m-%d %H:%M"), said)
        QGuiApplication.clipboard().setText(text)
        self._note.setText(self.tr("Copied. The report holds no key and no secret."))

    # Inside.

    def _make(self) -> None:
        self.summary = QLabel(self)
        self.summary.setObjectName("doctor.summary")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setProperty("heading", True)
        self._note = plain("", self)
        self._note.setObjectName("doctor.note")
        self._note.setProperty("quiet", True)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("doctor.scroll")
        self._scroll.setAccessibleName(self.tr("Findings"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.ask = self._button("doctor.ask", self.tr("Ask Push Kit"))
        self.ask.setDefault(True)
        restyle(self.ask, "primary", True)
        self.ask.clicked.connect(self._on_ask_clicked)
        self.copy = self._button("doctor.copy", self.tr("Copy report"))
        self.copy.clicked.connect(self.copy_report)
        self.done_ = self._button("doctor.close", self.tr("Close"))
        self.done_.clicked.connect(self.close)

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._note)
        column.addLayout(dialog_foot([self.ask, self.copy], [self.done_]))

    def _wait(self, words: str) -> None:
        self.summary.setText(words)
        self.summary.setStyleSheet("")
        self.ask.setEnabled(False)
        self.copy.setEnabled(False)

    def _take_offline(self, findings: Sequence[Finding]) -> None:
        self._offline = tuple(findings)
        self._show()
        self._note.setText(
            self.tr(
                "So far nothing was sent. “Ask Push Kit” makes one call to a token "
                "that no device has: nothing can reach anybody."
            )
        )

    def _on_ask_clicked(self) -> None:
        self._wait(self.tr("Asking Push Kit…"))
        self._number = self._doctoring.ask(self._case, self._take_online)

    def _take_online(self, findings: Sequence[Finding]) -> None:
        self._online = tuple(findings)
        self._show()
        asked = any(each.part is Part.ONLINE for each in findings)
        self._note.setText(
            self.tr("Asked at {time}.").format(time=time.strftime("%H:%M:%S"))
            if asked
            else self.tr("There is nothing to ask with: give a credential and its ID.")
        )

    def _show(self) -> None:
        state = worst(self.findings)
        self.summary.setText(summary(self.findings))
        self.summary.setStyleSheet(f"color: {tone(TONES[state]).name()};")
        self._scroll.setWidget(FindingRows(self.findings))
        self.ask.setEnabled(self._is_ready())
        self.copy.setEnabled(True)
        (self.ask if self.ask.isEnabled() else self.done_).setFocus()

    def _is_ready(self) -> bool:
        """A key that cannot sign need not be carried to Push Kit."""
        useless = (Part.FILE, Part.KEY, Part.JWT, Part.CLIENT)
        return bool(self._offline) and not any(
            each.name == "none" or (each.state is State.WRONG and each.part in useless)
            for each in self._offline
        )
