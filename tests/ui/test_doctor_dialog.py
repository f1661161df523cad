import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.doctor_case import Case
from hmpush_gui.pushkit.finding import Finding, Part, State
from hmpush_gui.ui.doctoring import Doctoring

from . import samples
from .conftest import focused, press_key, show
from .findings import finding


class Clinic:
    """A doctor who says what a test wants to hear."""

    def __init__(self, qtbot: QtBot) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        self.window = window
        self.doctoring = Doctoring(window)
        self.doctoring.be_ready()
        self.asked: list[int] = []
        self.numbers: list[int] = []
        self.doctoring.examine_wanted.connect(lambda n, _: self.numbers.append(n))
        self.doctoring.ask_wanted.connect(lambda n, _: self.asked.append(n))
        window.show()
        self.dialog = self.doctoring.open(Case(samples.TEST))
        show(qtbot, self.dialog)

    def tell(self, *found: Finding) -> None:
        self.doctoring.answer(self.numbers[-1], found)

    def tell_online(self, *found: Finding) -> None:
        self.doctoring.answer(self.asked[-1], found)

    @property
    def note(self) -> str:
        label = self.dialog.findChild(QLabel, "doctor.note")
        assert isinstance(label, QLabel)
        return label.text()


@pytest.fixture
def clinic(qtbot: QtBot) -> Clinic:
    return Clinic(qtbot)


def test_it_looks_at_once_and_sends_nothing(clinic: Clinic) -> None:
    assert not clinic.dialog.ask.isEnabled()
    clinic.tell(finding(State.FINE))
    assert "Nothing is wrong" in clinic.dialog.summary.text()
    assert clinic.dialog.ask.isEnabled()
    assert clinic.asked == []
    assert "nothing was sent" in clinic.note


def test_push_kit_is_asked_when_the_button_is_pressed(clinic: Clinic) -> None:
    clinic.tell(finding(State.FINE))
    clinic.dialog.ask.click()
    assert len(clinic.asked) == 1
    assert not clinic.dialog.ask.isEnabled()
    clinic.tell_online(finding(State.WRONG, part=Part.ONLINE))
    assert clinic.dialog.summary.text() == "✕ Wrong: 1."
    assert "Asked at" in clinic.note
    clinic.dialog.ask.click()
    clinic.tell_online(finding(State.FINE, part=Part.ONLINE))
    assert "Nothing is wrong" in clinic.dialog.summary.text()
    assert len(clinic.dialog.findings) == 2


@pytest.mark.parametrize("part", [Part.FILE, Part.KEY, Part.JWT, Part.CLIENT])
def test_what_cannot_sign_is_not_carried_to_push_kit(
    clinic: Clinic, part: Part
) -> None:
    clinic.tell(finding(State.WRONG, part=part))
    assert not clinic.dialog.ask.isEnabled()


def test_nothing_to_ask_with_is_said(clinic: Clinic) -> None:
    clinic.tell(finding(State.FINE))
    clinic.dialog.ask.click()
    clinic.tell_online()
    assert "nothing to ask with" in clinic.note


def test_the_report_is_copied_without_a_secret(clinic: Clinic) -> None:
    clinic.tell(finding(State.WRONG, "Bad Bearer abcdefgh12345678."))
    clinic.dialog.copy.click()
    text = QApplication.clipboard().text()
    assert "✕ Bad Bearer ••••••••" in text
    assert "→ Mend it." in text
    assert "holds no key" in clinic.note


def test_the_keyboard_is_enough(clinic: Clinic) -> None:
    clinic.tell(finding(State.FINE))
    assert focused() is clinic.dialog.ask
    press_key(clinic.dialog, Qt.Key.Key_Return)
    assert len(clinic.asked) == 1
    clinic.tell_online(finding(State.FINE, part=Part.ONLINE))
    press_key(clinic.dialog, Qt.Key.Key_Escape)
    assert not clinic.doctoring._open


def test_an_answer_after_it_was_closed_is_nobodys(clinic: Clinic) -> None:
    clinic.dialog.close()
    clinic.tell(finding(State.FINE))
    assert clinic.doctoring._open == {}
