import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.fields import fields
from hmpush_gui.pushkit.kinds import kinds
from hmpush_gui.ui.colour_editor import ColourEditor

from .conftest import Heard, press_key
from .samples import field

ARGB = field(type="string", x_colour="argb")
RGB = field(type="string", x_colour="rgb", default="#0A6CFF")


def make(qtbot: QtBot, which: object = ARGB) -> ColourEditor:
    editor = ColourEditor(which)  # type: ignore[arg-type]
    qtbot.addWidget(editor)
    return editor


def middle(editor: ColourEditor) -> QColor:
    """What the swatch shows."""
    return editor.swatch.icon().pixmap(16, 16).toImage().pixelColor(8, 8)


@pytest.mark.parametrize(
    ("value", "colour"),
    [
        ("#FF317AF7", QColor(0x31, 0x7A, 0xF7)),
        ("#102030", QColor(0x10, 0x20, 0x30)),
    ],
)
def test_the_swatch_shows_the_colour(qtbot: QtBot, value: str, colour: QColor) -> None:
    editor = make(qtbot)
    editor.show_value(value)
    assert middle(editor).rgb() == colour.rgb()
    assert editor.text() == value


def test_what_is_no_colour_has_an_empty_swatch(qtbot: QtBot) -> None:
    editor = make(qtbot)
    for value in ("blue", "#12", None, 5):
        editor.show_value(value)
        assert not editor.swatch.icon().isNull()
        corner = editor.swatch.icon().pixmap(16, 16).toImage().pixelColor(4, 4)
        assert corner.alpha() == 0


def test_the_default_shows_until_a_colour_is_set(qtbot: QtBot) -> None:
    editor = make(qtbot, RGB)
    assert middle(editor).rgb() == QColor("#0A6CFF").rgb()


@pytest.mark.parametrize(("which", "written"), [(ARGB, "#80102030"), (RGB, "#102030")])
def test_a_colour_is_chosen_from_the_palette(
    qtbot: QtBot, heard: Heard, which: object, written: str
) -> None:
    editor = make(qtbot, which)
    editor.show()
    edited = heard(editor.value_edited)
    press_key(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    dialog = editor.findChild(QColorDialog, "colour.dialog")
    assert isinstance(dialog, QColorDialog)
    dialog.setCurrentColor(QColor(0x10, 0x20, 0x30, 0x80))
    dialog.accept()
    assert edited == [(written,)]


def test_what_the_schemas_call_a_colour_is_typed_as_one() -> None:
    colours = {
        each.path[-1]
        for kind in kinds()
        for tab in ("content", "action", "delivery")
        for each in fields(kind, tab)
        if "x-colour" in each.schema
    }
    assert {"color", "bgColor", "underlineColor"} <= colours
