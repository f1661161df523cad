import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.app_face import ICON_COLOURS, AppFace
from hmpush_gui.ui.phone_settings import PhoneSettings
from hmpush_gui.ui.preview_choices import Mode

from .conftest import Heard


@pytest.fixture
def settings(qtbot: QtBot) -> PhoneSettings:
    settings = PhoneSettings()
    qtbot.addWidget(settings)
    return settings


def test_a_face_is_shown_as_it_is_and_nothing_is_said(
    settings: PhoneSettings, heard: Heard
) -> None:
    changes = heard(settings.face_changed)
    face = AppFace("Shop", "商", ICON_COLOURS[3])
    settings.show_face(face, "Project")
    assert settings.face == face
    assert not changes


@pytest.mark.parametrize(
    ("face", "known_as", "sign"),
    [
        (AppFace(), "Project", "P"),
        (AppFace("shop"), "Project", "S"),
        (AppFace(), "", "A"),
    ],
)
def test_the_letter_that_comes_by_itself_is_hinted(
    settings: PhoneSettings, face: AppFace, known_as: str, sign: str
) -> None:
    settings.show_face(face, known_as)
    assert settings.letter.placeholderText() == sign


def test_what_is_written_is_told(
    settings: PhoneSettings, heard: Heard, qtbot: QtBot
) -> None:
    faces, times = heard(settings.face_changed), heard(settings.time_changed)
    modes = heard(settings.mode_changed)
    QTest.keyClicks(settings.name, "Ab")
    settings.colour.setCurrentIndex(2)
    settings.colour.activated.emit(2)
    QTest.keyClicks(settings.time, "9")
    settings.mode.activated.emit(2)
    assert faces[1] == (AppFace("Ab"),)
    assert faces[-1] == (AppFace("Ab", "", ICON_COLOURS[2]),)
    assert settings.letter.placeholderText() == "A"
    assert times == [("9",)]
    assert modes == [(Mode.DARK,)]


def test_mode_and_time_are_shown(settings: PhoneSettings) -> None:
    settings.show_mode(Mode.LIGHT)
    settings.show_now("12:00")
    assert settings.mode.currentData() == Mode.LIGHT
    assert settings.time.placeholderText() == "12:00"
    settings.show_face(AppFace(colour="#123456"), "")
    assert settings.face.colour == ICON_COLOURS[0]
