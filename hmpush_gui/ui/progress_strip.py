"""The sends under way, one line each, above what becomes of them."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hmpush_gui.pushkit.progress import Progress, State
from hmpush_gui.pushkit.record import SendRecord

from .progress_line import ProgressLine

PATIENCE = 500
"""Milliseconds that a send may take without being talked about."""

LINGER = 1500
"""Milliseconds that a line stays after its send is done: long enough to be read."""

_MOST = 4
"""Lines in sight; the others are scrolled to."""

_PAUSABLE = (State.READY, State.RUNNING)

_KEPT = 3
"""Stopped sends that stay; all are in History."""


class ProgressStrip(QScrollArea):
    """Takes no room until a send lasts; a line that was stopped stays till dismissed.

    Signals:
        pause_wanted, resume_wanted, stop_wanted: for the send with this key.
    """

    pause_wanted = Signal(str)
    resume_wanted = Signal(str)
    stop_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self.setAccessibleName(self.tr("Sends under way"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget(self)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setWidget(page)
        self._lines: dict[str, ProgressLine] = {}
        self.hide()

    def start(self, record: SendRecord) -> None:
        """A send begins; it is shown if it lasts."""
        self._drop(record.key)
        line = ProgressLine(record, self.widget())
        line.hide()
        for signal, told in (
            (line.pause_wanted, self.pause_wanted),
            (line.resume_wanted, self.resume_wanted),
            (line.stop_wanted, self.stop_wanted),
        ):
            signal.connect(partial(told.emit, record.key))
        line.dismissed.connect(partial(self._drop, record.key))
        self._lines[record.key] = line
        self._column.addWidget(line)
        self._later(line, PATIENCE, partial(self._appear, line))

    def show_progress(self, key: str, progress: Progress) -> None:
        """Take how far the send `key` is."""
        if line := self._lines.get(key):
            line.show_progress(progress)
            if progress.state in (State.PAUSED, State.STOPPING, State.STOPPED):
                self._appear(line)

    def show_writing(self, key: str, written: int) -> None:
        """So many devices of the send `key` are in history; nothing left yet."""
        if line := self._lines.get(key):
            line.show_writing(written)

    def finish(self, key: str) -> None:
        """Nothing more will happen in the send `key`."""
        line = self._lines.get(key)
        if line is None:
            return
        seen = not line.isHidden()
        if line.state is State.DONE or not seen:
            self._later(line, LINGER if seen else 0, partial(self._drop_line, line))
        else:
            line.end()
            self._drop_old()

    def toggle_pause(self) -> None:
        """Pause what runs; where nothing runs, go on with what is paused."""
        states = {key: line.state for key, line in self._lines.items()}
        running = [key for key, state in states.items() if state in _PAUSABLE]
        for key in running:
            self.pause_wanted.emit(key)
        if not running:
            for key, state in states.items():
                if state is State.PAUSED:
                    self.resume_wanted.emit(key)

    def lines(self) -> list[ProgressLine]:
        """What is shown, oldest first."""
        return [line for line in self._lines.values() if not line.isHidden()]

    def sizeHint(self) -> QSize:
        lines = self.lines()[:_MOST]
        high = sum(line.sizeHint().height() for line in lines)
        return QSize(super().sizeHint().width(), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def _later(self, line: ProgressLine, wait: int, act: "partial[None]") -> None:
        """Do `act` in `wait` milliseconds, unless the line is gone by then."""
        timer = QTimer(line)
        timer.setSingleShot(True)
        timer.timeout.connect(act)
        timer.start(wait)

    def _appear(self, line: ProgressLine) -> None:
        line.show()
        self._fit()

    def _drop(self, key: str) -> None:
        if line := self._lines.pop(key, None):
            line.hide()
            self._column.removeWidget(line)
            line.deleteLater()
            self._fit()

    def _drop_line(self, line: ProgressLine) -> None:
        for key, each in [*self._lines.items()]:
            if each is line:
                self._drop(key)

    def _drop_old(self) -> None:
        over = [key for key, line in self._lines.items() if line.state is State.STOPPED]
        for key in over[:-_KEPT]:
            self._drop(key)

    def _fit(self) -> None:
        self.setVisible(bool(self.lines()))
        self.setFixedHeight(self.sizeHint().height())
