import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.preview_choices import Choices
from hmpush_gui.ui.preview_controls import PreviewControls
from hmpush_gui.ui.preview_scene import CANVASES, VARIANTS, Surface, Variant

from .conftest import Heard, focused, press_key, show
from .scenes import WATCH


@pytest.fixture
def controls(qtbot: QtBot) -> PreviewControls:
    controls = PreviewControls(Choices())
    qtbot.addWidget(controls)
    return controls


@pytest.mark.parametrize("surface", Surface)
def test_a_press_chooses_a_place(
    controls: PreviewControls, heard: Heard, surface: Surface
) -> None:
    changes = heard(controls.changed)
    controls.surfaces[surface].click()
    assert controls.choices.surface is surface
    assert len(changes) == (0 if surface is Surface.CENTRE else 1)
    offered = [controls.variant.itemData(n) for n in range(controls.variant.count())]
    assert offered == list(VARIANTS[surface])
    assert controls.before.isHidden() is (surface is not Surface.BADGE)
    assert controls.variant.isHidden() is (surface is Surface.BADGE)


def test_the_state_of_a_place_is_remembered(controls: PreviewControls) -> None:
    controls.variant.setCurrentIndex(1)
    controls.variant.activated.emit(1)
    controls.surfaces[Surface.LOCK].click()
    assert controls.variant.currentData() == Variant.LIST
    controls.surfaces[Surface.CENTRE].click()
    assert controls.variant.currentData() == Variant.CLOSED


def test_device_and_badge_are_chosen(controls: PreviewControls, heard: Heard) -> None:
    changes = heard(controls.changed)
    controls.canvas.activated.emit(CANVASES.index(WATCH))
    controls.before.setValue(12)
    assert controls.choices == Choices(canvas=WATCH, badge=12)
    assert [choices for (choices,) in changes][-1] == controls.choices


def test_arrow_keys_walk_the_places(controls: PreviewControls, qtbot: QtBot) -> None:
    show(qtbot, controls)
    controls.surfaces[Surface.CENTRE].setFocus()
    press_key(focused(), Qt.Key.Key_Right)
    press_key(focused(), Qt.Key.Key_Space)
    assert controls.choices.surface is Surface.LOCK


def test_showing_choices_says_nothing(controls: PreviewControls, heard: Heard) -> None:
    changes = heard(controls.changed)
    controls.show_choices(
        Choices(Surface.BADGE, {}, WATCH, badge=3).with_variant(Variant.ICON)
    )
    assert controls.surfaces[Surface.BADGE].isChecked()
    assert controls.before.value() == 3
    assert controls.canvas.currentIndex() == CANVASES.index(WATCH)
    assert not changes
