import time
from datetime import datetime

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.pushkit.record import SendQuery
from hmpush_gui.ui.history_filters import HistoryFilters, Period

from . import samples
from .conftest import Heard

DAY = 24 * 3600


@pytest.fixture
def filters(qtbot: QtBot) -> HistoryFilters:
    filters = HistoryFilters()
    qtbot.addWidget(filters)
    filters.show_projects([samples.SANDBOX, samples.TEST])
    return filters


def pick(filters: HistoryFilters, period: Period) -> None:
    filters.period.setCurrentIndex(filters.period.findData(str(period)))


def test_at_first_everything_is_picked(filters: HistoryFilters) -> None:
    assert filters.query("hello") == SendQuery("hello")
    assert not filters.is_set


def test_each_choice_is_told_and_asked_for(
    filters: HistoryFilters, heard: Heard
) -> None:
    changed = heard(filters.changed)
    filters.project.setCurrentIndex(2)
    filters.outcome.setCurrentIndex(filters.outcome.findData(str(Verdict.UNKNOWN)))
    filters.star.click()
    assert len(changed) == 3
    assert filters.query("") == SendQuery(
        project=samples.TEST.key, verdict=Verdict.UNKNOWN, starred=True
    )
    filters.clear()
    assert filters.query("") == SendQuery()
    assert len(changed) == 4


@pytest.mark.parametrize(
    ("period", "days"), [(Period.TODAY, 1), (Period.WEEK, 7), (Period.MONTH, 30)]
)
def test_days_are_whole_and_today_is_one_of_them(
    filters: HistoryFilters, period: Period, days: int
) -> None:
    pick(filters, period)
    query = filters.query("")
    assert query.since is not None
    assert query.until is None
    since = datetime.fromtimestamp(query.since)
    assert (since.hour, since.minute, since.second) == (0, 0, 0)
    # An hour more or less where the clocks change.
    assert (days - 1) * DAY - 3601 <= time.time() - query.since < days * DAY + 3601


def test_a_range_holds_its_last_day_whichever_comes_first(
    filters: HistoryFilters,
) -> None:
    assert filters.days.isHidden()
    pick(filters, Period.RANGE)
    assert not filters.days.isHidden()
    for name, day in (("first", 9), ("last", 7)):
        edit = filters.days.findChild(QDateEdit, f"history.{name}")
        assert isinstance(edit, QDateEdit)
        edit.setDate(QDate(2026, 3, day))
    query = filters.query("")
    assert query.since == datetime(2026, 3, 7).timestamp()
    assert query.until == datetime(2026, 3, 10).timestamp()


def test_what_is_picked_stays_while_projects_come_and_go(
    filters: HistoryFilters, heard: Heard
) -> None:
    filters.project.setCurrentIndex(2)
    changed = heard(filters.changed)
    filters.show_projects([samples.TEST, samples.FORMAL])
    assert filters.query("").project == samples.TEST.key
    assert not changed
    filters.show_projects([samples.FORMAL])
    assert filters.query("").project == ""
    assert changed
