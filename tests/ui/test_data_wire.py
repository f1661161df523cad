import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.document import encode, write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Message
from hmpush_gui.ui.data_wire import DataWire


def wire(qtbot: QtBot, key: str, value: object) -> tuple[DataWire, Message]:
    each = kind(key)
    blank = each.message()
    document = write(blank.document, each.data_path, value)
    message = Message(blank.api, blank.push_type, document)
    shown = DataWire()
    qtbot.addWidget(shown)
    shown.show_message(message, each)
    return shown, message


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("v3-alert", {"id": 1.0}, '"data":{"id":1.0}'),
        ("v1-data", '{"id":"优"}', '"data":"{\\"id\\":\\"优\\"}"'),
        ("v3-background", "plain", '"extraData":"plain"'),
        ("v3-alert", {"n": 12345678901234567890}, '"data":{"n":12345678901234567890}'),
        ("v3-alert", {"a": "10\u00a0€\u2029"}, '"data":{"a":"10\u00a0€\u2029"}'),
    ],
)
def test_the_part_is_shown_and_copied_as_the_encoder_sends_it(
    qtbot: QtBot, key: str, value: object, text: str
) -> None:
    shown, message = wire(qtbot, key, value)
    encoded = encode(message)
    assert text.encode() in encoded.head + encoded.tail
    button = shown.findChild(QPushButton, "data.wire.copy")
    assert isinstance(button, QPushButton)
    button.click()
    assert QApplication.clipboard().text() == text
    label = shown.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert f"{len(text.encode())} bytes" in label.text()


def test_without_data_it_says_that_nothing_is_sent(qtbot: QtBot) -> None:
    shown, _message = wire(qtbot, "v3-alert", None)
    label = shown.findChild(QLabel)
    assert isinstance(label, QLabel)
    place = "payload.notification.clickAction.data"
    assert label.text() == f"No data: {place} is left out."
    assert shown.text.isHidden()


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("v3-alert", {"a": 1}, "as an object in payload.notification.clickAction.data"),
        ("v3-background", "x", "as text in payload.extraData"),
        ("v1-data", "x", "as text in message.data"),
    ],
)
def test_it_says_how_the_data_travels(
    qtbot: QtBot, key: str, value: object, words: str
) -> None:
    shown, _message = wire(qtbot, key, value)
    label = shown.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert words in label.text()
