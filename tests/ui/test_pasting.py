"""A message of another service, from the clipboard into the composer."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.exchange.conversion import Fate
from hmpush_gui.pushkit.message import Api
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.paste_dialog import PasteDialog
from hmpush_gui.ui.report_list import Column

from .conftest import Heard

CORPUS = Path(__file__).parents[1] / "exchange" / "corpus"


def pasted(name: str) -> str:
    return (CORPUS / name).read_text("utf-8")


@pytest.fixture
def dialog(shown: MainWindow, qtbot: QtBot) -> PasteDialog:
    shown.pasting.show()
    qtbot.waitActive(shown.pasting.dialog)
    return shown.pasting.dialog


def test_what_is_typed_is_converted_by_itself(
    dialog: PasteDialog, qtbot: QtBot
) -> None:
    assert not dialog.use.isEnabled()
    dialog.text.setPlainText(pasted("fcm-01-plain.json"))
    qtbot.waitUntil(lambda: dialog.made is not None)
    assert dialog.told.text() == "✓ Firebase message (HTTP v1)"
    assert '"title": "FCM Message"' in dialog.report.message.toPlainText()
    assert dialog.use.isEnabled()


def test_it_becomes_the_message_and_undo_brings_back_the_one_before(
    shown: MainWindow, dialog: PasteDialog
) -> None:
    before = shown.document.message
    dialog.put(pasted("fcm-06-android-full.json"))
    assert shown.document.message == before
    dialog.use.click()
    assert shown.document.message.title == "Order 77"
    assert shown.document.origin is None
    assert "Undo brings back" in dialog.said.text()
    assert dialog.isVisible()
    assert 'message.android.notification.icon: "ic_parcel"' in (
        dialog.report.left.toPlainText()
    )
    shown.document.undo_stack.undo()
    assert shown.document.message == before


def test_what_was_being_written_is_put_away(
    shown: MainWindow, dialog: PasteDialog
) -> None:
    shown.document.set_value(("payload", "notification", "title"), "Unsaved words")
    dialog.put(pasted("fcm-01-plain.json"))
    dialog.use.click()
    (draft,) = shown.filing.swap.put_away.drafts()
    assert draft.draft.message.title == "Unsaved words"


def test_the_other_generation_is_a_choice(
    shown: MainWindow, dialog: PasteDialog
) -> None:
    dialog.put(pasted("fcm-01-plain.json"))
    dialog.target.setCurrentIndex(1)
    dialog.use.click()
    assert shown.document.message.api is Api.V1


def test_the_report_is_narrowed_by_its_chips_and_by_words(dialog: PasteDialog) -> None:
    dialog.put(pasted("fcm-06-android-full.json"))
    report = dialog.report
    everything = report.model.rowCount()
    report.chips.chips[Fate.CHANGED].click()
    assert report.chips.chips[Fate.CHANGED].text() == "≈ Changed 3"
    assert report.model.rowCount() == 3
    report.search.setText("ttl")
    assert report.model.rowCount() == 1
    assert report.model.index(0, Column.TARGET).data() == "pushOptions.ttl"
    assert report.explained.text().startswith("message.android.ttl → pushOptions.ttl")
    report.search.clear()
    report.chips.chips[Fate.CHANGED].click()
    assert report.model.rowCount() == everything


def test_tokens_are_added_to_the_devices(
    shown: MainWindow, dialog: PasteDialog
) -> None:
    dialog.put(pasted("hms-12-guide.json"))
    assert dialog.add.text() == "Add tokens to devices (2)"
    dialog.add.click()
    assert dialog.said.text() == "Added: 2."
    assert shown.devices.roll.slot_of("IQAAAACy0abc") is not None
    dialog.add.click()
    assert dialog.said.text() == "Added: 0. Already here: 2."
    dialog.put(pasted("fcm-01-plain.json"))
    assert not dialog.add.isVisible()


def test_a_secret_is_hidden_where_it_was_pasted(dialog: PasteDialog) -> None:
    for name in ("curl-03-huawei-v1.sh", "curl-07-double-quotes.sh"):
        dialog.put(pasted(name))
        shown = dialog.text.toPlainText()
        assert "••••" in shown
        assert not [each for each in ("CgB6e3", "hunter2", "AIza") if each in shown]
        assert dialog.made is not None
        dialog.convert()
        assert dialog.made is not None


@pytest.mark.parametrize("closed", [QDialog.close, QDialog.reject])
def test_closing_forgets_the_text(
    dialog: PasteDialog, closed: Callable[[QDialog], object]
) -> None:
    dialog.put(pasted("curl-01-firebase.sh"))
    closed(dialog)
    assert dialog.text.toPlainText() == ""
    assert dialog.made is None


def test_what_is_no_message_is_told(dialog: PasteDialog) -> None:
    dialog.put("curl -d @message.json https://a.b")
    assert "is in the file message.json" in dialog.said.text()
    assert not dialog.use.isEnabled()
    dialog.put("")
    assert not dialog.said.isVisible()


def test_what_is_left_over_is_copied(dialog: PasteDialog) -> None:
    dialog.put(pasted("fcm-17-http-image.json"))
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert 'message.notification.image: "http://img.example.com/p.jpg"' in copied


def test_a_line_leads_to_its_field_once_it_is_the_message(
    shown: MainWindow, dialog: PasteDialog, heard: Heard
) -> None:
    dialog.put(pasted("fcm-01-plain.json"))
    wanted = heard(dialog.report.place_wanted)
    dialog.report.table.activated.emit(dialog.report.model.index(0, 0))
    assert wanted == [(("payload", "notification", "category"),)]
    shown.composer.focus_tab(3)
    dialog.use.click()
    shown.composer.focus_tab(3)
    dialog.report.table.activated.emit(dialog.report.model.index(0, 0))
    assert shown.composer.tabs.currentIndex() == 0


@pytest.mark.parametrize("away", [QPoint(0, 0), QPoint(9000, 9000)])
def test_it_makes_way_for_a_field_that_it_covers(
    shown: MainWindow, dialog: PasteDialog, away: QPoint
) -> None:
    dialog.put(pasted("fcm-01-plain.json"))
    dialog.use.click()
    dialog.move(shown.pos() + away)
    dialog.report.table.activated.emit(dialog.report.model.index(0, 0))
    assert dialog.isVisible() == (away != QPoint(0, 0))
    assert dialog.text.toPlainText()


def test_a_message_in_the_clipboard_is_what_it_begins_with(
    shown: MainWindow, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText(pasted("apns-02-alert.json"))
    shown.pasting.show()
    assert shown.pasting.dialog.told.text() == "✓ Apple push payload (APNs)"


def test_any_other_clipboard_is_left_alone(dialog: PasteDialog) -> None:
    QGuiApplication.clipboard().setText("Milk, bread")
    dialog.close()
    dialog._pasting.show()
    assert dialog.text.toPlainText() == ""


def paste(window: MainWindow, text: str) -> None:
    view = window.composer.json_view
    view.text.selectAll()
    data = QMimeData()
    data.setText(text)
    view.text.insertFromMimeData(data)


def test_what_is_pasted_into_the_json_is_offered_and_not_converted(
    shown: MainWindow,
) -> None:
    shown.composer.focus_tab(4)
    text = pasted("apns-02-alert.json")
    paste(shown, text)
    (words,) = [each for each in shown.notices.texts() if "Apple push payload" in each]
    assert shown.composer.json_view.text.toPlainText() == text
    (offer,) = (
        each
        for each in shown.notices.findChildren(QPushButton, "notice.offer")
        if each.text() == "Convert…"
    )
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert shown.pasting.dialog.text.toPlainText() == text
    assert words not in shown.notices.texts()


def test_json_as_it_belongs_there_is_pasted_without_a_word(shown: MainWindow) -> None:
    shown.composer.focus_tab(4)
    paste(shown, pasted("v3-03-home.json"))
    paste(shown, '"a value"')
    assert shown.notices.texts() == []


def test_a_message_that_is_pasted_as_a_text_is_offered_once(shown: MainWindow) -> None:
    body = ("payload", "notification", "body")
    shown.document.set_value(body, pasted("fcm-01-plain.json"))
    (words,) = shown.notices.texts()
    assert "another kind of message: Firebase message (HTTP v1)" in words
    shown.notices.dismiss(words)
    shown.document.set_value(body, pasted("fcm-01-plain.json") + " ")
    assert shown.notices.texts() == []


@pytest.mark.parametrize("text", ["{{counter}} left", '{"a": 1}', "curl up"])
def test_a_text_that_only_looks_a_little_like_one_is_a_text(
    shown: MainWindow, text: str
) -> None:
    shown.document.set_value(("payload", "notification", "body"), text)
    assert shown.notices.texts() == []
