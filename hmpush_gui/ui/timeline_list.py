"""The steps of a request and of its earlier attempts, one a row."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QFont

from hmpush_gui.pushkit.protocol import Exchange, Verdict
from hmpush_gui.pushkit.timeline import Step, Stretch, stretches

from .exchange_text import milliseconds
from .inspected import Inspected
from .table_model import AnyIndex, TableModel
from .veiling import veils
from .verdicts import reason_of


class Column(IntEnum):
    """Columns in the order they stand."""

    STEP = 0
    START = 1
    TOOK = 2
    BAR = 3


_NUMBERS = (Column.START, Column.TOOK)


class TimelineRole(IntEnum):
    """Roles of `TimelineModel` beside Qt's own."""

    BAR = Qt.ItemDataRole.UserRole
    """A `Bar`, or None where a row has none."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a step lies, as shares of the longest attempt."""

    step: Step
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Line:
    """A row: a title over an attempt, or one of its steps."""

    title: str
    stretch: Stretch | None = None


def step_name(step: Step) -> str:
    """What happens in a step."""
    names = {
        Step.BEARER: QCoreApplication.translate("Timeline", "Credential"),
        Step.CONNECT: QCoreApplication.translate("Timeline", "Connect"),
        Step.TLS: QCoreApplication.translate("Timeline", "TLS"),
        Step.SEND: QCoreApplication.translate("Timeline", "Send"),
        Step.WAIT: QCoreApplication.translate("Timeline", "Wait for the answer"),
        Step.READ: QCoreApplication.translate("Timeline", "Read the answer"),
    }
    return names[step]


class TimelineModel(TableModel):
    """Shows one request; its numbers are texts beside the bars."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (
            self.tr("Step"),
            self.tr("Start"),
            self.tr("Took"),
            "",
        )
        self._lines: list[Line] = []
        self._longest = 0.0

    def show_request(self, shown: Inspected | None) -> None:
        self.beginResetModel()
        self._lines = [*self._found(shown)] if shown else []
        ends = (line.stretch.end for line in self._lines if line.stretch)
        self._longest = max(ends, default=0.0)
        self.endResetModel()

    def count(self) -> int:
        return len(self._lines)

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == Column.STEP:
            return line.title
        if role == TimelineRole.BAR and column == Column.BAR and line.stretch:
            return self._bar(line.stretch)
        if role == Qt.ItemDataRole.FontRole and line.stretch is None:
            return _bold()
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)

    def is_title(self, row: int) -> bool:
        """Whether a row stands over an attempt."""
        return self._lines[row].stretch is None

    def _bar(self, stretch: Stretch) -> Bar:
        whole = self._longest or 1.0
        return Bar(stretch.step, stretch.start / whole, stretch.end / whole)

    def _text(self, line: Line, column: int) -> str:
        if column == Column.STEP:
            return line.title
        if line.stretch is None or column == Column.BAR:
            return ""
        at = line.stretch.start if column == Column.START else line.stretch.seconds
        return milliseconds(at)

    def _found(self, shown: Inspected) -> list[Line]:
        lines = []
        for number, attempt in enumerate(shown.attempts, 1):
            words = self.tr("Attempt {number}: {what}, repeated after {seconds} s")
            title = words.format(
                number=number,
                what=self._what(attempt.exchange),
                seconds=f"{attempt.seconds:.1f}",
            )
            lines += [Line(title), *_steps(attempt.exchange)]
        if shown.exchange is None:
            return lines
        if shown.attempts:
            words = self.tr("Attempt {number}: {what}")
            number = len(shown.attempts) + 1
            title = words.format(number=number, what=self._what(shown.exchange))
            lines.append(Line(title))
        return [*lines, *_steps(shown.exchange)]

    def _what(self, exchange: Exchange) -> str:
        if exchange.answer is None:
            return kept_back(exchange) or self.tr("no answer")
        status = f"HTTP {exchange.answer.status}"
        return f"{status} · {exchange.code}" if exchange.code else status


def kept_back(exchange: Exchange) -> str:
    """What kept a request on this computer, as its row says; "" if it left it."""
    met = exchange.outcomes[0] if exchange.outcomes else None
    if met is None or met.verdict is not Verdict.NOT_SENT:
        return ""
    return reason_of(met.verdict, met.code, met.reason).rstrip(".。")


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font


def _steps(exchange: Exchange) -> list[Line]:
    return [Line(step_name(each.step), each) for each in stretches(exchange.timing)]
