from dataclasses import fields
from string import Template

import pytest
from PySide6.QtWidgets import QApplication

from hmpush_gui.ui import theme
from hmpush_gui.ui.style import STYLE


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK])
def test_every_place_in_the_style_is_filled(colours: theme.Colours) -> None:
    filled = STYLE.substitute(theme._style_values(colours))
    assert "$" not in filled
    assert filled.count("{") == filled.count("}")


def test_no_colour_is_named_outside_the_theme() -> None:
    assert isinstance(STYLE, Template)
    assert "#" not in STYLE.template.replace("QFrame#card", "").replace(
        "QFrame#strip", ""
    )


def test_qt_reads_the_whole_style(qapp: QApplication) -> None:
    # A sheet Qt cannot read makes it warn, and a warning fails the test.
    for scheme in theme.Scheme:
        theme.apply(qapp, scheme)
    assert fields(theme.Colours)
