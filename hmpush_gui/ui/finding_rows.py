"""Draws what the credential doctor found: what to do first, what is fine below."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hmpush_gui.exchange.doctor_report import MARKS
from hmpush_gui.pushkit.finding import Finding, Part, State

from .plain_label import selectable_label
from .theme import Tone, tone
from .words import said

TONES = {
    State.FINE: Tone.GOOD,
    State.LOOK: Tone.WARNING,
    State.WRONG: Tone.BAD,
    State.UNKNOWN: Tone.QUIET,
}


def state_word(state: State) -> str:
    words = {
        State.FINE: QCoreApplication.translate("FindingRows", "fine"),
        State.LOOK: QCoreApplication.translate("FindingRows", "look at it"),
        State.WRONG: QCoreApplication.translate("FindingRows", "wrong"),
        State.UNKNOWN: QCoreApplication.translate("FindingRows", "could not tell"),
    }
    return words[state]


def part_word(part: Part) -> str:
    words = {
        Part.FILE: QCoreApplication.translate("FindingRows", "Key file"),
        Part.KEY: QCoreApplication.translate("FindingRows", "Private key"),
        Part.JWT: QCoreApplication.translate("FindingRows", "Token (JWT) made of it"),
        Part.CLIENT: QCoreApplication.translate("FindingRows", "Client ID and secret"),
        Part.PROJECT: QCoreApplication.translate("FindingRows", "Project"),
        Part.CLOCK: QCoreApplication.translate("FindingRows", "Clock"),
        Part.ONLINE: QCoreApplication.translate("FindingRows", "Asked Push Kit"),
    }
    return words[part]


class FindingRows(QWidget):
    """All findings: a card for each that is not fine, and one for each part that is."""

    def __init__(
        self, findings: Sequence[Finding], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("doctor.rows")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for state in (State.WRONG, State.LOOK, State.UNKNOWN):
            for each in findings:
                if each.state is state:
                    column.addWidget(_Card(each, self))
        good = [each for each in findings if each.state is State.FINE]
        for part in _order(findings):
            lines = [said(each.sentence) for each in good if each.part is part]
            if lines:
                column.addWidget(_Fine(part, lines, self))
        column.addStretch(1)


def _order(findings: Sequence[Finding]) -> list[Part]:
    """What was asked for last is looked for first."""
    asked = any(each.part is Part.ONLINE for each in findings)
    first = [Part.ONLINE, Part.CLOCK] if asked else []
    return [*first, *(part for part in Part if part not in first)]


class _Card(QFrame):
    """Something to do: part and state, what was found, how to mend it."""

    def __init__(self, finding: Finding, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"doctor.{finding.part}.{finding.name}")
        self.setProperty("card", True)
        head = QHBoxLayout()
        head.addWidget(_title(part_word(finding.part), self), 1)
        word = f"{MARKS[finding.state]} {state_word(finding.state)}"
        state = plain(word, self)
        state.setWordWrap(False)
        state.setStyleSheet(f"color: {tone(TONES[finding.state]).name()};")
        head.addWidget(state, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 9)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(plain(said(finding.sentence), self))
        if finding.fix:
            column.addWidget(plain(f"→ {said(finding.fix)}", self))


class _Fine(QFrame):
    """What is fine of one part."""

    def __init__(self, part: Part, lines: Iterable[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"doctor.{part}.fine")
        self.setProperty("card", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 9)
        column.setSpacing(3)
        column.addWidget(_title(part_word(part), self))
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(8)
            mark = plain(MARKS[State.FINE], self)
            mark.setWordWrap(False)
            mark.setProperty("mark", "yes")
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(plain(line, self), 1)
            column.addLayout(row)


def _title(text: str, parent: QWidget) -> QLabel:
    label = plain(text, parent)
    label.setProperty("heading", True)
    return label


def plain(text: str, parent: QWidget) -> QLabel:
    """A text that may be long, to read and to select."""
    # A label breaks lines at blanks only, and an address has none.
    return selectable_label(text.replace("/", "/\N{ZERO WIDTH SPACE}"), parent)
