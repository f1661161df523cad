import subprocess
import sys

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.kinds import kind, kinds
from hmpush_gui.pushkit.message import Message
from hmpush_gui.ui import theme
from hmpush_gui.ui.app_face import AppFace
from hmpush_gui.ui.phone_look import DARK_PHONE, LIGHT_PHONE
from hmpush_gui.ui.preview_panel import PreviewPanel
from hmpush_gui.ui.preview_scene import Surface
from tests.cases import for_each
from tests.live_views import live_view

from . import samples
from .conftest import Heard
from .pictures_made import encoded


def alert(**fields: object) -> Message:
    message = samples.message()
    document = message.document
    for name, value in fields.items():
        document = write(document, ("payload", "notification", name), value)
    return Message(message.api, message.push_type, document)


@pytest.fixture
def panel(qtbot: QtBot) -> PreviewPanel:
    panel = PreviewPanel()
    qtbot.addWidget(panel)
    panel.show_project("shop", "Shop")
    panel.show_message(samples.message())
    return panel


def has_schematic(panel: PreviewPanel) -> bool:
    return panel.schematic is not None and not panel.schematic.isHidden()


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (alert(), "Sound: silent"),
        (alert(category="EXPRESS"), "the right for EXPRESS"),
        (alert(title="x" * 200), "Title cut after “…xxxxxxxxxx”"),
        (alert(body="word " * 200), "Text cut after"),
        (samples.legacy(), "Huawei’s own classification"),
    ],
)
def test_a_notification_is_drawn_and_its_behaviour_told(
    panel: PreviewPanel, message: Message, text: str
) -> None:
    panel.show_message(message)
    assert not panel.view.isHidden()
    assert not panel.note.isHidden()
    assert panel.note.text() == "Approximate. Devices differ."
    assert text in panel.lines.text()


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (samples.background(), "keeps only the newest message"),
        (
            Message(samples.legacy().api, "", {"message": {"data": "{}"}}),
            "On the screen: Nothing.",
        ),
        (kind("v3-call").message(), "VoIP extension"),
    ],
)
def test_a_message_that_shows_nothing_says_what_it_does(
    panel: PreviewPanel, message: Message, text: str
) -> None:
    panel.show_message(message)
    assert panel.view.isHidden()
    assert panel.controls.isHidden()
    assert has_schematic(panel)
    assert not panel.note.isHidden()
    heading = panel.findChild(QLabel, "preview.heading")
    assert isinstance(heading, QLabel)
    assert not heading.isHidden()
    assert text in panel.lines.text()
    panel.show_message(samples.message())
    assert not panel.view.isHidden()
    assert heading.isHidden()
    assert not has_schematic(panel)


def test_speech_shows_its_card_and_what_the_app_does(panel: PreviewPanel) -> None:
    panel.show_message(kind("v3-speech").message())
    assert not panel.view.isHidden()
    assert has_schematic(panel)


def test_a_live_view_that_is_cut_is_warned_of(panel: PreviewPanel) -> None:
    panel.show_message(live_view({"contentTitle": "x" * 99}))
    assert "Creates the live view 501" in panel.lines.text()
    assert "\nThe card title is cut" in panel.lines.text()


