import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.card_layout import CardContent
from hmpush_gui.ui.phone_look import DARK_PHONE, LIGHT_PHONE
from hmpush_gui.ui.preview_scene import CANVASES, PHONE, Canvas, Surface
from hmpush_gui.ui.preview_view import PreviewView
from tests.cases import for_each

from .scenes import LONG, SILENT, TABLET, first_card, scene


@pytest.fixture
def view(qtbot: QtBot) -> PreviewView:
    view = PreviewView(scene(Surface.CENTRE))
    qtbot.addWidget(view)
    return view


@for_each("canvas", CANVASES)
@for_each("surface", Surface)
@for_each("width", [236, 374, 900, 3800])
def test_it_is_drawn_at_every_width(
    view: PreviewView, surface: Surface, canvas: Canvas, width: int
) -> None:
    view.show_scene(scene(surface, canvas=canvas, content=LONG), LIGHT_PHONE)
    height = view.heightForWidth(width)
    scale = min(1.3, width / canvas.width)
    assert height == pytest.approx(view.layout_in_force.least * scale, abs=1)
    view.resize(width, height)
    image = view.grab().toImage()
    layout = view.layout_in_force
    assert layout.area.height() == pytest.approx(layout.least, abs=1 + 1 / scale)
    assert image.pixelColor(width // 2, height // 2).alpha() == 255


def test_more_height_shows_more_of_the_screen_but_no_more_than_it_has(
    view: PreviewView,
) -> None:
    view.show()
    view.resize(374, 600)
    assert view.layout_in_force.area.height() == 600
    view.resize(374, 3000)
    assert view.layout_in_force.area.height() == PHONE.height
    assert view.maximumHeight() == PHONE.height


def test_another_place_asks_for_another_height(view: PreviewView) -> None:
    before = view.sizeHint()
    view.show_scene(scene(Surface.LOCK), LIGHT_PHONE)
    assert view.sizeHint().height() != before.height()
    view.show_scene(scene(Surface.LOCK, canvas=TABLET), LIGHT_PHONE)
    assert view.sizeHint().width() == TABLET.width


def test_what_is_shown_and_what_is_cut_is_read_out(view: PreviewView) -> None:
    view.show_scene(scene(Surface.LOCK, content=LONG), LIGHT_PHONE)
    said = view.accessibleName()
    assert said.startswith(f"Preview, Lock screen: {LONG.title}. {LONG.body}")
    assert "Title cut after" in said
    assert "Text cut after" in said
    view.show_scene(scene(Surface.LOCK), LIGHT_PHONE)
    assert view.accessibleName() == "Preview, Lock screen: Hello. World"
    view.show_scene(scene(Surface.LOCK, arrival=SILENT), LIGHT_PHONE)
    assert view.accessibleName().endswith("Nothing on the lock screen")


def test_lines_are_read_instead_of_the_body(view: PreviewView) -> None:
    content = CardContent("Hello", "World", "08:08", ("one", "two"))
    view.show_scene(scene(Surface.CENTRE, content=content), LIGHT_PHONE)
    assert view.accessibleName() == "Preview, Notification centre: Hello. one / two"


def test_the_rest_of_a_text_is_shown_where_the_mouse_rests(
    view: PreviewView, qtbot: QtBot
) -> None:
    content = CardContent("<b>" + "包" * 30, "World", "08:08")
    view.show_scene(scene(Surface.LOCK, content=content), LIGHT_PHONE)
    view.resize(748, 400)
    view.show()
    scale = min(1.3, 748 / 374)
    card = first_card(view.layout_in_force)
    left = (748 - 374 * scale) / 2
    at = QPoint(
        round(left + (card.area.left() + 80) * scale),
        round((card.area.top() + 20) * scale),
    )
    assert view.cut_at(at) == card.card.title_rest
    QApplication.sendEvent(
        view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at))
    )
    assert card.card.title_rest in QToolTip.text()
    QApplication.sendEvent(
        view, QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), view.mapToGlobal(at))
    )
    assert view.cut_at(QPoint(2, 2)) == ""


def test_it_can_have_the_keyboard_and_shows_it(view: PreviewView, qtbot: QtBot) -> None:
    with qtbot.waitActive(view):
        view.resize(374, 300)
        view.show()
        view.activateWindow()
    view.clearFocus()
    without = view.grab().toImage()
    view.setFocus()
    assert view.grab().toImage() != without


def test_light_and_dark(view: PreviewView) -> None:
    view.resize(374, 300)
    view.show_scene(scene(Surface.CENTRE), DARK_PHONE)
    assert view.grab().toImage().pixelColor(187, 290).lightness() < 100
    view.show_scene(scene(Surface.CENTRE), LIGHT_PHONE)
    assert view.grab().toImage().pixelColor(187, 290).lightness() > 150
