"""A test run sheet: empty, under way, marked."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hmpush_gui.desk import Desk
from hmpush_gui.ui.sheet_dialog import SheetDialog
from tests.programs import idle, until

from .album import Album

TITLE = ("payload", "notification", "title")


async def take(album: Album, desk: Desk) -> None:
    window = desk.window
    window.sheet_wanted.emit()
    dialog = window.findChild(SheetDialog)
    assert isinstance(dialog, SheetDialog)
    await album.take(dialog, "91-sheet-empty")
    sheets = dialog._sheets
    for title in (
        "包裹已发出",
        "Promotion with a picture and a rather long title",
        "C",
    ):
        window.document.set_value(TITLE, title)
        sheets.add_written()
    sheets.add_chosen()
    sheet = sheets.current
    assert sheet is not None
    sheets.edit(lambda one: replace(one, name="回归 7.2"), "name")
    await album.take(dialog, "91-sheet-ready")
    dialog.table.setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await album.take(dialog, "91-sheet-asked")
    if dialog.confirm.isVisible():
        dialog.confirm._go.click()
    await until(lambda: idle(desk))
    dialog.table.setFocus()
    for key in (Qt.Key.Key_P, Qt.Key.Key_F, Qt.Key.Key_S):
        QTest.keyClick(dialog.table, key)
    await album.take(dialog, "91-sheet-marked")
