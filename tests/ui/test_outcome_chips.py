import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.ui.outcome_chips import OutcomeChips


class Layouts(QObject):
    """Counts how often its parent is asked to lay out anew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.count = 0
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(900, 40)
    around.show()
    return around


@pytest.fixture
def chips(qtbot: QtBot, around: QWidget) -> OutcomeChips:
    chips = OutcomeChips(around)
    row = QHBoxLayout(around)
    row.addWidget(chips)
    chips.show_counts({Verdict.ACCEPTED: 1111, None: 9999})
    qtbot.wait(1)
    return chips


def test_a_number_that_rises_lays_nothing_out_anew(
    qtbot: QtBot, around: QWidget, chips: OutcomeChips
) -> None:
    layouts = Layouts(around)
    chips.show_counts({Verdict.ACCEPTED: 8888, None: 2222})
    qtbot.wait(1)
    assert layouts.count == 0
    chips.show_counts({Verdict.ACCEPTED: 11110, None: 2222})
    qtbot.wait(1)
    assert layouts.count > 0


def test_a_longer_number_has_room(chips: OutcomeChips) -> None:
    chip = chips.chips[Verdict.ACCEPTED]
    before = chip.width()
    chips.show_counts({Verdict.ACCEPTED: 8_888_888})
    assert chip.minimumWidth() > before
    assert chip.text() == "8\u202f888\u202f888 Accepted"


def test_a_larger_font_has_room(qtbot: QtBot, chips: OutcomeChips) -> None:
    chip = chips.chips[Verdict.ACCEPTED]
    before = chip.minimumWidth()
    chips.setStyleSheet("QPushButton { font-size: 40px; }")
    qtbot.wait(1)
    assert chip.minimumWidth() > before
