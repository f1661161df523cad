from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.ui.picture_bar import PictureBar
from hmpush_gui.ui.picture_source import PictureSource

from .pictures_made import encoded
from .test_picture_source import URL, alert, settled


@pytest.fixture
def source(qapp: object) -> PictureSource:
    source = PictureSource()
    source._timer.setInterval(0)
    return source


@pytest.fixture
def bar(qtbot: QtBot, source: PictureSource) -> PictureBar:
    bar = PictureBar(source)
    qtbot.addWidget(bar)
    return bar


def text(bar: PictureBar, name: str) -> str:
    label = bar.findChild(QLabel, f"preview.image.{name}")
    assert isinstance(label, QLabel)
    return "" if label.isHidden() else label.text()


def test_it_is_there_only_where_a_picture_can_be(
    bar: PictureBar, source: PictureSource
) -> None:
    assert bar.isHidden()
    assert not bar.try_one.isVisible()
    source.show_message(alert(None))
    assert bar.isHidden()
    assert bar.try_one.isVisible()
    source.show_message(alert(URL))
    assert not bar.isHidden()
    source.show_message(kind("v3-background").message())
    assert bar.isHidden()


def test_it_says_what_is_known_of_the_picture(
    qtbot: QtBot, bar: PictureBar, source: PictureSource
) -> None:
    source.show_message(alert(URL))
    assert text(bar, "state") == "Loading…"
    with qtbot.waitSignal(source.wanted):
        pass
    data = encoded(300, 200)
    source.picture_came(URL, data, None)
    settled(qtbot, source)
    assert text(bar, "state") == f"300×200 · {len(data)} B"
    assert text(bar, "hints").startswith("▲ Would not be shown: 300×200")
    assert "Not a square" not in text(bar, "hints")


def test_loading_can_be_switched_off_where_an_address_is(
    qtbot: QtBot, bar: PictureBar, source: PictureSource
) -> None:
    source.show_message(alert(None))
    assert bar.load.isHidden()
    source.show_message(alert(URL))
    assert not bar.load.isHidden()
    assert bar.load.isChecked()
    assert "which sees this request" in bar.load.toolTip()
    bar.load.click()
    assert not source.on
    assert text(bar, "state") == ""


def test_a_file_is_tried_and_put_away_again(
    qtbot: QtBot, bar: PictureBar, source: PictureSource, tmp_path: Path
) -> None:
    path = tmp_path / "<b>try.png"
    path.write_bytes(encoded(20, 20))
    source.show_message(alert(None))
    bar.try_one.trigger()
    dialog = bar.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    settled(qtbot, source)
    assert text(bar, "state").startswith("Only here, not in the message: <b>try.png ·")
    assert bar.load.isHidden()
    assert not bar.drop.isHidden()
    bar.drop.click()
    assert bar.drop.isHidden()
    assert bar.isHidden()
