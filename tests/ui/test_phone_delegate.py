from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from hmpush_gui.ui import theme
from hmpush_gui.ui.phone_delegate import PhoneDelegate
from hmpush_gui.ui.phone_list import PhoneItem, PhoneListModel

ITEM = PhoneItem("token", "Phone 1", "12:00", "Hello", "World")
SILENT = replace(ITEM, shows=False, data='{"id":"77"}')


@pytest.fixture
def model(qapp: object) -> PhoneListModel:
    assert qapp
    return PhoneListModel()


def option(width: int = 342) -> QStyleOptionViewItem:
    made = QStyleOptionViewItem()
    made.rect = QRect(0, 0, width, 200)
    made.font = QApplication.font()
    return made


def index(model: PhoneListModel, item: PhoneItem) -> QModelIndex:
    model.add([item])
    return model.index(0)


def painted(
    model: PhoneListModel, item: PhoneItem, *, width: int = 342, focus: bool = False
) -> QImage:
    image = QImage(width, 200, QImage.Format.Format_ARGB32)
    image.fill(QColor("#ff00ff"))
    how = option(width)
    if focus:
        how.state |= QStyle.StateFlag.State_HasFocus
    painter = QPainter(image)
    PhoneDelegate().paint(painter, how, index(model, item))
    painter.end()
    return image


@pytest.mark.parametrize(
    ("item", "height"),
    [
        (ITEM, 20 + 64 + 10),
        (replace(ITEM, has_image=True), 20 + 96 + 10),
        (replace(ITEM, lines=("1", "2", "3")), 20 + 104 + 10),
        (SILENT, 20 + 46 + 10),
    ],
)
def test_a_row_is_as_high_as_its_card(
    model: PhoneListModel, item: PhoneItem, height: int
) -> None:
    size = PhoneDelegate().sizeHint(option(), index(model, item))
    assert (size.width(), size.height()) == (342, height)


@pytest.mark.parametrize(("width", "scale"), [(171, 0.5), (342, 1), (2000, 1.15)])
def test_cards_scale_with_the_width_up_to_a_limit(
    model: PhoneListModel, width: int, scale: float
) -> None:
    size = PhoneDelegate().sizeHint(option(width), index(model, ITEM))
    assert size.height() == round(94 * scale)


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
@pytest.mark.parametrize(
    "item",
    [
        ITEM,
        SILENT,
        replace(ITEM, rings=True, is_test=True),
        replace(SILENT, data="x" * 5000),
    ],
)
def test_everything_that_arrives_can_be_drawn(
    qapp: QApplication, model: PhoneListModel, item: PhoneItem, scheme: theme.Scheme
) -> None:
    theme.apply(qapp, scheme)
    blank = QImage(342, 200, QImage.Format.Format_ARGB32)
    blank.fill(QColor("#ff00ff"))
    assert painted(model, item) != blank


def test_what_rings_and_what_is_silent_look_different(model: PhoneListModel) -> None:
    rings = painted(model, replace(ITEM, rings=True))
    assert painted(model, ITEM) != rings
    assert painted(model, replace(ITEM, is_test=True)) != painted(model, ITEM)
    assert painted(model, SILENT) != painted(model, ITEM)


def test_the_row_with_the_keyboard_is_framed(model: PhoneListModel) -> None:
    assert painted(model, ITEM, focus=True) != painted(model, ITEM)
