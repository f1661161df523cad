from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.kinds import Kind, kind, kinds
from hmpush_gui.pushkit.message import Message
from hmpush_gui.ui import theme
from hmpush_gui.ui.app_face import AppFace
from hmpush_gui.ui.phone_look import DARK_PHONE, LIGHT_PHONE
from hmpush_gui.ui.preview_choices import Choices, Mode
from hmpush_gui.ui.preview_scene import Surface
from hmpush_gui.ui.preview_state import PreviewState
from hmpush_gui.ui.schematics import schematic_for

from . import samples
from .scenes import WATCH


@pytest.fixture
def state(qapp: object) -> PreviewState:
    state = PreviewState()
    state.message = samples.message()
    state.project = ("shop", "Shop")
    return state


def test_a_scene_is_what_message_and_choices_say(state: PreviewState) -> None:
    state.choices = Choices(Surface.LOCK, canvas=WATCH, time="9:41")
    scene = state.scene()
    assert scene.surface is Surface.LOCK
    assert scene.content.title == "Hello"
    assert scene.content.time == "9:41"
    assert scene.arrival.rings  # MARKETING rings on a wearable
    assert scene.app.name == "Shop"
    assert scene.date
    assert state.scene(Surface.BANNER).surface is Surface.BANNER


@pytest.mark.parametrize(
    ("mode", "light", "dark"),
    [
        (Mode.FOLLOW, LIGHT_PHONE, DARK_PHONE),
        (Mode.LIGHT, LIGHT_PHONE, LIGHT_PHONE),
        (Mode.DARK, DARK_PHONE, DARK_PHONE),
    ],
)
def test_the_phone_has_a_mode_of_its_own(
    state: PreviewState, qapp: QApplication, mode: Mode, light: object, dark: object
) -> None:
    state.choices = Choices(mode=mode)
    assert state.look is light
    theme.apply(qapp, theme.Scheme.DARK)
    assert state.look is dark


def test_each_project_has_its_app(state: PreviewState) -> None:
    state.faces["shop"] = AppFace("Market", "M", "#d4353d")
    assert state.face.name == "Market"
    state.project = ("live", "Live")
    assert state.face == AppFace("Live")
    state.faces["live"] = AppFace("", "L")
    assert state.face == AppFace("Live", "L")


def test_settings_come_back(state: PreviewState) -> None:
    state.choices = Choices(Surface.BADGE, mode=Mode.DARK, badge=4)
    state.faces["shop"] = AppFace("Market")
    other = PreviewState()
    other.apply_settings(state.settings())
    assert (other.choices, other.faces) == (state.choices, state.faces)


def test_every_place_is_on_the_sheet(state: PreviewState) -> None:
    assert [shot.scene.surface for shot in state.shots()] == list(Surface)
    assert len({shot.title for shot in state.shots()}) == 4
    assert state.shot().title == "Notification centre · Alone"


def test_what_others_draw_has_one_place(state: PreviewState) -> None:
    state.choices = Choices(Surface.BADGE)
    state.message = kind("v1-apns").message()
    assert state.scene().surface is Surface.CENTRE
    assert len(state.shots()) == 1


def test_a_badge_alone_shows_no_card(state: PreviewState) -> None:
    message = kind("v3-alert").message()
    document = write(
        message.document, ("payload", "notification"), {"badge": {"setNum": 3}}
    )
    state.message = Message(message.api, message.push_type, document)
    state.choices = replace(state.choices, surface=Surface.BADGE)
    scene = state.scene()
    assert not scene.shows_card
    assert scene.badge == "3"


def test_a_file_is_named_by_what_is_on_it(state: PreviewState) -> None:
    state.choices = Choices(Surface.LOCK, mode=Mode.DARK)
    assert state.file_name() == "preview-lock-phone-dark"
    assert state.sheet_name() == "preview-phone-all"


@pytest.mark.parametrize("of", kinds(), ids=lambda of: of.key)
def test_it_knows_which_kinds_have_a_schematic(state: PreviewState, of: Kind) -> None:
    state.message = of.message()
    assert state.has_schematic is (schematic_for(of) is not None)


def test_a_picture_that_a_phone_leaves_out_takes_no_room(state: PreviewState) -> None:
    message = kind("v3-alert").message()
    path = ("payload", "notification", "image")
    document = write(message.document, path, "https://x.example/y.png")
    state.message = Message(message.api, message.push_type, document)
    assert state.scene().content.has_image
    state.hides_picture = True
    assert not state.scene().content.has_image


@pytest.mark.parametrize("key", ["v1-apns", "v1-webpush"])
def test_the_table_of_what_harmonyos_shows_is_not_that_of_other_systems(
    state: PreviewState, key: str
) -> None:
    assert state.scene().canvas.by_table
    state.message = kind(key).message()
    assert not state.scene().canvas.by_table
