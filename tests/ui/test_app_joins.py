from dataclasses import replace

from hmpush_gui.ui.app_face import AppFace
from hmpush_gui.ui.gallery_dialog import GalleryDialog
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.phone_delegate import PhoneDelegate

from . import samples


def on_phones(window: MainWindow) -> AppFace:
    delegate = window.phone.list.itemDelegate()
    assert isinstance(delegate, PhoneDelegate)
    return delegate.app


def test_the_phones_show_the_app_of_the_sandbox(window: MainWindow) -> None:
    assert window.choice.key == samples.TEST.key
    assert on_phones(window).name == samples.SANDBOX.name
    window.replace_project(replace(samples.SANDBOX, name="Garden"))
    assert on_phones(window).sign == "G"


def test_a_face_that_was_kept_is_known_with_the_preview(window: MainWindow) -> None:
    key = f"preview.app.{samples.SANDBOX.key}"
    window.remembered.apply_settings({key: '["Market", "M", "#d4353d"]'})
    assert on_phones(window).sign == samples.SANDBOX.name[0]
    window.panels.preview.complete()
    assert on_phones(window) == AppFace("Market", "M", "#d4353d")


def test_a_face_that_is_chosen_is_seen_everywhere_at_once(window: MainWindow) -> None:
    window.choice.choose(samples.SANDBOX.key)
    face = AppFace("Market", "市", "#d4353d")
    window.preview.phone.face_changed.emit(face)
    assert on_phones(window) == face
    assert window.filing.app() == face


def test_the_gallery_draws_the_app_of_the_project_in_force(window: MainWindow) -> None:
    window.preview.phone.face_changed.emit(AppFace("", "Q"))
    window.filing.choose_sample()
    gallery = window.findChild(GalleryDialog)
    assert isinstance(gallery, GalleryDialog)
    assert gallery._app.sign == "Q"
    assert gallery._app.name == samples.TEST.name
