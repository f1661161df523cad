"""One row a token: what became of it in the send that is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QObject,
    Qt,
)

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.places import Places
from hmpush_gui.pushkit.protocol import Outcome, Verdict

from .table_model import AnyIndex, TableModel
from .theme import tone
from .verdicts import icon_of, reason_of, tone_of, word_of


class Column(IntEnum):
    """Columns in the order they stand."""

    OUTCOME = 0
    DEVICE = 1
    REASON = 2
    REQUEST = 3
    TOKEN = 4


class ResultRole(IntEnum):
    """Roles of `ResultListModel` beside Qt's own."""

    RESULT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Result:
    """A row. `verdict` is None while nothing is known yet."""

    device: Device
    verdict: Verdict | None = None
    code: str = ""
    reason: str = ""
    request_id: str = ""
    request: int | None = None


class ResultListModel(TableModel):
    """The tokens of one send, found again by token and request."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (
            self.tr("Outcome"),
            self.tr("Device"),
            self.tr("Reason"),
            self.tr("Request ID"),
            self.tr("Push token"),
        )
        self._results: list[Result] = []
        self._rows = Places(())

    def start(self, devices: Sequence[Device]) -> None:
        """Show `devices` with nothing known yet."""
        self.beginResetModel()
        self._results = [Result(device) for device in devices]
        self._rows = Places(enumerate(device.token for device in devices))
        self.endResetModel()

    def begin(self, request: int, tokens: Sequence[str]) -> None:
        """A request goes out; where a token stands twice, this says for which row."""
        self._rows.of(request, [token for token in tokens if token in self._rows])

    def settle(
        self, outcomes: Sequence[Outcome], request_id: str, request: int
    ) -> None:
        """Take what is known of some tokens; tokens that are not here are dropped."""
        known = [outcome for outcome in outcomes if outcome.token in self._rows]
        rows = self._rows.of(request, [outcome.token for outcome in known])
        for row, outcome in zip(rows, known, strict=True):
            self._results[row] = replace(
                self._results[row],
                verdict=outcome.verdict,
                code=outcome.code,
                reason=outcome.reason,
                request_id=request_id,
                request=request,
            )
        self._tell(rows)

    def close(self) -> None:
        """The send is over: what is still waiting was not sent."""
        rows = []
        for row, result in enumerate(self._results):
            if result.verdict is None:
                rows.append(row)
                self._results[row] = replace(result, verdict=Verdict.NOT_SENT)
        self._tell(rows)

    def counts(self) -> Mapping[Verdict | None, int]:
        """How many tokens met each verdict; None counts those waiting."""
        counts: dict[Verdict | None, int] = {}
        for result in self._results:
            counts[result.verdict] = counts.get(result.verdict, 0) + 1
        return counts

    def outcomes(self) -> tuple[Outcome, ...]:
        """What is known of each token now; of one that still waits, nothing."""
        return tuple(
            Outcome(
                result.device.token,
                result.verdict or Verdict.UNKNOWN,
                result.code,
                result.reason,
            )
            for result in self._results
        )

    def count(self) -> int:
        return len(self._results)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        result = self._results[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(result, Column(index.column()))
        if role == ResultRole.RESULT:
            return result
        if index.column() != Column.OUTCOME:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return icon_of(result.verdict)
        if role == Qt.ItemDataRole.ForegroundRole:
            return tone(tone_of(result.verdict))
        return None

    def _text(self, result: Result, column: Column) -> str:
        texts = {
            Column.OUTCOME: word_of(result.verdict),
            Column.DEVICE: result.device.label,
            Column.REASON: reason_of(result.verdict, result.code, result.reason),
            Column.REQUEST: result.request_id,
            Column.TOKEN: result.device.token,
        }
        return texts[column]

    def _tell(self, rows: Sequence[int]) -> None:
        """One signal for all: a thousand rows settle in one repaint."""
        if rows:
            first = self.index(min(rows), 0)
            last = self.index(max(rows), len(Column) - 1)
            self.dataChanged.emit(first, last)
