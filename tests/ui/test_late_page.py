"""Nothing told to a page is lost, whenever its content is made."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTabWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.late_page import LatePage, index_of


class Field(QLineEdit):
    """Counts how many of it were made."""

    made = 0

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        Field.made += 1


@pytest.fixture(autouse=True)
def _none_made() -> None:
    Field.made = 0


@pytest.fixture
def page(qtbot: QtBot) -> LatePage[Field]:
    page: LatePage[Field] = LatePage(Field)
    page.resize(200, 100)
    qtbot.addWidget(page)
    return page


def test_the_content_is_made_once_by_who_asks_first(page: LatePage[Field]) -> None:
    assert not page.is_made
    assert page.content is page.content
    assert Field.made == 1


def test_the_first_frame_does_not_wait_for_the_content(
    page: LatePage[Field], qtbot: QtBot
) -> None:
    page.show()
    assert not page.is_made
    qtbot.waitUntil(lambda: page.is_made)
    assert page.content.isVisible()


def test_a_page_turned_to_later_comes_with_its_content(qtbot: QtBot) -> None:
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    late: LatePage[Field] = LatePage(Field)
    tabs.addTab(QWidget(), "first")
    tabs.addTab(late, "late")
    with qtbot.waitExposed(tabs):
        tabs.show()
    qtbot.wait(10)
    assert not late.is_made
    tabs.setCurrentIndex(1)
    assert late.is_made
    assert index_of(tabs, late.content) == index_of(tabs, late) == 1
    assert index_of(tabs, page_of(qtbot)) == -1


def page_of(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


def test_who_joins_before_and_after_is_given_the_content_in_turn(
    page: LatePage[Field],
) -> None:
    said: list[str] = []
    page.when_made(lambda field: field.setText("joined"))
    page.when_made(lambda field: said.append(f"first {field.text()}"))
    page.if_made(lambda field: said.append(f"lost {field.text()}"))
    assert said == []
    page.complete()
    page.when_made(lambda field: said.append(f"second {field.text()}"))
    page.if_made(lambda field: said.append(f"third {field.text()}"))
    assert said == ["first joined", "second joined", "third joined"]


def test_tab_visits_the_content_where_the_page_stands(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    before = QLineEdit(window)
    late: LatePage[QWidget] = LatePage(two_fields, window)
    after = QLineEdit(window)
    column = QVBoxLayout(window)
    for each in (before, late, after):
        column.addWidget(each)
    with qtbot.waitActive(window):
        window.show()
    late.complete()
    walk = []
    before.setFocus()
    for _ in range(4):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        walk.append(window.focusWidget())
    first, second = late.content.findChildren(QLineEdit)
    assert walk == [first, second, after, before]
    QTest.keyClick(before, Qt.Key.Key_Backtab)
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert window.focusWidget() is second


def two_fields(parent: QWidget) -> QWidget:
    both = QWidget(parent)
    column = QVBoxLayout(both)
    column.addWidget(QLineEdit(both))
    column.addWidget(QLineEdit(both))
    return both


def test_the_keyboard_that_comes_to_an_empty_page_goes_on_into_it(
    page: LatePage[Field], qtbot: QtBot
) -> None:
    with qtbot.waitActive(page):
        page.show()
    page.setFocus()
    assert page.focusWidget() is page.content
