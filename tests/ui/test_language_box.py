import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.message import Draft
from hmpush_gui.ui.language_box import LanguageBox
from hmpush_gui.ui.message_document import MessageDocument
from tests.pushkit.language_samples import CHINESE, TITLE, alert, two

from .conftest import Heard


@pytest.fixture
def document(qapp: object) -> MessageDocument:
    assert qapp
    return MessageDocument(alert())


@pytest.fixture
def box(document: MessageDocument, qtbot: QtBot) -> LanguageBox:
    box = LanguageBox(document)
    qtbot.addWidget(box)
    return box


def entries(box: LanguageBox) -> list[str]:
    menu = box.findChild(QMenu, "languages.menu")
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return [each.text() for each in menu.actions() if not each.isSeparator()]


def test_one_language_is_a_way_to_others(box: LanguageBox, heard: Heard) -> None:
    wanted = heard(box.table_wanted)
    assert (box.text(), box.accessibleName()) == ("Languages…", "Languages")
    box.click()
    assert len(wanted) == 1
    assert box.menu() is None


def test_two_languages_are_a_choice(
    box: LanguageBox, document: MessageDocument, heard: Heard
) -> None:
    document.load(Draft(alert(), languages=two()))
    assert box.text() == "en ▾"
    assert box.accessibleName() == "Language: en · English"
    assert entries(box)[:2] == ["en · English", "zh-Hans · 简体中文"]
    box.menu().actions()[1].trigger()
    assert document.message.title == CHINESE[TITLE]
    assert box.text() == "zh-Hans ▾"
    entries(box)
    chosen = [each.text() for each in box.menu().actions() if each.isChecked()]
    assert chosen == ["zh-Hans · 简体中文"]
    wanted = heard(box.table_wanted)
    box.menu().actions()[-1].trigger()
    assert len(wanted) == 1
    document.undo_stack.undo()
    assert box.text() == "en ▾"


def test_the_choice_goes_with_the_second_language(
    box: LanguageBox, document: MessageDocument
) -> None:
    document.load(Draft(alert(), languages=two()))
    document.load(Draft(alert()))
    assert box.text() == "Languages…"
    assert box.menu() is None
