import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.problem import DEVICES, PROJECT, blocking, hint
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.device_list import DeviceListModel
from hmpush_gui.ui.devices_panel import DevicesPanel
from hmpush_gui.ui.notice_bar import Offer

from . import samples
from .conftest import Heard, press_key, show


@pytest.fixture
def model(qapp: object) -> DeviceListModel:
    assert qapp
    model = DeviceListModel()
    model.show_project(samples.TEST.key)
    return model


@pytest.fixture
def panel(qtbot: QtBot, model: DeviceListModel) -> DevicesPanel:
    panel = DevicesPanel(model)
    model.setParent(panel)
    qtbot.addWidget(panel)
    return panel


def click(panel: DevicesPanel, name: str) -> None:
    button = panel.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def said(panel: DevicesPanel) -> str:
    label = panel.findChild(QLabel, "devices.said")
    assert isinstance(label, QLabel)
    return "" if label.isHidden() else label.text()


def paste(panel: DevicesPanel, text: str) -> None:
    panel.paste.setPlainText(text)
    click(panel, "devices.add")


def tokens(model: DeviceListModel) -> list[str]:
    return [device.token for device in model.shown()]


def select(panel: DevicesPanel, *rows: int) -> None:
    flag = QItemSelectionModel.SelectionFlag
    for row in rows:
        index = panel.table.model().index(row, 0)
        panel.table.selectionModel().select(index, flag.Select | flag.Rows)


@pytest.mark.parametrize(
    ("text", "added", "words"),
    [
        ("a1", ["a1"], "Added: 1."),
        ("a1\nb2, c3;d4", ["a1", "b2", "c3", "d4"], "Added: 4."),
        (
            "  a1 \n\n'b2'",
            ["a1", "b2"],
            "Added: 2. Cleaned of blanks, line breaks or quotes: 2.",
        ),
        ("a1\na1\nb2", ["a1", "b2"], "Added: 2. Already here: 1."),
        (
            '"to\nken"\ntoken',
            ["token"],
            "Added: 1. Already here: 1.",
        ),
        ("", [], "There is no token in this text. Paste one token a line."),
        (" \n,;", [], "There is no token in this text. Paste one token a line."),
    ],
)
def test_pasting_says_what_was_done(
    panel: DevicesPanel,
    model: DeviceListModel,
    text: str,
    added: list[str],
    words: str,
) -> None:
    paste(panel, text)
    assert tokens(model) == added
    assert said(panel).startswith(words)


def test_the_field_is_emptied_only_when_something_was_added(
    panel: DevicesPanel,
) -> None:
    paste(panel, "a1")
    assert panel.paste.toPlainText() == ""
    paste(panel, "a1")
    assert panel.paste.toPlainText() == "a1"
    assert said(panel) == "Added: 0. Already here: 1."


def test_an_empty_list_teaches_the_next_step(
    panel: DevicesPanel, model: DeviceListModel
) -> None:
    empty = panel._empty
    assert not empty.isHidden()
    model.add(["a1"])
    assert empty.isHidden()
    model.remove([0])
    assert not empty.isHidden()


def test_removing_tells_and_can_be_undone(
    panel: DevicesPanel, model: DeviceListModel, heard: Heard
) -> None:
    model.add(["a1", "b2", "c3"])
    removed = heard(panel.removed)
    select(panel, 0, 2)
    click(panel, "devices.remove")
    assert tokens(model) == ["b2"]
    words, undo = removed[0]
    assert words == "Devices removed: 2."
    assert isinstance(undo, Offer)
    undo.act()
    assert tokens(model) == ["a1", "b2", "c3"]


def test_removing_nothing_says_nothing(
    panel: DevicesPanel, model: DeviceListModel, heard: Heard
) -> None:
    model.add(["a1"])
    removed = heard(panel.removed)
    click(panel, "devices.remove")
    assert tokens(model) == ["a1"]
    assert not removed


def test_the_delete_key_removes_the_selected_rows(
    panel: DevicesPanel, model: DeviceListModel, qtbot: QtBot
) -> None:
    model.add(["a1", "b2"])
    show(qtbot, panel)
    panel.table.setFocus()
    select(panel, 1)
    press_key(panel.table, Qt.Key.Key_Delete)
    assert tokens(model) == ["a1"]


@pytest.mark.parametrize(("name", "count"), [("devices.none", 0), ("devices.all", 2)])
def test_all_and_none_choose(
    panel: DevicesPanel, model: DeviceListModel, name: str, count: int
) -> None:
    model.add(["a1", "b2"])
    click(panel, name)
    assert len(model.chosen()) == count


def test_many_tokens_are_taken_at_once(
    panel: DevicesPanel, model: DeviceListModel, heard: Heard
) -> None:
    edited = heard(model.edited)
    paste(panel, "\n".join(f"token-{number}" for number in range(5000)))
    assert model.rowCount() == 5000
    assert len(edited) == 1


def test_what_is_worth_knowing_of_the_devices_stands_under_them(
    panel: DevicesPanel,
) -> None:
    hints = panel.findChild(QLabel, "devices.hints")
    assert isinstance(hints, QLabel)
    words = [Sentence("test", text) for text in ("Split", "<b>Old", "Choose", "Host")]
    problems = [
        hint("split", DEVICES, words[0], ""),
        hint("generation", DEVICES, words[1], ""),
        blocking("devices", DEVICES, words[2], ""),
        hint("region", PROJECT, words[3], ""),
    ]

    panel.show_problems(problems)
    assert (hints.isHidden(), hints.text()) == (False, "Split\n<b>Old")
    assert hints.textFormat() is Qt.TextFormat.PlainText
    panel.show_problems(problems[2:])
    assert hints.isHidden()
