"""Which request of a send is looked into: “Request 3 of 1000”, and how it went."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QToolButton, QWidget

from hmpush_gui.pushkit.protocol import Verdict

from .verdicts import counted
from .words import grouped

_ORDER: tuple[Verdict | None, ...] = (*Verdict, None)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def counts_line(counts: Mapping[Verdict | None, int]) -> str:
    """How many devices of a request met each outcome, in one line."""
    words = [counted(counts[each], each) for each in _ORDER if each in counts]
    return "   ".join(words)


class _Number(QSpinBox):
    """Leaves Ctrl+Enter to the window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers():
            event.ignore()
            return
        super().keyPressEvent(event)


class RequestChooser(QWidget):
    """A number with arrow keys, for a send of many requests.

    Signals:
        chosen: the number of the request that the user wants, from 0.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector.chooser")
        self._words = QLabel(self)
        self._words.setObjectName("inspector.outcome")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setProperty("quiet", True)
        self.number = _Number(self)
        self.number.setObjectName("inspector.number")
        self.number.setAccessibleName(self.tr("Request"))
        self.number.setPrefix(self.tr("Request ", "before its number"))
        self.number.setKeyboardTracking(False)
        self.number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.number.valueChanged.connect(lambda value: self.chosen.emit(value - 1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(self._words)
        row.addSpacing(6)
        row.addWidget(self._step("back", "◂", self.tr("Request before"), -1))
        row.addWidget(self.number)
        row.addWidget(self._step("next", "▸", self.tr("Next request"), 1))

    def show_number(
        self, number: int, total: int, counts: Mapping[Verdict | None, int]
    ) -> None:
        """Request `number`, from 0, of `total`, and what its devices met."""
        box = self.number
        box.blockSignals(True)
        box.setRange(1, max(1, total))
        box.setSuffix(self.tr(" of {total}").format(total=grouped(total)))
        box.setValue(number + 1)
        box.blockSignals(False)
        self._words.setText(counts_line(counts))

    def _step(self, name: str, text: str, title: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"inspector.{name}")
        button.setText(text)
        button.setToolTip(title)
        button.setAccessibleName(title)
        button.clicked.connect(lambda: self.number.stepBy(by))
        return button
