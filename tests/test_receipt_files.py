"""Callbacks are read in a thread, and the last that was wanted is shown."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hmpush_gui import receipt_files
from hmpush_gui.pushkit.message import Draft
from hmpush_gui.receipt_files import ReceiptFiles
from hmpush_gui.samples import sample_message
from hmpush_gui.ui.main_window import MainWindow

BODY = '{{"statuses":[{{"token":"{}","deliveryStatus":{{"result":6}}}}]}}'


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow(Draft(sample_message("en")))
    qtbot.addWidget(window)
    return window


def test_of_two_texts_the_last_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    files, model = ReceiptFiles(window.receipts), window.receipts.dialog.model
    for token in "abc":
        window.receipts.text_wanted.emit(BODY.format(token))
    qtbot.waitUntil(lambda: [each.token for each in model.receipts()] == ["c"])
    files.close()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xff\xfe", "no text in UTF-8"),
        (b"{}", "There is no receipt in it"),
        (None, "body.json"),
    ],
)
def test_what_cannot_be_read_is_told_where_it_was_wanted(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, content: bytes | None, words: str
) -> None:
    files, dialog = ReceiptFiles(window.receipts), window.receipts.dialog
    path = tmp_path / "body.json"
    if content is not None:
        path.write_bytes(content)
    window.receipts.file_wanted.emit(str(path))
    qtbot.waitUntil(lambda: bool(dialog.said.text()))
    files.close()
    assert words in dialog.said.text()


def test_what_is_wanted_while_the_program_ends_is_not_begun(window: MainWindow) -> None:
    files, model = ReceiptFiles(window.receipts), window.receipts.dialog.model
    files.close()
    window.receipts.text_wanted.emit(BODY.format("a"))
    assert not model.receipts()


def test_a_program_that_ends_while_it_reads_shows_nothing_more(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading, go_on = threading.Event(), threading.Event()
    read: list[str] = []

    def slowly(path: Path, _most: int) -> str:
        read.append(path.name)
        reading.set()
        assert go_on.wait(30)
        return BODY.format(path.name)

    monkeypatch.setattr(receipt_files, "read_text", slowly)
    files, dialog = ReceiptFiles(window.receipts), window.receipts.dialog
    window.receipts.file_wanted.emit(str(tmp_path / "first"))
    assert reading.wait(30)
    window.receipts.file_wanted.emit(str(tmp_path / "second"))
    closing = threading.Thread(target=files.close)
    closing.start()
    qtbot.waitUntil(lambda: files._jobs._closed)
    # The user is quicker than the end of the program.
    window.receipts.text_wanted.emit(BODY.format("third"))
    go_on.set()
    closing.join(30)
    assert not closing.is_alive()
    window.receipts.text_wanted.emit(BODY.format("fourth"))
    qtbot.wait(50)
    assert read == ["first"]
    assert dialog.model.receipts() == ()
    assert dialog.said.text() == ""
