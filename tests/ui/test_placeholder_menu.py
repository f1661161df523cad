import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.device_list import DeviceListModel
from hmpush_gui.ui.placeholder_menu import PlaceholderMenu
from hmpush_gui.ui.placeholders import Placeholders
from hmpush_gui.ui.project_choice import ProjectChoice
from hmpush_gui.ui.project_list import ProjectListModel

from . import samples
from .conftest import show


class Page(QWidget):
    """A page with two fields, and the button beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.projects = ProjectListModel(self)
        self.projects.load([samples.TEST])
        self.choice = ProjectChoice(self.projects, self)
        self.choice.choose(samples.TEST.key)
        placeholders = Placeholders(DeviceListModel(self), self.choice, self)
        placeholders.set_own({"shop": "A & B"})
        self.fields = QWidget(self)
        column = QVBoxLayout(self)
        column.addWidget(self.fields)
        inside = QVBoxLayout(self.fields)
        self.line = QLineEdit("Hello", self.fields)
        self.text = QPlainTextEdit(self.fields)
        for field in (self.line, self.text):
            inside.addWidget(field)
        self.button = PlaceholderMenu(placeholders, self.fields, self)
        column.addWidget(self.button)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    show(qtbot, page)
    return page


def choose(page: Page, name: str) -> None:
    page.button.click()
    action = page.button.menu_.findChild(QAction, f"placeholders.{name}")
    assert isinstance(action, QAction)
    action.trigger()
    page.button.menu_.close()


def test_it_writes_where_the_cursor_was(page: Page) -> None:
    page.line.setFocus()
    page.line.setCursorPosition(2)
    choose(page, "counter")
    assert page.line.text() == "He{{counter}}llo"
    page.text.setFocus()
    choose(page, "device.label")
    assert page.text.toPlainText() == "{{device.label}}"


def test_it_says_so_where_no_field_had_the_cursor(page: Page, qtbot: QtBot) -> None:
    page.button._editor = None
    with qtbot.waitSignal(page.button.nowhere) as nowhere:
        page.button.insert("time")
    assert nowhere.args == ["{{time}}"]


def test_a_field_that_is_gone_is_nowhere(page: Page, qtbot: QtBot) -> None:
    page.line.setFocus()
    page.button.setFocus()
    page.line.setParent(None)
    page.line.deleteLater()
    del page.line
    qtbot.waitUntil(lambda: page.fields.findChild(QLineEdit) is None)
    with qtbot.waitSignal(page.button.nowhere) as nowhere:
        page.button.insert("time")
    assert nowhere.args == ["{{time}}"]


def test_the_menu_shows_what_stands_for_each(page: Page) -> None:
    page.button.click()
    texts = [action.text() for action in page.button.menu_.actions()]
    assert texts[0] == "{{counter}}\tnumber of the send: 1"
    assert "{{shop}}\tA && B" in texts
    page.button.menu_.close()


def test_defining_ones_own_is_asked_for(page: Page, qtbot: QtBot) -> None:
    page.button.click()
    define = page.button.menu_.findChild(QAction, "placeholders.define")
    assert isinstance(define, QAction)
    with qtbot.waitSignal(page.button.define_wanted):
        define.trigger()
    page.button.menu_.close()


def test_a_read_only_field_is_no_place_for_it(page: Page) -> None:
    page.line.setFocus()
    page.text.setReadOnly(True)
    page.text.setFocus()
    choose(page, "counter")
    assert "{{counter}}" in page.line.text()
