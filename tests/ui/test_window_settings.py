import json

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.message import Draft
from hmpush_gui.ui.main_window import MainWindow

from . import samples
from .conftest import show


def test_settings_come_back(qtbot: QtBot, shown: MainWindow) -> None:
    # Qt fits a window into the screen, which is narrow here.
    shown.resize(shown.width(), 666)
    QApplication.sendPostedEvents()
    kept = dict(shown.remembered.settings())
    assert json.loads(json.dumps(kept)) == kept
    assert kept["project"] == samples.TEST.key
    other = MainWindow(Draft(samples.message()))
    qtbot.addWidget(other)
    other.load_projects([samples.SANDBOX, samples.TEST], [], kept["project"])
    other.remembered.apply_settings(kept)
    show(qtbot, other)
    assert other.height() == 666
    assert other.remembered.settings()["rows"] == kept["rows"]
    assert other.remembered.settings()["project"] == samples.TEST.key


@pytest.mark.parametrize(
    "settings", [{}, {"geometry": ""}, {"geometry": "?", "columns": "x", "rows": "0"}]
)
def test_settings_that_make_no_sense_are_left_out(
    window: MainWindow, settings: dict[str, str]
) -> None:
    before = window.remembered.settings()
    window.remembered.apply_settings(settings)
    assert window.remembered.settings() == before
