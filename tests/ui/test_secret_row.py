from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.secret_row import SecretRow


def test_a_secret_is_masked_until_one_wants_to_see_it(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = SecretRow(True, page)
    assert row.line.echoMode() is QLineEdit.EchoMode.Password
    assert row.line.placeholderText().startswith("kept")
    row.show_.click()
    assert row.line.echoMode() is QLineEdit.EchoMode.Normal
