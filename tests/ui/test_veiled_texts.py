"""Texts of widgets under the veil, and without it again."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hmpush_gui.exchange.veil import Veil
from hmpush_gui.ui.veiled_texts import veil_widget
from hmpush_gui.ui.veiling import put_on

NAME = "Zebra"


def veil_on() -> None:
    put_on(Veil(frozenset({NAME})))


@pytest.fixture(autouse=True)
def veil_taken_off() -> Iterator[None]:
    yield
    put_on(None)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (QLabel, "text"),
        (QPushButton, "text"),
        (QCheckBox, "text"),
        (QGroupBox, "title"),
        (QLineEdit, "placeholderText"),
        (QPlainTextEdit, "placeholderText"),
        (QWidget, "toolTip"),
        (QWidget, "windowTitle"),
        (QWidget, "accessibleName"),
        (QWidget, "accessibleDescription"),
    ],
)
def test_each_text_is_hidden_and_comes_back(
    qtbot: QtBot, kind: type[QWidget], name: str
) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    widget.setProperty(name, f"with {NAME}")
    veil_on()
    veil_widget(widget)
    assert str(widget.property(name)).startswith("with project ··")
    veil_widget(widget)
    put_on(None)
    veil_widget(widget)
    assert widget.property(name) == f"with {NAME}"


def test_a_text_that_is_written_meanwhile_stays(qtbot: QtBot) -> None:
    label = QLabel(NAME)
    qtbot.addWidget(label)
    veil_on()
    veil_widget(label)
    label.setText("something else")
    veil_widget(label)
    put_on(None)
    veil_widget(label)
    assert label.text() == "something else"


def test_actions_of_a_menu_are_hidden_too(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    action = QAction(f"Open {NAME}", widget)
    widget.addAction(action)
    veil_on()
    veil_widget(widget)
    assert NAME not in action.text() + action.toolTip()
    put_on(None)
    veil_widget(widget)
    assert action.text() == f"Open {NAME}"


def test_entries_of_a_choice_are_hidden_and_their_values_stay(qtbot: QtBot) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItem("All", "")
    box.addItem(NAME, "key")
    veil_on()
    veil_widget(box)
    assert box.itemText(1).startswith("project ··")
    assert box.findData("key") == 1
    put_on(None)
    veil_widget(box)
    assert box.itemText(1) == NAME
