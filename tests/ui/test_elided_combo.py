import pytest
from PySide6.QtWidgets import QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.elided_combo import ElidedCombo
from hmpush_gui.ui.icons import icon

TEXT = "Order and delivery  (EXPRESS)"


@pytest.fixture
def combo(qtbot: QtBot) -> ElidedCombo:
    combo = ElidedCombo()
    qtbot.addWidget(combo)
    combo.addItem(TEXT)
    return combo


def drawn(combo: ElidedCombo) -> str:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    return option.currentText


def test_a_text_with_room_is_drawn_whole(combo: ElidedCombo) -> None:
    combo.resize(combo.sizeHint())
    assert drawn(combo) == TEXT


def test_a_text_without_room_ends_in_an_ellipsis(combo: ElidedCombo) -> None:
    combo.resize(120, combo.sizeHint().height())
    assert drawn(combo).endswith("…")
    assert drawn(combo)[:5] == TEXT[:5]
    assert combo.currentText() == TEXT


def test_an_icon_takes_its_room(combo: ElidedCombo) -> None:
    combo.resize(120, combo.sizeHint().height())
    before = drawn(combo)
    combo.setItemIcon(0, icon("key"))
    assert len(drawn(combo)) < len(before)
