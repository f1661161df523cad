import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.kinds import kinds
from hmpush_gui.ui.kind_box import KindBox
from hmpush_gui.ui.message_document import MessageDocument

from . import samples


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def test_it_shows_the_kind_of_the_message_and_follows_it(parent: QWidget) -> None:
    document = MessageDocument(samples.message())
    shown = KindBox(document, parent)
    assert shown.currentData() == document.kind
    document.replace(samples.legacy(), "Open")
    assert shown.currentData() == document.kind


def test_choosing_a_kind_changes_the_message(parent: QWidget) -> None:
    document = MessageDocument(samples.message())
    shown = KindBox(document, parent)
    row = len(kinds()) - 1
    shown.setCurrentIndex(row)
    shown.activated.emit(row)
    assert document.kind == list(kinds())[row]
