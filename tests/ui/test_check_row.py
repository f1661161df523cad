from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.doctor_case import Case
from hmpush_gui.pushkit.finding import State
from hmpush_gui.ui.check_row import CheckRow
from hmpush_gui.ui.doctor_dialog import DoctorDialog
from hmpush_gui.ui.doctoring import Doctoring

from . import samples
from .findings import finding


def test_what_is_wrong_stands_in_the_line_with_its_fix(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    doctoring = Doctoring(page)
    row = CheckRow(doctoring, lambda: Case(samples.TEST), page)
    row.look()
    assert row.words.text() == "Looking at it…"
    (number,) = doctoring._open
    doctoring.answer(number, [finding(State.WRONG, "Cut.")])
    assert row.words.text() == "✕ Cut. Mend it."
    row.look()
    (number,) = doctoring._open
    doctoring.answer(number, [finding(State.WRONG, "Cut.")] * 2)
    assert row.words.text() == "✕ Wrong: 2. Cut. Mend it."


def test_only_the_last_look_counts(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    doctoring = Doctoring(page)
    row = CheckRow(doctoring, lambda: Case(samples.TEST), page)
    row.look()
    row.look()
    assert len(doctoring._open) == 1
    row.drop()
    assert not doctoring._open


def test_all_of_it_is_shown_on_demand(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = CheckRow(Doctoring(page), lambda: Case(samples.TEST), page)
    page.show()
    row.button.click()
    assert page.findChild(DoctorDialog) is not None


def test_it_takes_no_room_where_nobody_can_look(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = CheckRow(None, lambda: Case(samples.TEST), page)
    row.look()
    assert row.isHidden()
    assert row.words.text() == ""
