from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.completion import Completion
from hmpush_gui.ui.completion_list import NOTE, CompletionDelegate, CompletionModel

from .conftest import Sound
from .samples import sentence

OFFERS = [
    Completion("title", '"title": ""', 1, "Title", "One line.", sentence("required")),
    Completion("0", "0", 0, "", ""),
]


def test_the_list_keeps_the_rules_of_models(sound: Sound, qapp: object) -> None:
    model = CompletionModel()
    sound(model)
    model.load(OFFERS)
    sound(model)


def test_an_offer_is_a_word_and_a_note(qapp: object) -> None:
    model = CompletionModel()
    model.load(OFFERS)
    assert model.index(0).data() == "title"
    assert model.index(0).data(NOTE) == "Title · required"
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0).data(spoken) == "title Title · required"
    assert model.index(1).data(spoken) == "0"


def test_the_chosen_row_looks_different(qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    model = CompletionModel(view)
    model.load(OFFERS)
    view.setModel(model)
    delegate = CompletionDelegate(view)
    pictures = []
    for state in (QStyle.StateFlag.State_Enabled, QStyle.StateFlag.State_Selected):
        image = QImage(300, 24, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        option = view_options(view, state)
        option.rect = image.rect()
        delegate.paint(painter, option, model.index(0))
        painter.end()
        pictures.append(image)
    assert pictures[0] != pictures[1]


def view_options(view: QListView, state: QStyle.StateFlag) -> QStyleOptionViewItem:
    option = QStyleOptionViewItem()
    option.initFrom(view)
    option.state = state
    return option
