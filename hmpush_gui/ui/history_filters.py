"""What picks past sends beside the words one looks for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.pushkit.record import SendQuery

from .elided_combo import ElidedCombo
from .veiling import named
from .verdicts import icon_of, word_of


class Period(StrEnum):
    """When a send began."""

    EVER = "ever"
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    RANGE = "range"


_DAYS = {Period.TODAY: 0, Period.WEEK: 6, Period.MONTH: 29}
"""Whole days before today."""


class HistoryFilters(QWidget):
    """Project, outcome, time and star.

    The days of a range stand in `days`, which is shown only where it is chosen.

    Signals:
        changed: something else is picked.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.project = self._combo("project", self.tr("Project"), 130)
        self.outcome = self._combo("outcome", self.tr("Outcome"), 140)
        self.period = self._combo("period", self.tr("Time"), 125)
        self.star = QPushButton("★", self)
        self.star.setObjectName("history.starred")
        self.star.setCheckable(True)
        self.star.setProperty("chip", True)
        # As high as the choices beside it.
        self.star.setMinimumHeight(28)
        self.star.setAccessibleName(self.tr("Only starred"))
        self.star.setToolTip(self.tr("Show only sends with a star"))
        self.star.toggled.connect(self.changed)
        self._fill()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for each in (self.project, self.outcome, self.period, self.star):
            row.addWidget(each)
        self.days = self._make_days()
        for combo in (self.project, self.outcome, self.period):
            combo.currentIndexChanged.connect(self._on_picked)

    def show_projects(self, projects: Sequence[Project]) -> None:
        """Offer these projects; what is picked stays picked if it is among them."""
        key = self.project.currentData()
        self.project.blockSignals(True)
        while self.project.count() > 1:
            self.project.removeItem(1)
        for project in projects:
            self.project.addItem(named(project), project.key)
        self.project.setCurrentIndex(max(0, self.project.findData(key)))
        self.project.blockSignals(False)
        if self.project.currentData() != key:
            self.changed.emit()

    def query(self, text: str) -> SendQuery:
        """What is looked for, with `text`."""
        verdict = self.outcome.currentData()
        query = SendQuery(
            text,
            self.project.currentData() or "",
            Verdict(verdict) if verdict else None,
            starred=self.star.isChecked(),
        )
        since, until = self._days()
        return replace(query, since=since, until=until)

    @property
    def is_set(self) -> bool:
        """Whether anything is picked."""
        return self.query("") != SendQuery()

    def clear(self) -> None:
        """Pick everything."""
        self.blockSignals(True)
        for combo in (self.project, self.outcome, self.period):
            combo.setCurrentIndex(0)
        self.star.setChecked(False)
        self.blockSignals(False)
        self.changed.emit()

    def _fill(self) -> None:
        self.project.addItem(self.tr("All projects"), "")
        self.outcome.addItem(self.tr("Any outcome"), "")
        tips = {
            Verdict.ACCEPTED: self.tr("All devices were accepted"),
            Verdict.REJECTED: self.tr("Some device was rejected"),
            Verdict.UNKNOWN: self.tr("Of some device it is unknown"),
            Verdict.NOT_SENT: self.tr("To some device it was not sent"),
        }
        for verdict, tip in tips.items():
            self.outcome.addItem(icon_of(verdict), word_of(verdict), str(verdict))
            last = self.outcome.count() - 1
            self.outcome.setItemData(last, tip, Qt.ItemDataRole.ToolTipRole)
        for period, words in (
            (Period.EVER, self.tr("Any time")),
            (Period.TODAY, self.tr("Today")),
            (Period.WEEK, self.tr("Last 7 days")),
            (Period.MONTH, self.tr("Last 30 days")),
            (Period.RANGE, self.tr("Days…")),
        ):
            self.period.addItem(words, str(period))

    def _combo(self, name: str, title: str, width: int) -> QComboBox:
        combo = ElidedCombo(self)
        combo.setObjectName(f"history.{name}")
        combo.setAccessibleName(title)
        combo.setToolTip(title)
        combo.setFixedWidth(width)
        return combo

    def _make_days(self) -> QWidget:
        days = QWidget(self.parentWidget())
        row = QHBoxLayout(days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        today = QDate.currentDate()
        self._first = self._day("first", self.tr("First day"), today.addDays(-6))
        self._last = self._day("last", self.tr("Last day"), today)
        row.addStretch(1)
        for edit in (self._first, self._last):
            row.addWidget(QLabel(edit.accessibleName(), days))
            row.addWidget(edit)
        days.hide()
        return days

    def _day(self, name: str, title: str, date: QDate) -> QDateEdit:
        edit = QDateEdit(date, self)
        edit.setObjectName(f"history.{name}")
        edit.setAccessibleName(title)
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("yyyy-MM-dd")
        edit.setMinimumWidth(130)
        edit.dateChanged.connect(self.changed)
        return edit

    def _on_picked(self) -> None:
        self.days.setVisible(self.period.currentData() == Period.RANGE)
        self.changed.emit()

    def _days(self) -> tuple[float | None, float | None]:
        period = Period(self.period.currentData())
        if period is Period.RANGE:
            first, last = sorted((_day(self._first), _day(self._last)))
            return first.timestamp(), (last + timedelta(days=1)).timestamp()
        if period in _DAYS:
            today = datetime.now().replace(hour=0, minute=0, second=0, microsecond=0)
            return (today - timedelta(days=_DAYS[period])).timestamp(), None
        return None, None


def _day(edit: QDateEdit) -> datetime:
    date = edit.date()
    return datetime(date.year(), date.month(), date.day())
