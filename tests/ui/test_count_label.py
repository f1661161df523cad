import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.ui import theme
from hmpush_gui.ui.count_label import CountLabel
from hmpush_gui.ui.theme import Scheme


@pytest.fixture
def label(qtbot: QtBot) -> CountLabel:
    label = CountLabel(Verdict.REJECTED, 20_000, None)  # type: ignore[arg-type]
    qtbot.addWidget(label)
    return label


def test_the_number_stands_with_its_word(label: CountLabel) -> None:
    label.show_count(1200)
    assert label.text == "1\u202f200 Rejected"


def test_where_there_is_little_room_the_word_is_still_told(label: CountLabel) -> None:
    label.shorten(True)
    label.show_count(7)
    assert label.text == "7"
    assert label.toolTip() == "7 Rejected"
    assert label._words.accessibleName() == "7 Rejected"


@pytest.mark.parametrize("short", [True, False])
def test_it_does_not_grow_with_its_number(label: CountLabel, short: bool) -> None:
    label.shorten(short)
    before = label.sizeHint().width()
    label.show_count(20_000)
    assert label.sizeHint().width() == before


def test_the_icon_follows_the_theme(label: CountLabel, qapp: QApplication) -> None:
    label.show()
    light = label._icon.pixmap().toImage()
    theme.apply(qapp, Scheme.DARK)
    assert label._icon.pixmap().toImage() != light
