import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.theme import LIGHT
from hmpush_gui.ui.two_line_role import TwoLineRole
from hmpush_gui.ui.two_lines import TwoLineDelegate, height, lay_out


def metrics(pixels: int) -> QFontMetrics:
    font = QFont()
    font.setPixelSize(pixels)
    return QFontMetrics(font)


def test_both_lines_stand_inside_and_do_not_touch(qapp: object) -> None:
    name, detail = metrics(13), metrics(11)
    area = QRect(4, 20, 280, height(name, detail))
    lines = lay_out(area, name, detail)
    assert area.contains(lines.name)
    assert area.contains(lines.detail)
    assert lines.detail.top() > lines.name.bottom()
    above = lines.name.top() - area.top()
    assert above == area.bottom() - lines.detail.bottom()


@pytest.mark.parametrize("enabled", [True, False])
def test_a_name_is_dark_and_grey_where_it_cannot_be_chosen(
    qtbot: QtBot, enabled: bool
) -> None:
    model = QStandardItemModel()
    item = QStandardItem("████████")
    item.setData("", TwoLineRole.DETAIL)
    item.setEnabled(enabled)
    model.appendRow(item)
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setItemDelegate(TwoLineDelegate(view))
    view.resize(200, 60)
    picture = view.grab().toImage()
    colours = {
        QColor(picture.pixel(x, y)).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert (LIGHT.text in colours) is enabled
    assert (LIGHT.muted in colours) is not enabled
