from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.doctor_case import Case
from hmpush_gui.ui.doctoring import Doctoring

from . import samples
from .conftest import Heard

CASE = Case(samples.TEST)


def make(qtbot: QtBot) -> Doctoring:
    window = QWidget()
    qtbot.addWidget(window)
    return Doctoring(window)


def test_a_case_waits_until_somebody_can_look_at_it(qtbot: QtBot, heard: Heard) -> None:
    doctoring = make(qtbot)
    wanted = heard(doctoring.examine_wanted)
    taken: list[object] = []
    number = doctoring.examine(CASE, taken.append)
    assert wanted == []
    doctoring.be_ready()
    assert wanted == [(number, CASE)]
    doctoring.answer(number, [])
    assert taken == [[]]


def test_nobody_hears_what_was_forgotten(qtbot: QtBot, heard: Heard) -> None:
    doctoring = make(qtbot)
    taken: list[object] = []
    early = doctoring.examine(CASE, taken.append)
    doctoring.forget(early)
    wanted = heard(doctoring.examine_wanted)
    doctoring.be_ready()
    assert wanted == []
    late = doctoring.ask(CASE, taken.append)
    doctoring.forget(late)
    doctoring.answer(late, [])
    doctoring.answer(99, [])
    assert taken == []