@for_each("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
@for_each("key", [each.key for each in kinds()])
@for_each("size", [(260, 400), (390, 460), (1400, 2000)])
def test_every_kind_is_shown_at_every_size(
    qapp: QApplication,
    panel: PreviewPanel,
    key: str,
    scheme: theme.Scheme,
    size: tuple[int, int],
) -> None:
    theme.apply(qapp, scheme)
    panel.show_message(kind(key).message())
    panel.more.setChecked(True)
    panel.resize(*size)
    panel.show()
    assert panel.width() == size[0]
    assert not panel.grab().isNull()
    assert panel.lines.text()


def test_another_place_is_shown_and_remembered(
    panel: PreviewPanel, heard: Heard
) -> None:
    changes = heard(panel.settings_changed)
    panel.controls.surfaces[Surface.LOCK].click()
    assert panel.view.scene.surface is Surface.LOCK
    assert len(changes) == 1
    again = PreviewPanel()
    again.apply_settings(panel.settings())
    assert again.view.scene.surface is Surface.LOCK
    assert again.controls.surfaces[Surface.LOCK].isChecked()
    again.deleteLater()


def test_the_phone_follows_the_window_until_it_is_told_otherwise(
    qapp: QApplication, panel: PreviewPanel
) -> None:
    assert panel.view.look is LIGHT_PHONE
    theme.apply(qapp, theme.Scheme.DARK)
    panel.show_message(samples.message())
    assert panel.view.look is DARK_PHONE
    panel.phone.mode.activated.emit(1)
    assert panel.view.look is LIGHT_PHONE
    panel.controls.surfaces[Surface.LOCK].click()
    assert panel.view.look is LIGHT_PHONE


def test_the_app_of_a_project_is_written_and_kept(
    panel: PreviewPanel, qtbot: QtBot
) -> None:
    assert panel.view.scene.app == AppFace("Shop")
    QTest.keyClicks(panel.phone.name, "Market")
    panel.phone.letter.insert("商")
    panel.phone.letter.textEdited.emit("商")
    assert panel.view.scene.app == AppFace("Market", "商")
    panel.show_project("live", "Live")
    assert panel.view.scene.app == AppFace("Live")
    assert panel.phone.name.text() == ""
    panel.show_project("shop", "Shop")
    assert panel.view.scene.app == AppFace("Market", "商")
    assert panel.phone.name.text() == "Market"


def test_the_time_is_written_and_survives_another_choice(
    panel: PreviewPanel, qtbot: QtBot
) -> None:
    QTest.keyClicks(panel.phone.time, "9:41")
    assert panel.view.scene.content.time == "9:41"
    panel.controls.surfaces[Surface.BANNER].click()
    assert panel.view.scene.content.time == "9:41"


def test_the_settings_of_the_phone_open_and_close(panel: PreviewPanel) -> None:
    assert panel.phone.isHidden()
    panel.more.click()
    assert not panel.phone.isHidden()
    panel.show_message(samples.background())
    assert not panel.phone.isHidden()
    panel.phone.mode.activated.emit(2)
    assert panel.schematic is not None
    assert panel.schematic.look is DARK_PHONE
    panel.more.click()
    assert panel.phone.isHidden()


def test_the_picture_that_is_copied_is_the_one_in_view(
    qapp: QApplication, panel: PreviewPanel, heard: Heard
) -> None:
    told = heard(panel.told)
    [copy, *_] = panel.pictures.menu.actions()
    copy.trigger()
    assert QApplication.clipboard().image().width() == 374 + 48
    assert len(told) == 1
    panel.controls.canvas.activated.emit(1)
    copy.trigger()
    assert QApplication.clipboard().image().width() == 440 + 48


def test_the_picture_of_the_message_is_on_the_card(
    panel: PreviewPanel, qtbot: QtBot
) -> None:
    panel.source._timer.setInterval(0)
    panel.show_message(alert(image="https://x.example/y.png"))
    assert panel.view.scene.content.has_image
    for size, shown in ((64, True), (500, False)):
        panel.source.set_on(False)
        panel.source.set_on(True)
        with qtbot.waitSignal(panel.source.wanted) as asked:
            pass
        panel.source.picture_came(asked.args[0], encoded(size, size), None)
        qtbot.waitUntil(lambda: not panel.source.waiting)
        content = panel.view.scene.content
        assert (content.picture is not None) is shown
        assert content.has_image is shown


def test_whether_pictures_are_loaded_is_remembered(
    panel: PreviewPanel, heard: Heard
) -> None:
    panel.show_message(alert(image="https://x.example/y.png"))
    changes = heard(panel.settings_changed)
    panel.picture_bar.load.click()
    assert len(changes) == 1
    again = PreviewPanel()
    again.apply_settings(panel.settings())
    assert not again.source.on
    again.deleteLater()


def test_a_notification_needs_no_schematic(panel: PreviewPanel) -> None:
    assert panel.schematic is None


def test_what_only_schematics_need_is_not_imported_at_the_start() -> None:
    late = ("schematics", "drawing_painter", "live_view", "picture_decoding")
    code = f"""if True:
        import sys
        import hmpush_gui.ui.main_window
        found = [each for each in sys.modules if each.endswith({late!r})]
        assert not found, found
    """
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
