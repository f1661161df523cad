import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.problem import blocking, hint
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.problems_panel import ProblemsPanel

KIND = kind("v3-alert")
BAD = blocking("a", ("payload",), Sentence("test", "Bad."), "", "80100003")
HINT = hint("b", (), Sentence("test", "By the way."), "")


@pytest.fixture
def panel(qtbot: QtBot) -> ProblemsPanel:
    panel = ProblemsPanel()
    qtbot.addWidget(panel)
    panel.resize(800, 240)
    panel.show()
    return panel


def test_an_empty_panel_teaches_what_will_be_here(panel: ProblemsPanel) -> None:
    assert panel._empty.isVisible()
    assert not panel.list.isVisible()
    assert "F8" in panel._empty.text()


def test_groups_are_open_from_the_start(panel: ProblemsPanel) -> None:
    panel.show_problems(KIND, [BAD, HINT])
    assert not panel._empty.isVisible()
    assert panel.list.isExpanded(panel.model.index(0, 0))
    assert panel.list.isExpanded(panel.model.index(1, 0))


def test_enter_and_a_click_choose_a_problem(panel: ProblemsPanel, qtbot: QtBot) -> None:
    panel.show_problems(KIND, [BAD, HINT])
    index = panel.model.index_of(HINT)
    panel.list.setCurrentIndex(index)
    panel.list.setFocus()
    with qtbot.waitSignal(panel.chosen) as chosen:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert chosen.args == [HINT]
    place = panel.list.visualRect(panel.model.index_of(BAD)).center()
    with qtbot.waitSignal(panel.chosen) as chosen:
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [BAD]


def test_a_group_is_no_problem_to_go_to(panel: ProblemsPanel, qtbot: QtBot) -> None:
    panel.show_problems(KIND, [BAD])
    with qtbot.assertNotEmitted(panel.chosen):
        panel.list.activated.emit(panel.model.index(0, 0))


def test_the_problem_gone_to_is_marked(panel: ProblemsPanel) -> None:
    panel.show_problems(KIND, [BAD, HINT])
    panel.select(HINT)
    assert panel.model.problem(panel.list.currentIndex()) == HINT
