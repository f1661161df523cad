"""One send under way: how far it is, and what can be done about it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.progress import Progress, State
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.pushkit.record import SendRecord

from .count_label import CountLabel
from .elided_label import ElidedLabel
from .icons import icon
from .progress_words import how_far, state_words
from .send_title import send_title
from .share_bar import ShareBar
from .veiling import past_name
from .words import grouped

_ROOMY = 1120
"""Width in pixels from which outcomes are named beside their numbers."""


class ProgressLine(QFrame):
    """Title, counts, pace and time left of a send, with Pause and Stop.

    Signals:
        pause_wanted, resume_wanted, stop_wanted, dismissed: the buttons.
    """

    pause_wanted = Signal()
    resume_wanted = Signal()
    stop_wanted = Signal()
    dismissed = Signal()

    def __init__(self, record: SendRecord, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = f"progress.{record.key}"
        self.setObjectName(name)
        self.state = State.READY
        total = len(record.devices)
        title = send_title(record.message.title, record.action)
        project = past_name(record.project.name, record.project.environment)
        self.title = ElidedLabel(f"{title} · {project}", self)
        self.title.setToolTip(self.title.text())
        self.title.setProperty("heading", True)
        self.far = QLabel(self)
        self.far.setAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self.counts = {verdict: CountLabel(verdict, total, self) for verdict in Verdict}
        self.words = ElidedLabel("", self)
        self.words.setProperty("quiet", True)
        self.bar = ShareBar(self)
        self.pause = QPushButton(self)
        self.pause.setObjectName(f"{name}.pause")
        self.pause.clicked.connect(self._on_pause_clicked)
        self.stop = QPushButton(icon("stop"), self.tr("Stop"), self)
        self.stop.setObjectName(f"{name}.stop")
        self.stop.setToolTip(self.tr("Stop this send (Ctrl+. stops all)"))
        self.stop.setAccessibleName(self.tr("Stop: {title}").format(title=title))
        self.stop.clicked.connect(self.stop_wanted)
        self.close_button = QToolButton(self)
        self.close_button.setObjectName(f"{name}.close")
        self.close_button.setIcon(icon("close"))
        self.close_button.setToolTip(self.tr("Dismiss"))
        words = self.tr("Dismiss: {text}").format(text=title)
        self.close_button.setAccessibleName(words)
        self.close_button.clicked.connect(self.dismissed)
        self._title = title
        self._last = Progress(State.READY, total, dict.fromkeys(Verdict, 0))
        self._lay_out()
        self._keep_room()
        self.show_progress(self._last)

    def show_progress(self, progress: Progress) -> None:
        """Take how far the send is now."""
        self._last = progress
        self.state = progress.state
        counts = dict.fromkeys(Verdict, 0) | dict(progress.counts)
        if self.state.over:
            # What no request began for is now known to have stayed here.
            counts[Verdict.NOT_SENT] += progress.waiting
        for verdict, label in self.counts.items():
            label.show_count(counts[verdict])
        self.bar.show_shares(counts, progress.total)
        self.far.setText(how_far(progress))
        self.words.setText(state_words(progress))
        self.words.setToolTip(self.words.text())
        self._show_buttons()

    def show_writing(self, written: int) -> None:
        """So many devices are written down before any of it leaves."""
        total = self._last.total
        if self.state is State.READY and written < total:
            words = self.tr("Writing into history: {count} of {total}…")
            words = words.format(count=grouped(written), total=grouped(total))
            self.words.setText(words)
            self.words.setToolTip(words)

    def end(self) -> None:
        """Nothing more will happen, whatever was told last."""
        if not self.state.over:
            self.show_progress(replace(self._last, state=State.STOPPED, out=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten(event.size().width() < _ROOMY)

    def _keep_room(self) -> None:
        """For the longest that `far` will say."""
        whole = replace(self._last, counts={Verdict.ACCEPTED: self._last.total})
        self.far.setText(how_far(whole))
        # What has one size only asks for no layout when its text changes.
        self.far.setFixedSize(self.far.sizeHint())

    def _shorten(self, short: bool) -> None:
        for label in self.counts.values():
            label.shorten(short)

    def _show_buttons(self) -> None:
        paused = self.state is State.PAUSED
        self.pause.setIcon(icon("resume" if paused else "pause"))
        self.pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        about = self.tr("Resume: {title}") if paused else self.tr("Pause: {title}")
        self.pause.setAccessibleName(about.format(title=self._title))
        self.pause.setToolTip(
            self.tr("Send the rest (Ctrl+Shift+P)")
            if paused
            else self.tr("Begin nothing more for now (Ctrl+Shift+P)")
        )
        stopping = self.state is State.STOPPING
        self.pause.setVisible(not self.state.over)
        self.pause.setEnabled(not stopping)
        self.stop.setVisible(not self.state.over)
        self.stop.setEnabled(not stopping)
        self.close_button.setVisible(self.state.over)

    def _on_pause_clicked(self) -> None:
        if self.state is State.PAUSED:
            self.resume_wanted.emit()
        else:
            self.pause_wanted.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        # Lines stand one below the other: their columns depend on no text.
        for each in (self.title, self.words):
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row.addWidget(self.title, 1)
        row.addWidget(self.far)
        for label in self.counts.values():
            row.addWidget(label)
        row.addWidget(self.words, 1)
        row.addWidget(self._buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.bar)
        self._shorten(True)

    def _buttons(self) -> QWidget:
        """Pause and Stop, or the cross, in the room of the longer words."""
        room = QWidget(self)
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addStretch(1)
        for button in (self.pause, self.stop, self.close_button):
            row.addWidget(button)
        self.pause.setIcon(icon("pause"))
        for words in (self.tr("Pause"), self.tr("Resume")):
            self.pause.setText(words)
            wide = self.pause.sizeHint().width()
            self.pause.setMinimumWidth(max(wide, self.pause.minimumWidth()))
        room.setMinimumWidth(
            self.pause.minimumWidth() + 6 + self.stop.sizeHint().width()
        )
        # The cross is higher than they are.
        room.setFixedHeight(room.sizeHint().height())
        return room
