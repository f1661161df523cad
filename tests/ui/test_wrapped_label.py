from PySide6.QtWidgets import QFormLayout, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.wrapped_label import WrappedLabel


def test_in_a_form_it_takes_the_lines_it_needs_and_no_more(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    form = QFormLayout(page)
    label = WrappedLabel("a text of some length that breaks into lines " * 4)
    form.addRow("", label)
    for width in (900, 300):
        page.resize(width, form.totalHeightForWidth(width))
        page.show()
        assert label.height() == label.heightForWidth(label.width())
