"""Shows what a test of a connection saw: a card for each address."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.trial_report import Trial

from .theme import Tone, tone
from .trial_words import facts, headline, report

_HIGHEST = 270
"""Pixels; what takes more is scrolled."""


class TrialView(QWidget):
    """Takes no room before the first test."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trials: Sequence[Trial] = ()
        self._area = QScrollArea(self)
        self._area.setObjectName("connection.trials")
        self._area.setAccessibleName(self.tr("What the test saw"))
        self._area.setWidgetResizable(True)
        # So that the arrow keys scroll it.
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.copy = QPushButton(self.tr("Copy report"), self)
        self.copy.setObjectName("connection.copy")
        self.copy.setToolTip(self.tr("Copy all of this, to hand it to your IT"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._on_copy_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._area, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.copy)
        column.addLayout(foot)
        self.hide()

    def show_trials(self, trials: Sequence[Trial]) -> None:
        """Show these in place of what was there; none hides it all."""
        if not trials and not self._trials:
            return
        # What failed comes first.
        self._trials = sorted(trials, key=lambda trial: trial.failure is None)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for trial in self._trials:
            column.addWidget(_card(trial, page))
        column.addStretch(1)
        self._area.setWidget(page)
        self._area.setAccessibleDescription(self.text())
        self.setVisible(bool(trials))
        # Without the style a font would be taken for another one.
        for each in page.findChildren(QWidget):
            each.ensurePolished()
        column.invalidate()
        # As wide as the area leaves it beside its scroll bar.
        height = column.totalHeightForWidth(max(self.width() - 20, 400))
        self._area.setMinimumHeight(min(_HIGHEST, height + 4))

    def text(self) -> str:
        """What is shown, as plain text."""
        return report(self._trials)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text())


def _card(trial: Trial, parent: QWidget) -> QFrame:
    card = QFrame(parent)
    card.setProperty("card", True)
    form = QFormLayout(card)
    form.setContentsMargins(12, 9, 12, 10)
    form.setHorizontalSpacing(12)
    form.setVerticalSpacing(3)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
    form.addRow(_head(trial, card))
    for title, text in facts(trial):
        form.addRow(_words(title, card, quiet=True), _words(text, card))
    return card


def _head(trial: Trial, card: QWidget) -> QWidget:
    """Mark and sentence."""
    mark, which = ("✕", Tone.BAD) if trial.failure else ("✓", Tone.GOOD)
    if not trial.failure and not trial.verified:
        mark, which = "▲", Tone.WARNING
    head = QWidget(card)
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 3)
    row.setSpacing(9)
    sign = QLabel(mark, head)
    sign.setStyleSheet(f"color: {tone(which).name()}; font-weight: 600;")
    words = _words(headline(trial), head)
    words.setObjectName("connection.headline")
    words.setProperty("heading", True)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return head


def _words(text: str, card: QWidget, *, quiet: bool = False) -> QLabel:
    label = QLabel(text, card)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("quiet", quiet)
    if not quiet:
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        # By keyboard all of it is copied at once: a stop at each would be in the way.
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
