from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from hmpush_gui.exchange.receipts import Callback, Unread
from hmpush_gui.pushkit.receipt import Receipt, SendName
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.receipt_dialog import ReceiptDialog
from hmpush_gui.ui.receipt_tables import PASTED, SANDBOX

from .conftest import Heard, press_key
from .test_file_drop import drop, enter, files

TOKEN = "IQAAAACy0tEjAABTx8AVZ0mZ3xKf-AaWDl6E2UYRm2c_9h1SdRdmCvTK"
OFF = Receipt(TOKEN, 6, 1_900_000_000.0, "42")
GOOD = Receipt("other", 0, 1_900_000_001.0, "42")
SEND = SendName("key", "Hello", 5.0, "p")


@pytest.fixture
def dialog(shown: MainWindow, qtbot: QtBot) -> ReceiptDialog:
    shown.receipts.show()
    qtbot.waitActive(shown.receipts.dialog)
    return shown.receipts.dialog


def test_a_pasted_body_is_read_by_itself(
    shown: MainWindow, dialog: ReceiptDialog, heard: Heard, qtbot: QtBot
) -> None:
    wanted = heard(shown.receipts.text_wanted)
    dialog.text.setPlainText("{}")
    qtbot.waitUntil(lambda: bool(wanted))
    assert wanted == [("{}",)]


def test_the_row_in_hand_is_explained(
    shown: MainWindow, dialog: ReceiptDialog, heard: Heard
) -> None:
    wanted = heard(shown.receipts.sends_wanted)
    assert not dialog.tables[PASTED].isVisible()
    assert not dialog.keep.isEnabled()
    shown.receipts.take(Callback((OFF, GOOD), (), "timestamp=1; nonce=2; value=3"))
    assert wanted == [((OFF, GOOD),)]
    assert dialog.explained.text().startswith("6: Not shown: notifications are off.")
    assert dialog.signature.header.text() == "timestamp=1; nonce=2; value=3"
    dialog.tables[PASTED].setFocus()
    QTest.keyClick(dialog.tables[PASTED], Qt.Key.Key_Down)
    assert dialog.explained.text().startswith("0: Arrived on the device.")


def test_enter_on_a_row_opens_its_send(
    shown: MainWindow, dialog: ReceiptDialog, heard: Heard
) -> None:
    opened = heard(shown.outcome.send_opened)
    shown.receipts.take(Callback((OFF,)))
    QTest.keyClick(dialog.tables[PASTED], Qt.Key.Key_Return)
    assert not opened
    assert not dialog.open_send.isEnabled()
    shown.receipts.named([OFF], {OFF: SEND})
    QTest.keyClick(dialog.tables[PASTED], Qt.Key.Key_Return)
    assert opened == [("key",)]


def test_what_could_not_be_read_is_told(
    shown: MainWindow, dialog: ReceiptDialog
) -> None:
    bad = [Unread(number, Sentence("t", "why")) for number in range(2, 7)]
    shown.receipts.take(Callback((GOOD,), tuple(bad)))
    assert dialog.said.text().startswith("Status 2: why\n")
    assert dialog.said.text().endswith("Not read: 5 in all.")
    shown.receipts.refuse(Sentence("t", "no body"))
    assert dialog.said.text() == "no body"
    assert dialog.model.rowCount() == 0


def test_it_is_told_how_many_receipts_are_of_no_send_here(
    shown: MainWindow, dialog: ReceiptDialog
) -> None:
    labelled = GOOD._replace(bi_tag="weekly", request_id="")
    receipts = (OFF, GOOD, labelled, OFF._replace(request_id="43"))
    unread = Unread(5, Sentence("t", "why"))
    shown.receipts.take(Callback(receipts, (unread,)))
    assert "History" not in dialog.said.text()
    by_label = SEND._replace(sure=False)
    # Those of the sandbox are asked about, too.
    shown.receipts.named([OFF], {OFF: SEND})
    assert "History" not in dialog.said.text()
    shown.receipts.named(receipts, {OFF: SEND, labelled: by_label})
    lines = dialog.said.text().split("\n")
    assert lines[0] == "Status 5: why"
    assert lines[1].startswith("Of no send in History: 2 of 4. ")
    assert lines[2].startswith("Of a send only by their batch label: 1 of 4. ")
    dialog.choose(SANDBOX)
    assert "2 of 4" not in dialog.said.text()
    dialog.choose(PASTED)
    assert "2 of 4" in dialog.said.text()
    shown.receipts.take(Callback((OFF,)))
    shown.receipts.named([OFF], {OFF: SEND})
    assert dialog.said.text() == ""


