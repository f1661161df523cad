import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from hmpush_gui.exchange.device_export import DeviceForm
from hmpush_gui.pushkit.outcome import Outcome, Verdict
from hmpush_gui.pushkit.picked import Picked
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


def tokens(model: DeviceListModel) -> list[str]:
    return [device.token for device in model.shown()]


def select(panel: DevicesPanel, *rows: int) -> None:
    flag = QItemSelectionModel.SelectionFlag
    for row in rows:
        index = panel.table.model().index(row, 0)
        panel.table.selectionModel().select(index, flag.Select | flag.Rows)


def test_an_empty_list_teaches_the_next_step(
    panel: DevicesPanel, model: DeviceListModel
) -> None:
    empty = panel._empty
    assert not empty.isHidden()
    model.add(["a1"])
    assert empty.isHidden()
    model.remove([0])
    assert not empty.isHidden()


def test_a_book_that_is_being_read_takes_nothing_yet(
    panel: DevicesPanel, model: DeviceListModel
) -> None:
    model.loading = True
    model.counts_changed.emit()
    assert panel._empty.text() == "Reading the device book…"
    panel.entry.field.setPlainText("a1")
    click(panel, "devices.add")
    assert panel.entry.field.toPlainText() == "a1"
    model.take({})
    assert "Paste push tokens above" in panel._empty.text()
    click(panel, "devices.add")
    assert tokens(model) == ["a1"]


def test_the_count_tells_of_those_out_of_view_too(
    panel: DevicesPanel, model: DeviceListModel
) -> None:
    model.add(["a1", "b2", "c3"])
    model.choose([0], False)
    assert count(panel) == "Chosen: 2 of 3"
    panel.finder.search.setText("a1")
    assert count(panel) == "Chosen: 2 of 3 · listed: 1"
    panel.finder.search.setText("nobody")
    assert panel.table.isHidden()
    assert panel._empty.text() == "No device here matches."
    click(panel, "devices.everything")
    assert not panel.table.isHidden()
    assert count(panel) == "Chosen: 2 of 3"


def count(panel: DevicesPanel) -> str:
    return panel._count.text()


def test_choosing_these_leaves_the_others_and_can_be_undone(
    panel: DevicesPanel, model: DeviceListModel, heard: Heard
) -> None:
    model.add(["a1", "a2", "b3", "b4"])
    model.choose([0, 1, 2], False)
    done = heard(panel.done)
    panel.finder.search.setText("a")
    click(panel, "devices.all")
    assert chosen(model) == ["a1", "a2", "b4"]
    panel.menu.untick_wanted.emit()
    assert chosen(model) == ["b4"]
    click(panel, "devices.none")
    assert chosen(model) == []
    for _, undo in reversed(done):
        assert isinstance(undo, Offer)
        undo.act()
    assert chosen(model) == ["b4"]


def chosen(model: DeviceListModel) -> list[str]:
    return [device.token for device in model.chosen()]


def test_the_dead_are_unticked_on_the_users_word_and_back(
    panel: DevicesPanel, model: DeviceListModel, heard: Heard
) -> None:
    model.add(["a1", "b2", "c3"])
    button = panel.findChild(QPushButton, "devices.untick_dead")
    assert isinstance(button, QPushButton)
    assert button.isHidden()
    bad = [Outcome(token, Verdict.REJECTED) for token in ("a1", "c3")]
    model.settle(samples.TEST.key, bad, {"a1": "80300007", "c3": "80300007"}, 1.0)
    assert (button.isHidden(), button.text()) == (False, "Untick the dead (2)")
    done = heard(panel.done)
    button.click()
    assert chosen(model) == ["b2"]
    assert button.isHidden()
    assert tokens(model) == ["a1", "b2", "c3"]
    words, undo = done[0]
    assert words == "Dead devices that are no longer chosen: 2."
    assert isinstance(undo, Offer)
    undo.act()
    assert chosen(model) == ["a1", "b2", "c3"]


def test_details_follow_the_selection_and_write_what_is_typed(
    panel: DevicesPanel, model: DeviceListModel, qtbot: QtBot
) -> None:
    model.add(["a1", "b2"])
    show(qtbot, panel)
    panel.table.setFocus()
    select(panel, 0)
    press_key(panel.table, Qt.Key.Key_Return)
    editor = panel.editor
    assert editor.label.text() == "Device 1"
    assert editor.label.hasFocus()
    editor.label.setText("")
    editor.label.textEdited.emit("Mine ")
    editor.note.setPlainText("Cracked\nscreen")
    editor.tags.setText("team; beta")
    editor.tags.editingFinished.emit()
    editor.language.setText("zh-Hans")
    editor.language.editingFinished.emit()
    device = model.roll.device(0)
    assert (device.label, device.note) == ("Mine", "Cracked\nscreen")
    assert (device.tags, device.language) == (("team", "beta"), "zh-Hans")
    panel.table.selectRow(1)
    assert editor.label.text() == "Device 2"
    assert editor.note.toPlainText() == ""
    assert model.roll.device(1).note == ""
    press_key(editor, Qt.Key.Key_Escape)
    assert editor.isHidden()
    assert panel.entry.field.isVisible()


