from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui import preview_pictures
from hmpush_gui.ui.preview_pictures import PreviewPictures
from hmpush_gui.ui.theme import Tone

from .conftest import Heard


def drawn(size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor("#112233"))
    return image


@pytest.fixture
def pictures(qtbot: QtBot) -> PreviewPictures:
    widget = QWidget()
    qtbot.addWidget(widget)
    return PreviewPictures(
        widget,
        lambda scale: drawn(round(10 * scale)),
        lambda scale: drawn(round(40 * scale)),
        lambda: "preview-lock",
        lambda: "preview-phone-all",
    )


def action(pictures: PreviewPictures, name: str) -> QAction:
    found = pictures.menu.findChild(QAction, f"action.picture.{name}")
    assert isinstance(found, QAction)
    return found


@pytest.mark.parametrize(
    ("name", "side"), [("copy1", 10), ("copy2", 20), ("sheet.copy", 40)]
)
def test_a_picture_is_copied_in_its_size(
    pictures: PreviewPictures, heard: Heard, name: str, side: int
) -> None:
    told = heard(pictures.told)
    action(pictures, name).trigger()
    assert QApplication.clipboard().image().width() == side
    assert told == [(f"Copied the preview, {side} × {side} pixels.", Tone.GOOD)]


@pytest.mark.parametrize(
    ("name", "file", "side"),
    [
        ("save1", "preview-lock.png", 10),
        ("save2", "preview-lock@2x.png", 20),
        ("sheet1", "preview-phone-all.png", 40),
        ("sheet2", "preview-phone-all@2x.png", 80),
    ],
)
def test_a_picture_is_saved_where_the_user_says(
    pictures: PreviewPictures, heard: Heard, tmp_path: Path, name: str, file: str,
    side: int,
) -> None:  # fmt: skip
    told = heard(pictures.told)
    action(pictures, name).trigger()
    dialog = pictures._widget.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == file
    dialog.fileSelected.emit(str(tmp_path / file))
    dialog.reject()
    saved = QImage(str(tmp_path / file))
    assert (saved.width(), saved.pixelColor(1, 1).name()) == (side, "#112233")
    [(words, tone)] = told
    assert tone is Tone.GOOD
    assert file in str(words)


def test_saving_begins_among_pictures_and_goes_on_in_the_last_folder(
    pictures: PreviewPictures, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (first := tmp_path / "pictures").mkdir()
    monkeypatch.setattr(preview_pictures, "usual_folder", lambda: str(first))
    folders = []
    for _ in range(2):
        action(pictures, "save1").trigger()
        dialog = pictures._widget.findChild(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        folders.append(Path(dialog.directory().path()))
        dialog.fileSelected.emit(str(tmp_path / "one.png"))
        dialog.setParent(None)
        dialog.deleteLater()
    assert folders == [first, tmp_path]


def test_what_cannot_be_saved_says_why(
    pictures: PreviewPictures, heard: Heard, tmp_path: Path
) -> None:
    told = heard(pictures.told)
    pictures.save_to(drawn(5), str(tmp_path / "no" / "such" / "folder.png"))
    [(words, tone)] = told
    assert tone is Tone.BAD
    assert "was not saved" in str(words)


def test_giving_up_writes_nothing(
    pictures: PreviewPictures, heard: Heard, tmp_path: Path
) -> None:
    told = heard(pictures.told)
    action(pictures, "save1").trigger()
    dialog = pictures._widget.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.reject()
    assert not told
    assert not list(tmp_path.iterdir())
