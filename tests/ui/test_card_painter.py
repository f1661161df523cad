import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from hmpush_gui.ui.app_face import AppFace
from hmpush_gui.ui.card_layout import CardContent, lay_out_card
from hmpush_gui.ui.card_painter import paint_card, paint_icon
from hmpush_gui.ui.phone_look import DARK_PHONE, LIGHT_PHONE, PhoneLook

APP = AppFace(colour="#0a59f7")
LOOKS = {"light": LIGHT_PHONE, "dark": DARK_PHONE}


def painted(look: PhoneLook, content: CardContent) -> QImage:
    image = QImage(380, 140, QImage.Format.Format_ARGB32)
    image.fill(QColor("#ff00ff"))
    card = lay_out_card(content, QApplication.font())
    painter = QPainter(image)
    paint_card(painter, QPointF(10, 10), card, look, APP, QApplication.font())
    painter.end()
    return image


def count(image: QImage, area: QRectF, colour: str) -> int:
    """How many pixels of `area` have exactly this colour."""
    return sum(
        image.pixelColor(x, y).name() == colour
        for x in range(int(area.left()), int(area.right()))
        for y in range(int(area.top()), int(area.bottom()))
    )


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_the_parts_are_painted_where_they_stand(qapp: object, look: PhoneLook) -> None:
    content = CardContent("██████", "██████", "12:00", has_image=True)
    image = painted(look, content)
    card = lay_out_card(content, QApplication.font())
    assert image.pixelColor(4, 4).name() == "#ff00ff"
    icon = image.pixelColor(
        (card.icon.translated(10, 10).topLeft() + QPointF(6, 16)).toPoint()
    )
    assert icon.blue() > icon.red() + 60
    assert count(image, card.title.translated(10, 10), look.title) > 50
    assert count(image, card.body[0][0].translated(10, 10), look.body) > 50
    assert card.image is not None
    assert count(image, card.image.translated(10, 10), look.time) > 20


def test_painting_leaves_the_painter_as_it_was(qapp: object) -> None:
    image = QImage(380, 140, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    card = lay_out_card(CardContent("a", "b", "c"), QApplication.font())
    paint_card(painter, QPointF(10, 10), card, LIGHT_PHONE, APP, QApplication.font())
    assert painter.transform().isIdentity()
    painter.end()


def test_a_picture_fills_its_square_and_is_cropped(qapp: object) -> None:
    picture = QImage(90, 30, QImage.Format.Format_RGB32)
    picture.fill(QColor("#00ff00"))
    for x in (0, 89):
        for y in range(30):
            picture.setPixelColor(x, y, QColor("#ff0000"))
    image = painted(LIGHT_PHONE, CardContent("a", "b", "12:00", picture=picture))
    card = lay_out_card(CardContent("a", "b", "12:00", picture=picture), qapp.font())  # type: ignore[attr-defined]
    assert card.image is not None
    area = card.image.translated(10, 10)
    assert image.pixelColor(area.center().toPoint()).name() == "#00ff00"
    assert count(image, area, "#00ff00") > 0.9 * area.width() * area.height()
    assert count(image, area, "#ff0000") == 0


@pytest.mark.parametrize(("scale", "readable"), [(1, False), (3, True)])
def test_a_tiny_icon_is_a_tile_without_its_letter(
    qapp: QApplication, scale: int, readable: bool
) -> None:
    image = QImage(14 * scale, 14 * scale, QImage.Format.Format_RGB32)
    image.fill(QColor("#0a59f7"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_icon(painter, QRectF(0, 0, 14, 14), AppFace("微"), qapp.font())
    painter.end()
    white = count(image, QRectF(0, 0, 14 * scale, 14 * scale), "#ffffff")
    assert bool(white) is readable


def test_the_overlay_is_seen(qapp: object) -> None:
    plain = painted(LIGHT_PHONE, CardContent("a", "b", "12:00"))
    over = painted(LIGHT_PHONE, CardContent("a", "b", "12:00", has_overlay=True))
    assert plain.pixelColor(50, 47) != over.pixelColor(50, 47)


def test_a_card_without_words_shows_where_they_will_stand(qapp: object) -> None:
    blank = painted(LIGHT_PHONE, CardContent("", "", "12:00"))
    assert blank != painted(LIGHT_PHONE, CardContent("", " x", "12:00"))
    assert blank.pixelColor(110, 32) != blank.pixelColor(110, 42)
