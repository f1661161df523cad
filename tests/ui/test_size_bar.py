import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.weights import Weight
from hmpush_gui.ui.size_bar import SHOWN, SizeBar, heaviest, segments
from hmpush_gui.ui.theme import Tone

PARTS = [Weight(("a",), 100), Weight(("b",), 50), Weight((), 50)]


@pytest.fixture
def bar(qtbot: QtBot) -> SizeBar:
    bar = SizeBar()
    qtbot.addWidget(bar)
    bar.resize(400, 14)
    bar.show_parts(PARTS, ["A: 100", "B: 50", "rest"], 400, Tone.GOOD)
    bar.show()
    return bar


def test_each_part_is_as_wide_as_its_bytes_less_a_gap() -> None:
    places = segments(PARTS, 400, 400.0)
    assert [(each.left(), each.width()) for each in places] == [
        (0.0, 99.0),
        (100.0, 49.0),
        (150.0, 49.0),
    ]


def test_a_message_over_the_limit_fills_the_bar() -> None:
    places = segments(PARTS, 100, 400.0)
    assert places[-1].right() == 399.0


def test_a_part_too_small_to_see_has_no_negative_width() -> None:
    parts = [Weight(("a",), 1), Weight((), 4000)]
    assert segments(parts, 4096, 50.0)[0].width() == 0.0


def test_light_parts_share_the_last_segment() -> None:
    many = [Weight((str(size),), size) for size in range(20, 0, -1)]
    shown = heaviest([*many, Weight((), 7)])
    assert len(shown) == SHOWN
    assert shown[:2] == [Weight(("20",), 20), Weight(("19",), 19)]
    assert sum(part.size for part in shown) == sum(range(21)) + 7


def test_a_click_tells_the_part_under_the_mouse(bar: SizeBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.clicked) as clicked:
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(120, 7))
    assert clicked.args == [("b",)]


@pytest.mark.parametrize("x", [170, 300])
def test_a_click_on_the_rest_or_beside_it_tells_nothing(
    bar: SizeBar, qtbot: QtBot, x: int
) -> None:
    with qtbot.assertNotEmitted(bar.clicked):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(x, 7))


def test_pointing_at_a_part_names_it(bar: SizeBar) -> None:
    at = QPoint(120, 7)
    event = QHelpEvent(QEvent.Type.ToolTip, at, bar.mapToGlobal(at))
    QApplication.sendEvent(bar, event)
    assert QToolTip.text() == "B: 50"
    QToolTip.hideText()


@pytest.mark.parametrize(
    ("allowed", "filled"), [(400, [50, 120]), (100, [50, 120, 300])]
)
def test_the_bar_is_painted_where_its_parts_are(
    bar: SizeBar, allowed: int, filled: list[int]
) -> None:
    bar.show_parts(PARTS, ["", "", ""], allowed, Tone.BAD)
    image = bar.grab().toImage()
    empty = image.pixelColor(QPointF(399, 7).toPoint())
    for x in filled:
        colour = image.pixelColor(x, 7)
        assert colour != empty
        assert colour.red() > colour.green()