def test_the_place_to_paste_is_there_when_tokens_are_wanted(
    panel: DevicesPanel, model: DeviceListModel, qtbot: QtBot
) -> None:
    model.add(["a1"])
    show(qtbot, panel)
    panel.table.selectRow(0)
    panel.menu.details_wanted.emit()
    assert not panel.entry.field.isVisible()
    panel.want_tokens()
    assert panel.entry.field.hasFocus()
    assert panel.editor.isHidden()


def test_the_chosen_row_stays_in_sight_beside_its_details(
    panel: DevicesPanel, model: DeviceListModel, qtbot: QtBot
) -> None:
    model.add([f"a{number}" for number in range(40)])
    panel.resize(300, 460)
    show(qtbot, panel)
    last = panel.table.rowAt(panel.table.viewport().height() - 2)
    assert last > 5
    panel.table.selectRow(last)
    panel.menu.details_wanted.emit()
    view = panel.table.viewport()

    def is_seen() -> bool:
        place = panel.table.visualRect(panel.table.currentIndex())
        return view.rect().contains(place.center())

    qtbot.waitUntil(lambda: panel.editor.isVisible() and is_seen())


def test_a_row_chosen_after_many_stays_in_sight_beside_its_longer_details(
    panel: DevicesPanel, model: DeviceListModel, qtbot: QtBot
) -> None:
    model.add([f"a{number}" for number in range(40)])
    panel.resize(300, 460)
    show(qtbot, panel)
    view = panel.table.viewport()
    alone = view.height()
    select(panel, 0, 1)
    panel.menu.details_wanted.emit()
    qtbot.waitUntil(lambda: panel.editor.isVisible() and view.height() != alone)
    before = view.height()
    panel.table.selectRow(panel.table.rowAt(before - 2))

    def is_seen() -> bool:
        place = panel.table.visualRect(panel.table.currentIndex())
        return view.height() < before and view.rect().contains(place.center())

    qtbot.waitUntil(is_seen)


def test_many_get_a_tag_at_once_and_lose_it_again(
    panel: DevicesPanel, model: DeviceListModel, heard: Heard
) -> None:
    model.add(["a1", "b2", "c3"])
    model.write([0], tags=("old",))
    done = heard(panel.done)
    select(panel, 0, 1)
    panel.menu.details_wanted.emit()
    assert panel.editor._known.text() == "Tags of these: old"
    panel.editor.tags.setText("team")
    click(panel, "devices.editor.add_tags")
    assert tags(model) == [("old", "team"), ("team",), ()]
    panel.editor.tags.setText("old, nobody")
    click(panel, "devices.editor.remove_tags")
    assert tags(model) == [("team",), ("team",), ()]
    for _, undo in reversed(done):
        assert isinstance(undo, Offer)
        undo.act()
    assert tags(model) == [("old",), (), ()]


def tags(model: DeviceListModel) -> list[tuple[str, ...]]:
    return [device.tags for device in model.shown()]


def test_the_keys_of_the_table_rename_choose_and_copy(
    panel: DevicesPanel, model: DeviceListModel, qtbot: QtBot
) -> None:
    model.add(["a1", "b2"])
    show(qtbot, panel)
    panel.table.setFocus()
    panel.table.selectAll()
    press_key(panel.table, Qt.Key.Key_Space)
    assert chosen(model) == []
    model.choose([0], True)
    press_key(panel.table, Qt.Key.Key_Space)
    assert chosen(model) == ["a1", "b2"]
    panel.menu.copy_wanted.emit()
    assert QGuiApplication.clipboard().text() == "a1\nb2"
    panel.table.selectRow(1)
    press_key(panel.table, Qt.Key.Key_F2)
    assert panel.table.state() is QAbstractItemView.State.EditingState
    field = panel.table.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText("Mine")
    press_key(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: model.roll.label(1) == "Mine")


def test_the_listed_or_the_selected_are_exported(
    panel: DevicesPanel, model: DeviceListModel, heard: Heard
) -> None:
    model.add(["a1", "a2", "b3"])
    wanted = heard(panel.export_wanted)
    panel.finder.search.setText("a")
    select(panel, 1)
    for name in ("listed.csv", "selected.txt"):
        action = panel.menu.findChild(QAction, f"devices.menu.{name}")
        assert isinstance(action, QAction)
        action.trigger()
    (listed, table), (selected, text) = wanted
    assert isinstance(listed, Picked)
    assert isinstance(selected, Picked)
    assert (list(listed.tokens()), table) == (["a1", "a2"], DeviceForm.CSV)
    assert (list(selected.tokens()), text) == (["a2"], DeviceForm.TEXT)


def test_the_menu_offers_what_is_possible(
    panel: DevicesPanel, model: DeviceListModel
) -> None:
    model.add(["a1"])
    rename = panel.menu.findChild(QAction, "devices.menu.rename")
    assert isinstance(rename, QAction)
    panel.menu.prepare(selected=False, listed=True, simulated=False)
    assert not rename.isEnabled()
    panel.menu.prepare(selected=True, listed=True, simulated=False)
    assert rename.isEnabled()


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
