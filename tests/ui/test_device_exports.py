from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.exchange.device_export import DeviceForm
from hmpush_gui.pushkit.roll import Roll
from hmpush_gui.ui.device_exports import DeviceExports
from hmpush_gui.ui.theme import Tone

from .conftest import Heard


@pytest.fixture
def exports(qtbot: QtBot) -> DeviceExports:
    window = QWidget()
    qtbot.addWidget(window)
    return DeviceExports(window)


def test_the_user_says_where_and_the_text_is_made_later(
    exports: DeviceExports, heard: Heard, tmp_path: Path
) -> None:
    roll = Roll("p")
    roll.add(roll.compare(["a", "b"]))
    wanted = heard(exports.write_wanted)
    exports.export(roll.devices(), DeviceForm.TEXT)
    dialog = exports._window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert "push tokens" in dialog.windowTitle()
    dialog.fileSelected.emit(str(tmp_path / "devices.txt"))
    dialog.reject()
    ((path, content),) = wanted
    assert path == str(tmp_path / "devices.txt")
    assert callable(content)
    assert content() == "a\nb\n"


def test_what_was_written_is_told_with_what_it_holds(
    exports: DeviceExports, heard: Heard
) -> None:
    told = heard(exports.told)
    exports.saved("/folder/devices.csv")
    ((words, tone),) = told
    assert str(words).startswith("devices.csv is written. It holds push tokens")
    assert tone is Tone.GOOD