def test_rows_are_copied_without_whole_tokens(
    shown: MainWindow, dialog: ReceiptDialog
) -> None:
    shown.receipts.take(Callback((OFF,)))
    dialog.tables[PASTED].setFocus()
    press_key(dialog.tables[PASTED], Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert "Not shown: notifications are off." in text
    assert TOKEN not in text
    assert dialog.copied(csv=True).startswith("\ufefftime,device,")


def test_receipts_of_the_sandbox_stand_on_their_own_page(
    shown: MainWindow, dialog: ReceiptDialog
) -> None:
    dialog.choose(SANDBOX)
    assert "Nothing came in yet" in dialog.said.text()
    assert not dialog.text.isVisible()
    assert not dialog.keep.isVisible()
    shown.receipts.came([OFF, GOOD])
    assert dialog.model.receipts() == (GOOD, OFF)
    assert dialog.findChild(type(dialog.keep), "receipts.source.1").text() == (  # type: ignore[union-attr]
        "Sandbox (2)"
    )
    assert dialog.said.text() == ""
    assert dialog.explained.text().startswith("0: ")
    shown.receipts.came([OFF])
    assert dialog.tables[SANDBOX].currentIndex().row() == 1


def test_a_wrong_signature_is_minded_when_receipts_are_kept(
    shown: MainWindow, dialog: ReceiptDialog, heard: Heard
) -> None:
    wanted = heard(shown.receipts.keep_wanted)
    signed = f"timestamp=1; nonce=2; value={'A' * 43}="
    shown.receipts.take(Callback((OFF, GOOD), (), signed))
    dialog.signature.user.setText("a")
    dialog.signature.secret.setText("b")
    dialog.keep.click()
    assert wanted == [((OFF, GOOD),)]
    shown.receipts.kept(1, 1, 1)
    assert dialog.said.text() == (
        "Kept in History: 1. Of no send in History, and not kept: 1. "
        "Devices marked anew as dead or alive: 1. Mind that the signature is wrong."
    )


@pytest.mark.parametrize("closed", [QDialog.close, QDialog.reject])
def test_the_secret_is_gone_with_the_window(
    dialog: ReceiptDialog, closed: Callable[[QDialog], object]
) -> None:
    dialog.signature.secret.setText("hush")
    closed(dialog)
    assert dialog.signature.secret.text() == ""


def test_a_callback_is_dropped_on_it(
    shown: MainWindow, dialog: ReceiptDialog, heard: Heard
) -> None:
    wanted = heard(shown.receipts.file_wanted)
    dialog.choose(SANDBOX)
    assert enter(dialog, files("/a/body.json"))
    drop(dialog, files("/a/body.json"))
    assert wanted == [("/a/body.json",)]
    assert dialog.source.current == PASTED


def test_tab_goes_through_all_of_it(
    shown: MainWindow, dialog: ReceiptDialog, qtbot: QtBot
) -> None:
    shown.receipts.take(Callback((OFF,)))
    shown.receipts.named([OFF], {OFF: SEND})
    dialog.text.setFocus()
    passed = []
    for _ in range(16):
        focus = dialog.focusWidget()
        passed.append(focus.objectName().removeprefix("receipts."))
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert set(passed) >= {
        "text", "user", "secret", "header", "pasted", "open", "copy", "send", "keep",
        "close", "source.0",
    }  # fmt: skip
