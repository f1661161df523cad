from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QDropEvent

from hmpush_gui.ui.main_window import MainWindow

from .conftest import Heard
from .test_file_drop import COPY, LEFT, NONE, drop, enter, files


def test_files_dropped_on_the_devices_are_lists(
    shown: MainWindow, heard: Heard
) -> None:
    wanted, messages = heard(shown.importing.file_wanted), heard(shown.drop.dropped)
    panel = shown.devices_panel
    for target in (panel, panel.entry.field.viewport()):
        assert enter(target, files("/a/list.csv"))
        assert drop(target, files("/a/list.csv", "/a/other.csv"))
    assert wanted == [("/a/list.csv", "")] * 2
    assert messages == []
    assert panel.entry.field.toPlainText() == ""


def test_json_over_the_devices_is_a_list_and_elsewhere_a_message(
    shown: MainWindow, heard: Heard
) -> None:
    messages, handle = heard(shown.drop.dropped), shown.windowHandle()
    panel, data = shown.devices_panel, files("/a/list.json")

    def over(place: QPoint) -> bool:
        event = QDropEvent(QPointF(place), COPY, data, LEFT, NONE)
        return shown.drop.eventFilter(handle, event)

    assert not over(panel.mapTo(shown, panel.rect().center()))
    assert messages == []
    composer = shown.composer
    assert over(composer.mapTo(shown, composer.rect().center()))
    assert messages == [(["/a/list.json"],)]


def test_a_text_is_still_the_field_s(shown: MainWindow) -> None:
    data = files()
    data.setText("abc")
    assert enter(shown.devices_panel.entry.field.viewport(), data)
