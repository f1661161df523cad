from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.ui.share_bar import ShareBar
from hmpush_gui.ui.theme import Tone, colours, tone


def colour_at(bar: ShareBar, x: int) -> QColor:
    return bar.grab().toImage().pixelColor(x, 2)


def test_each_outcome_has_its_share_and_the_rest_is_empty(qtbot: QtBot) -> None:
    bar = ShareBar()
    qtbot.addWidget(bar)
    bar.resize(100, 4)
    counts = {Verdict.ACCEPTED: 50, Verdict.REJECTED: 20, Verdict.NOT_SENT: 10}
    bar.show_shares(counts, 100)
    assert colour_at(bar, 25) == tone(Tone.GOOD)
    assert colour_at(bar, 60) == tone(Tone.BAD)
    assert colour_at(bar, 75) == QColor(colours().raised)
    assert colour_at(bar, 90) == QColor(colours().raised)


def test_a_send_to_nobody_is_an_empty_bar(qtbot: QtBot) -> None:
    bar = ShareBar()
    qtbot.addWidget(bar)
    bar.resize(100, 4)
    bar.show_shares({}, 0)
    assert colour_at(bar, 50) == QColor(colours().raised)
