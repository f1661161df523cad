from PySide6.QtWidgets import QHBoxLayout, QStyleOptionButton, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.elided_button import ElidedButton

LONG = "✕ This project has no service-account key. v3 messages need one: " * 3


def drawn(button: ElidedButton) -> str:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    return option.text


def test_a_long_text_ends_in_an_ellipsis_and_widens_nothing(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    button = ElidedButton(LONG, page)
    row.addWidget(button)
    page.resize(400, 60)
    page.show()
    assert page.width() == 400
    assert page.minimumSizeHint().width() < 200
    assert drawn(button).endswith("…")
    assert button.text() == LONG


def test_a_short_text_is_whole(qtbot: QtBot) -> None:
    button = ElidedButton("▲ Warnings: 2")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert drawn(button) == "▲ Warnings: 2"
    assert button.minimumSizeHint().width() <= 120


def test_a_text_of_chinese_that_just_fits_is_whole(qtbot: QtBot) -> None:
    button = ElidedButton("✕ “卡片标题”为空。（另有 1 项）")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert drawn(button) == button.text()
