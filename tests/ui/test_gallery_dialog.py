import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.gallery_dialog import GalleryDialog
from hmpush_gui.ui.main_window import MainWindow

from .conftest import Heard, press_key
from .test_sample_list import THREE

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def gallery(shown: MainWindow, qtbot: QtBot) -> GalleryDialog:
    press_key(shown, Qt.Key.Key_O, CTRL_SHIFT)
    gallery = shown.findChild(GalleryDialog)
    assert isinstance(gallery, GalleryDialog)
    return gallery


def button(gallery: GalleryDialog, name: str) -> QPushButton:
    found = gallery.findChild(QPushButton, f"gallery.{name}")
    assert isinstance(found, QPushButton)
    return found


def test_samples_are_asked_for_when_somebody_wants_to_see_them(
    window: MainWindow, heard: Heard
) -> None:
    wanted = heard(window.filing.samples_wanted)
    assert window.filing.samples.rowCount() == 0
    window.filing.choose_sample()
    window.filing.samples.load(THREE)
    window.filing.choose_sample()
    assert len(wanted) == 1
    assert len(window.findChildren(GalleryDialog)) == 1


def test_it_does_not_stop_the_window(gallery: GalleryDialog) -> None:
    assert gallery.isVisible()
    assert not gallery.isModal()
    assert not button(gallery, "use").isEnabled()


@pytest.mark.parametrize("by", ["button", "search", "list"])
def test_choosing_one_puts_it_into_the_composer_once(
    shown: MainWindow, gallery: GalleryDialog, by: str
) -> None:
    shown.filing.samples.load(THREE)
    before = shown.document.message
    press_key(gallery.finder.search, Qt.Key.Key_Down)
    if by == "button":
        button(gallery, "use").click()
    elif by == "search":
        press_key(gallery.finder.search, Qt.Key.Key_Return)
    else:
        press_key(gallery.finder.list, Qt.Key.Key_Return)
    assert not gallery.isVisible()
    assert shown.document.message == THREE[1].file.message
    assert shown.document.origin is None
    assert shown.document.undo_stack.count() == 1
    shown.composer.undo.trigger()
    assert shown.document.message == before


def test_the_view_follows_the_cursor(shown: MainWindow, gallery: GalleryDialog) -> None:
    shown.filing.samples.load(THREE)
    assert '"title": "Hello"' in gallery.view.text.toPlainText()
    gallery.finder.search.setText("refresh")
    assert "extraData" in gallery.view.text.toPlainText()
    gallery.finder.search.setText("nothing like it")
    assert gallery.view.isHidden()
    assert not button(gallery, "use").isEnabled()


def test_escape_closes_it_and_changes_nothing(
    shown: MainWindow, gallery: GalleryDialog
) -> None:
    shown.filing.samples.load(THREE)
    before = shown.document.message
    press_key(gallery.finder.search, Qt.Key.Key_Escape)
    assert not gallery.isVisible()
    assert shown.document.message == before
