import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.preview_page import PreviewPage


@pytest.fixture
def page(qtbot: QtBot) -> PreviewPage:
    page = PreviewPage(QLabel("view"), QLabel("words"))
    page.add_below(QLabel("schematic"))
    qtbot.addWidget(page)
    page.show()
    return page


def labels(page: PreviewPage) -> dict[str, QLabel]:
    return {each.text()[:5]: each for each in page.findChildren(QLabel)}


def settled(qtbot: QtBot, page: PreviewPage, width: int) -> dict[str, QLabel]:
    page.resize(width, 400)
    QApplication.sendPostedEvents()
    return labels(page)


def test_words_stand_below_or_beside(page: PreviewPage, qtbot: QtBot) -> None:
    page.show_quiet(False)

    def place(width: int) -> tuple[bool, bool]:
        found = settled(qtbot, page, width)
        view = found["view"].mapTo(page, found["view"].rect().center())
        words = found["words"].mapTo(page, found["words"].rect().center())
        return words.y() > view.y() + 20, words.x() > view.x() + 50

    assert place(380)[0]
    assert place(1200)[1]
    assert place(300)[0]


def test_alone_the_words_have_a_heading(page: PreviewPage, qtbot: QtBot) -> None:
    page.show_quiet(True)
    found = settled(qtbot, page, 380)
    assert found["No no"].isVisible()
    assert not found["view"].isVisible()
    assert found["schem"].isVisible()
    page.show_quiet(False)
    assert not found["No no"].isVisible()


def test_a_schematic_stands_below_the_view(page: PreviewPage, qtbot: QtBot) -> None:
    page.show_quiet(False)
    for width in (380, 1200):
        found = settled(qtbot, page, width)
        view, schematic = (
            found[name].mapTo(page, found[name].rect().topLeft())
            for name in ("view", "schem")
        )
        assert schematic.y() >= view.y() + found["view"].height()
        assert schematic.x() == view.x()


def test_what_is_alone_takes_no_more_room_than_it_needs(
    page: PreviewPage, qtbot: QtBot
) -> None:
    page.show_quiet(True)
    found = settled(qtbot, page, 380)
    heading = found["No no"].mapTo(page, found["No no"].rect().topLeft())
    assert heading.y() < 100


def test_the_words_follow_a_phone_that_is_as_high_as_it_gets(
    page: PreviewPage, qtbot: QtBot
) -> None:
    page.show_quiet(False)
    labels(page)["schem"].hide()
    view = labels(page)["view"]
    view.setMaximumHeight(300)
    page.resize(380, 1600)
    QApplication.sendPostedEvents()
    found = labels(page)
    top = view.mapTo(page, view.rect().topLeft()).y()
    words = found["words"].mapTo(page, found["words"].rect().topLeft()).y()
    assert top == 0
    assert words < 300 + 60
