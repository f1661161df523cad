import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.secret_place import Place, SecretPlace


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


def make(page: QWidget, *, kept: bool, memory_only: bool = False) -> SecretPlace:
    return SecretPlace(Place("Kept in: a keyring.", kept), memory_only, page)


def test_the_keyring_is_named_until_memory_only_is_wanted(page: QWidget) -> None:
    place = make(page, kept=True)
    assert place.words.text() == "Kept in: a keyring."
    place.only.click()
    assert "gone when the program ends" in place.words.text()


def test_what_was_wanted_before_is_still_wanted(page: QWidget) -> None:
    place = make(page, kept=True, memory_only=True)
    assert place.only.isChecked()
    assert "gone when the program ends" in place.words.text()


def test_without_a_keyring_there_is_no_choice_and_the_reason_stays(
    page: QWidget,
) -> None:
    place = make(page, kept=False, memory_only=True)
    assert place.only.isHidden()
    assert place.words.text() == "Kept in: a keyring."
