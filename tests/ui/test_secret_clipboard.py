import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.secret_clipboard import MARKS, SecretClipboard


@pytest.fixture
def secrets(qtbot: QtBot, qapp: QApplication) -> SecretClipboard:
    return SecretClipboard(QObject(qapp))


def text() -> str:
    return QApplication.clipboard().text()


def test_a_secret_is_taken_off_after_half_a_minute(secrets: SecretClipboard) -> None:
    secrets.copy("s3cret")
    assert text() == "s3cret"
    assert secrets._timer.isActive()
    assert secrets._timer.interval() == 30_000
    secrets._timer.timeout.emit()
    assert text() == ""
    assert not secrets._timer.isActive()


def test_what_was_copied_meanwhile_stays(secrets: SecretClipboard) -> None:
    secrets.copy("s3cret")
    QApplication.clipboard().setText("my own")
    secrets.clear()
    assert text() == "my own"
    QApplication.clipboard().setText("s3cret")
    secrets.clear()
    assert text() == "s3cret"


def test_the_end_of_the_program_takes_it_off(
    secrets: SecretClipboard, qapp: QApplication
) -> None:
    secrets.copy("s3cret")
    qapp.aboutToQuit.emit()
    assert text() == ""


def test_clipboard_managers_are_asked_to_keep_nothing(secrets: SecretClipboard) -> None:
    secrets.copy("s3cret")
    data = QApplication.clipboard().mimeData()
    assert {name: bytes(data.data(name).data()) for name in MARKS} == MARKS
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert any("ExcludeClipboardContentFromMonitorProcessing" in name for name in MARKS)
