from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from hmpush_gui.sandbox.callback import Callback
from hmpush_gui.ui.receipt_signature import ReceiptSignature


def test_it_says_right_wrong_or_why_it_cannot_tell(qtbot: QtBot) -> None:
    box = ReceiptSignature(clock=lambda: 1_900_000_000.0)
    qtbot.addWidget(box)
    assert box.told.text().startswith("Signature: cannot tell. There is no header")
    box.show_header(
        Callback("http://x", "shop", "c2VjcmV0").header(1_900_000_000_000, "n")
    )
    assert "Enter the user name" in box.told.text()
    box.user.setText("shop")
    assert box.told.text().startswith("Signature: cannot tell. The secret is missing.")
    box.secret.setText(" c2VjcmV0 ")
    box.user.setText("")
    assert "The user name is missing" in box.told.text()
    box.user.setText("shop")
    assert box.told.text().startswith("✓ Signature right.")
    assert "The header is new." in box.told.text()
    box.user.setText("mall")
    assert box.told.text().startswith("✗ Signature wrong.")


def test_a_header_goes_with_its_receipts_unless_it_was_typed_in(qtbot: QtBot) -> None:
    box = ReceiptSignature()
    qtbot.addWidget(box)
    box.show_header("timestamp=1; nonce=2; value=3")
    box.show_header("")
    assert box.header.text() == ""
    box.header.setText("timestamp=4; nonce=5; value=6")
    box.show_header("")
    assert box.header.text() == "timestamp=4; nonce=5; value=6"


def test_the_secret_is_not_shown_and_not_kept(qtbot: QtBot) -> None:
    box = ReceiptSignature()
    qtbot.addWidget(box)
    box.secret.setText("hush")
    assert box.secret.echoMode() is QLineEdit.EchoMode.Password
    box.forget()
    assert box.secret.text() == ""


def test_a_right_signature_with_an_odd_time_does_not_look_as_if_all_were_well(
    qtbot: QtBot,
) -> None:
    box = ReceiptSignature(clock=lambda: 1_900_000_000.0)
    qtbot.addWidget(box)
    box.user.setText("shop")
    box.secret.setText("c2VjcmV0")
    callback = Callback("http://x", "shop", "c2VjcmV0")
    for milliseconds, look in (
        (1_900_000_000_000, "good"),
        (1_899_900_000_000, "good"),
        (1_900_003_600_000, "warning"),
        (1_900_000_000, "warning"),
    ):
        box.show_header(callback.header(milliseconds, "n"))
        assert box.told.text().startswith("✓ Signature right.")
        assert box.told.property("problem") == look
